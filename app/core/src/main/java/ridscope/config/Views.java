package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Turns configuration bytes into typed views. A view is empty when the capability or its bytes are not there. */
public final class Views {

    private static final int SUBSYSTEM_ID = 0x0d;
    private static final int ENHANCED_ALLOCATION = 0x14;

    private Views() {}

    /** The common header. A function that does not answer reads all ones, and so do the IDs of a VF: decoded as they are. */
    public static Header header(ConfigSpace config) {
        OptionalInt type = config.u8(0x0e);
        OptionalLong classRevision = config.u32(0x08);
        return new Header(
                config.u16(0x00),
                config.u16(0x02),
                config.u16(0x06),
                config.u8(0x08),
                classRevision.isPresent()
                        ? OptionalInt.of((int) (classRevision.getAsLong() >> 8))
                        : OptionalInt.empty(),
                type.isPresent() ? OptionalInt.of(type.getAsInt() & 0x7f) : OptionalInt.empty(),
                type.isPresent() ? Optional.of((type.getAsInt() & 0x80) != 0) : Optional.empty());
    }

    /** Bus registers of header layouts 1 and 2. */
    public static Optional<BridgeBuses> bridge(ConfigSpace config) {
        int layout = layout(config);
        if ((layout != 1 && layout != 2) || !config.has(0x18, 3)) {
            return Optional.empty();
        }
        return Optional.of(new BridgeBuses(
                config.u8(0x18), config.u8(0x19).getAsInt(), config.u8(0x1a).getAsInt()));
    }

    /**
     * Subsystem vendor and device as one value, vendor in the high half; 0x2C, or 0x40 (CardBus), or capability 0x0D. Empty
     * also where the vendor reads 0 or ffff: nobody filled it in, and lspci prints nothing either.
     */
    public static Optional<Integer> subsystem(ConfigSpace config, CapabilityList capabilities) {
        return switch (layout(config)) {
            case 0 -> subsystemAt(config, 0x2c);
            case 1 -> capabilities.standard(SUBSYSTEM_ID).flatMap(c -> subsystemAt(config, c.offset() + 4));
            case 2 -> subsystemAt(config, 0x40);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> subsystemAt(ConfigSpace config, int offset) {
        if (!config.has(offset, 4)) {
            return Optional.empty();
        }
        int vendor = config.u16(offset).getAsInt();
        return vendor == 0 || vendor == 0xffff
                ? Optional.empty()
                : Optional.of(vendor << 16 | config.u16(offset + 2).getAsInt());
    }

    /** The PCI Express capability; see {@link PciExpress#decode}. */
    public static Optional<PciExpress> pciExpress(ConfigSpace config, CapabilityList capabilities) {
        return capabilities.standard(PciExpress.ID).flatMap(c -> PciExpress.decode(config, c.offset()));
    }

    /** The SR-IOV capability; see {@link SrIovCapability#decode}. */
    public static Optional<SrIovCapability> srIov(ConfigSpace config, CapabilityList capabilities) {
        return capabilities.extended(SrIovCapability.ID).flatMap(c -> SrIovCapability.decode(config, c.offset()));
    }

    /** The SIOV capability; see {@link SiovCapability#decode}. */
    public static Optional<SiovCapability> siov(ConfigSpace config, CapabilityList capabilities) {
        return capabilities.extended(SiovCapability.ID).flatMap(c -> SiovCapability.decode(config, c.offset()));
    }

    /** The ARI capability; see {@link AriCapability#decode}. */
    public static Optional<AriCapability> ari(ConfigSpace config, CapabilityList capabilities) {
        return capabilities.extended(AriCapability.ID).flatMap(c -> AriCapability.decode(config, c.offset()));
    }

    /** The ACS capability; see {@link AcsCapability#decode}. */
    public static Optional<AcsCapability> acs(ConfigSpace config, CapabilityList capabilities) {
        return capabilities.extended(AcsCapability.ID).flatMap(c -> AcsCapability.decode(config, c.offset()));
    }

    /** The Flattening Portal Bridge capability of a type 1 function; see {@link FpbCapability#decode}. */
    public static Optional<FpbCapability> fpb(ConfigSpace config, CapabilityList capabilities) {
        return layout(config) == 1
                ? capabilities.standard(FpbCapability.ID).flatMap(c -> FpbCapability.decode(config, c.offset()))
                : Optional.empty();
    }

    /** EA fixed bus numbers; see {@link EaFixedBuses#decode}. */
    public static Optional<EaFixedBuses> eaFixedBuses(ConfigSpace config, CapabilityList capabilities) {
        return layout(config) == 1
                ? capabilities.standard(ENHANCED_ALLOCATION).flatMap(c -> EaFixedBuses.decode(config, c.offset()))
                : Optional.empty();
    }

    private static int layout(ConfigSpace config) {
        OptionalInt type = config.u8(0x0e);
        return type.isPresent() ? type.getAsInt() & 0x7f : -1;
    }
}
