package ridscope.draw.layout;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.RoutingId;
import ridscope.ridmap.FpbWindow;
import ridscope.ridmap.RidMap;

/** Bars along the lower edge of the rows: the RIDs that a Flattening Portal Bridge may forward, and those it is known to. */
final class RidMapFpb {

    /** Height of a bar, diagram units. */
    static final double BAR = 3;

    private final RidMapGrid grid;
    private final RidMapGeometry geometry;
    private final List<Mark> marks;

    RidMapFpb(RidMapGrid grid, RidMapGeometry geometry, List<Mark> marks) {
        this.grid = grid;
        this.geometry = geometry;
        this.marks = marks;
    }

    void addAll(RidMap map) {
        map.fpbWindows().forEach(this::window);
    }

    private void window(FpbWindow window) {
        int from = window.first();
        while (from <= window.last()) {
            RidMapGeometry.Row row = geometry.row(from >> 8);
            int end = Math.min(window.last(), row.buses().last() << 8 | 0xff);
            int to = row.folded() ? end : sameUntil(window, from, end);
            if (!denied(window, from, to)) {
                bar(window, row, from, to);
            }
            from = to + 1;
        }
    }

    private static int sameUntil(FpbWindow window, int from, int end) {
        Optional<Boolean> forwards = window.forwards(new RoutingId(from));
        int to = from;
        while (to < end && window.forwards(new RoutingId(to + 1)).equals(forwards)) {
            to++;
        }
        return to;
    }

    /** RIDs that the vector denies get no bar. */
    private static boolean denied(FpbWindow window, int from, int to) {
        return all(window, from, to, false);
    }

    private static boolean all(FpbWindow window, int from, int to, boolean answer) {
        for (int rid = from; rid <= to; rid += window.granularity()) {
            if (!window.forwards(new RoutingId(rid)).equals(Optional.of(answer))) {
                return false;
            }
        }
        return true;
    }

    /** In a folded strip one bar stands for all its buses. */
    private void bar(FpbWindow window, RidMapGeometry.Row row, int from, int to) {
        boolean certain = all(window, from, to, true);
        double x = grid.left() + (row.folded() ? 0 : from & 0xff) * RidMapGrid.CELL;
        double width = row.folded() ? RidMapGrid.WIDTH : (to - from + 1) * RidMapGrid.CELL;
        marks.add(new Mark.Cells(
                new MarkId(RidMapWords.id("fpb", window.port()) + "-" + Integer.toHexString(from)),
                Role.BRACKET,
                certain ? Ink.FILLED : Ink.OUTLINED,
                new Rect(x, row.top() + row.height() - BAR, width, BAR),
                width,
                1,
                Optional.of(new Target.OfFunction(window.port())),
                "FPB of " + window.port().rid() + (certain ? " forwards " : " may forward ") + new RoutingId(from)
                        + " … " + new RoutingId(to)));
    }
}
