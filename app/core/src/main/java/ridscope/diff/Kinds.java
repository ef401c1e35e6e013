package ridscope.diff;

import java.util.OptionalInt;
import ridscope.topology.Identity;
import ridscope.topology.PciFunction;

/** Whether two functions are of one kind; what is unknown contradicts nothing. */
final class Kinds {

    private Kinds() {}

    /** Neither IDs nor role speak against it. */
    static boolean agree(PciFunction before, PciFunction after) {
        Identity was = before.identity();
        Identity is = after.identity();
        boolean ids = agree(was.vendor(), is.vendor()) && agree(was.device(), is.device());
        boolean told = identified(before) && identified(after);
        return ids
                && before.role().bridge() == after.role().bridge()
                && (told || agree(was.baseAndSubclass(), is.baseAndSubclass()));
    }

    /** Whether vendor and device are known. */
    static boolean identified(PciFunction function) {
        return function.identity().vendor().isPresent()
                && function.identity().device().isPresent();
    }

    /**
     * Two bridges of one maker on a root bus: they are part of the board or the processor, and stay the same port when a
     * processor of another generation brings other IDs.
     */
    static boolean sameRootPort(PciFunction before, PciFunction after) {
        return before.parent().isEmpty()
                && after.parent().isEmpty()
                && before.role().bridge()
                && after.role().bridge()
                && before.identity().vendor().equals(after.identity().vendor());
    }

    private static boolean agree(OptionalInt a, OptionalInt b) {
        return a.isEmpty() || b.isEmpty() || a.getAsInt() == b.getAsInt();
    }
}
