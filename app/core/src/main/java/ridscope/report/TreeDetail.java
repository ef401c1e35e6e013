package ridscope.report;

/**
 * What a tree says beyond the usual.
 *
 * @param ids class, vendor and device as numbers too, {@code [8086:1592]}
 * @param verbose lines with the subsystem, the devices of the operating system, power, interrupts and the slot's state
 */
public record TreeDetail(boolean ids, boolean verbose) {

    /** The usual. */
    public static final TreeDetail USUAL = new TreeDetail(false, false);
}
