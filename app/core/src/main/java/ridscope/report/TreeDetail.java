package ridscope.report;

import java.util.Optional;
import ridscope.config.layout.RegisterLayouts;
import ridscope.query.QueryResult;

/**
 * What a tree says beyond the usual.
 *
 * @param ids class, vendor and device as numbers too, {@code [8086:1592]}
 * @param verbose lines with the subsystem, the devices of the operating system, power, interrupts and the slot's state
 * @param registers how to read the registers of each function, which are then printed below it; VFs are not folded then
 * @param where the functions to print, with the bridges above them; their VFs only where they are among them. All if empty
 */
public record TreeDetail(
        boolean ids, boolean verbose, Optional<RegisterLayouts> registers, Optional<QueryResult> where) {

    /** The usual. */
    public static final TreeDetail USUAL = new TreeDetail(false, false);

    /** Without registers. */
    public TreeDetail(boolean ids, boolean verbose) {
        this(ids, verbose, Optional.empty(), Optional.empty());
    }
}
