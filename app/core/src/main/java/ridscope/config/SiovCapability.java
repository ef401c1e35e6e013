package ridscope.config;

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

    /** Status bit 0: at least one SDI is enabled. */
    public boolean active() {
        return (status & 1) != 0;
    }
}
