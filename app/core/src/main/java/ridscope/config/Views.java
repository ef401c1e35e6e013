package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;

/** Turns configuration bytes into typed views. A view is empty when the capability or its bytes are not there. */
public final class Views {

    private Views() {}

    public static Header header(ConfigSpace config) {
        throw new UnsupportedOperationException();
    }

    /** Bus registers of header layouts 1 and 2. */
    public static Optional<BridgeBuses> bridge(ConfigSpace config) {
        throw new UnsupportedOperationException();
    }

    /** Subsystem vendor and device as one value, vendor in the high half; 0x2C, or 0x40 (CardBus), or capability 0x0D. */
    public static Optional<Integer> subsystem(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }

    public static Optional<PciExpress> pciExpress(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }

    public static Optional<SrIovCapability> srIov(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }

    public static Optional<SiovCapability> siov(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }

    public static Optional<AriCapability> ari(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }

    public static Optional<AcsCapability> acs(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }

    /** EA fixed secondary and subordinate bus of a type 1 function (capability 0x14), when valid. */
    public static OptionalInt eaFixedSecondary(ConfigSpace config, CapabilityList capabilities) {
        throw new UnsupportedOperationException();
    }
}
