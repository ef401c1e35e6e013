package ridscope.config;

import java.util.Optional;

/**
 * The SIOV extended capability (ID 0x38, PCIe 7.0; offsets as the Linux RFC of June 2026 reads them) as registers. The byte
 * at +0x0A is not decoded: nothing public says what it is.
 *
 * @param offset where the capability stands
 * @param capabilities register at +0x04, fields not public
 * @param totalSdis register at +0x08
 * @param status register at +0x0B
 * @param firstSdiOffset register at +0x0C
 * @param sdiStride register at +0x0E
 */
public record SiovCapability(
        int offset, long capabilities, int totalSdis, int status, int firstSdiOffset, int sdiStride) {

    /** Extended capability ID. */
    public static final int ID = 0x38;

    static Optional<SiovCapability> decode(ConfigSpace config, int at) {
        return config.has(at, 0x10)
                ? Optional.of(new SiovCapability(
                        at,
                        config.u32(at + 0x04).getAsLong(),
                        config.u16(at + 0x08).getAsInt(),
                        config.u8(at + 0x0b).getAsInt(),
                        config.u16(at + 0x0c).getAsInt(),
                        config.u16(at + 0x0e).getAsInt()))
                : Optional.empty();
    }

    /** Status bit 0: at least one SDI is enabled. */
    public boolean active() {
        return (status & 1) != 0;
    }
}
