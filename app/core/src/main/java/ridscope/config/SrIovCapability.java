package ridscope.config;

import java.util.Optional;

/**
 * The SR-IOV extended capability (ID 0x10; PCIe Base Specification 9.3.3, Linux {@code PCI_SRIOV_*}) as registers.
 *
 * @param offset where the capability stands
 * @param capabilities register at +0x04
 * @param control register at +0x08
 * @param initialVfs register at +0x0C
 * @param totalVfs register at +0x0E
 * @param numVfs register at +0x10
 * @param dependencyLink register at +0x12
 * @param firstVfOffset register at +0x14
 * @param vfStride register at +0x16
 * @param vfDeviceId register at +0x1A
 */
public record SrIovCapability(
        int offset,
        long capabilities,
        int control,
        int initialVfs,
        int totalVfs,
        int numVfs,
        int dependencyLink,
        int firstVfOffset,
        int vfStride,
        int vfDeviceId) {

    /** Extended capability ID. */
    public static final int ID = 0x10;

    static Optional<SrIovCapability> decode(ConfigSpace config, int at) {
        return config.has(at, 0x1c)
                ? Optional.of(new SrIovCapability(
                        at,
                        config.u32(at + 0x04).getAsLong(),
                        config.u16(at + 0x08).getAsInt(),
                        config.u16(at + 0x0c).getAsInt(),
                        config.u16(at + 0x0e).getAsInt(),
                        config.u16(at + 0x10).getAsInt(),
                        config.u8(at + 0x12).getAsInt(),
                        config.u16(at + 0x14).getAsInt(),
                        config.u16(at + 0x16).getAsInt(),
                        config.u16(at + 0x1a).getAsInt()))
                : Optional.empty();
    }

    /** Control bit 0. */
    public boolean enabled() {
        return (control & 1) != 0;
    }

    /** Capabilities bit 0. */
    public boolean migrationCapable() {
        return (capabilities & 1) != 0;
    }

    /** Control bit 4, ARI Capable Hierarchy. */
    public boolean ariHierarchy() {
        return (control & 0x10) != 0;
    }
}
