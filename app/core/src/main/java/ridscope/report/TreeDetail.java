package ridscope.report;

/**
 * What a tree says beyond the usual.
 *
 * @param ids class, vendor and device as numbers too, {@code [8086:1592]}
 * @param subsystems a line with the subsystem of each function that has one
 */
public record TreeDetail(boolean ids, boolean subsystems) {

    /** The usual. */
    public static final TreeDetail USUAL = new TreeDetail(false, false);
}
