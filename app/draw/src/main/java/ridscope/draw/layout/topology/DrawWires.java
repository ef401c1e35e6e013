package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;

/** Draws wires with what they say: straight to a single block, a trunk with branches to several. */
final class DrawWires {

    /** The right end of a wire. */
    record End(MarkId id, Point at, Target target) {}

    private final Sketch sketch;

    DrawWires(Sketch sketch) {
        this.sketch = sketch;
    }

    /**
     * @return per end, the marks that lead to it
     */
    List<List<MarkId>> draw(double from, double axis, Tree.Wiring wiring, List<End> ends) {
        End first = ends.get(0);
        Point start = new Point(from, axis);
        if (ends.size() == 1) {
            sketch.wire(first.id(), wiring, List.of(start, first.at()), Optional.of(first.target()));
            say(first.id(), wiring, start, first.at());
            return List.of(List.of(first.id()));
        }
        double nearest = ends.stream().mapToDouble(e -> e.at().x()).min().orElse(from);
        Point trunk = new Point(nearest - Sizes.TRUNK, axis);
        MarkId stub = new MarkId("bus-" + first.id());
        sketch.wire(stub, wiring, List.of(start, trunk), Optional.of(first.target()));
        say(stub, wiring, start, trunk);
        List<List<MarkId>> leads = new ArrayList<>();
        for (End end : ends) {
            Point corner = new Point(trunk.x(), end.at().y());
            sketch.wire(end.id(), wiring, bent(trunk, corner, end.at()), Optional.empty());
            leads.add(List.of(stub, end.id()));
        }
        return leads;
    }

    private static List<Point> bent(Point from, Point corner, Point to) {
        return from.y() == to.y() ? List.of(from, to) : List.of(from, corner, to);
    }

    /** A thin wire inside a switch, bent half-way. */
    void inner(MarkId id, Point from, Point to) {
        double middle = from.x() + Sizes.SWITCH_GUT / 2;
        List<Point> points = from.y() == to.y()
                ? List.of(from, to)
                : List.of(from, new Point(middle, from.y()), new Point(middle, to.y()), to);
        sketch.wire(id, new Tree.Wiring("", "", Role.LINK, Ink.PLAIN, 1.2, ""), points, Optional.empty());
    }

    /** On one line above the wire when there is room, else text above and remark below. */
    private void say(MarkId id, Tree.Wiring wiring, Point from, Point to) {
        TextStyle style = ColumnNeeds.style(wiring);
        Role role = wiring.role() == Role.LINK ? Role.MUTED : wiring.role();
        double clear = to.x() - from.x() - 2 * Sizes.LABEL_PAD;
        double room = clear + 6;
        double x = (from.x() + to.x()) / 2;
        Point above = new Point(x, from.y() - wiring.thickness() / 2 - 5);
        String joint = join(wiring);
        if (wiring.remark().isEmpty() || sketch.metrics().width(style, joint) <= clear) {
            text(new MarkId(id + "-t"), role, style, above, sketch.fit(style, joint, room));
            Point detail = new Point(x, from.y() + wiring.thickness() / 2 + 8);
            String more = wiring.detail().isEmpty() ? "" : sketch.fit(TextStyle.DETAIL, wiring.detail(), room);
            sketch.zoomed(Zooms.CLOSE, () -> text(new MarkId(id + "-d"), Role.MUTED, TextStyle.DETAIL, detail, more));
            return;
        }
        Point below = new Point(
                x, from.y() + wiring.thickness() / 2 + 4 + sketch.metrics().capHeight(style));
        text(new MarkId(id + "-t"), role, style, above, sketch.fit(style, wiring.text(), room));
        text(new MarkId(id + "-r"), role, style, below, sketch.fit(style, wiring.remark(), room));
    }

    private static String join(Tree.Wiring wiring) {
        if (wiring.text().isEmpty() || wiring.remark().isEmpty()) {
            return wiring.text() + wiring.remark();
        }
        return wiring.text() + (wiring.role() == Role.CONFLICT ? " — " : " · ") + wiring.remark();
    }

    private void text(MarkId id, Role role, TextStyle style, Point at, String text) {
        sketch.label(id, role, style, Mark.Anchor.MIDDLE, at, text);
    }
}
