package ridscope.draw.layout.siov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.layout.TextMetrics;

/** Collects the marks of a figure; what is added later lies on top. */
final class Draft {

    private static final double HEAD = 5;

    private final TextMetrics metrics;
    private final List<Mark> marks = new ArrayList<>();

    Draft(TextMetrics metrics) {
        this.metrics = metrics;
    }

    List<Mark> marks() {
        return marks;
    }

    double width(TextStyle style, String text) {
        return metrics.width(style, text);
    }

    String fit(TextStyle style, String text, double width) {
        return metrics.fit(style, text, width);
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /** How a text looks and where its point is. */
    record Pen(TextStyle style, Role role, Mark.Anchor anchor) {

        static Pen start(TextStyle style, Role role) {
            return new Pen(style, role, Mark.Anchor.START);
        }

        static Pen middle(TextStyle style, Role role) {
            return new Pen(style, role, Mark.Anchor.MIDDLE);
        }

        static Pen end(TextStyle style, Role role) {
            return new Pen(style, role, Mark.Anchor.END);
        }
    }

    void text(String id, Pen pen, double x, double y, String text) {
        double width = metrics.width(pen.style(), text);
        double left = switch (pen.anchor()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        double cap = metrics.capHeight(pen.style()) + 1;
        Rect bounds = new Rect(left, y - cap, width, cap + pen.style().size() * 0.25);
        marks.add(new Mark.Label(
                new MarkId(id),
                pen.role(),
                pen.style(),
                pen.anchor(),
                new Point(x, y),
                text,
                bounds,
                Optional.empty(),
                Zooms.ALWAYS));
    }

    void line(String id, Role role, Ink ink, double thickness, Point... points) {
        marks.add(new Mark.Wire(new MarkId(id), role, ink, List.of(points), thickness, Optional.empty(), ""));
    }

    void box(String id, Role role, Ink ink, Rect bounds, Optional<Target> target, String title) {
        marks.add(new Mark.Box(new MarkId(id), role, ink, bounds, 0, Optional.empty(), target, title, Zooms.ALWAYS));
    }

    /** Equal cells in a row. */
    record Run(Rect first, double pitch, int count) {}

    void cells(String id, Role role, Ink ink, Run run, Optional<Target> target, String title) {
        marks.add(new Mark.Cells(new MarkId(id), role, ink, run.first(), run.pitch(), run.count(), target, title));
    }

    void cross(String id, Rect bounds, String title) {
        marks.add(new Mark.Cross(new MarkId(id), Role.CONFLICT, bounds, Optional.empty(), title));
    }

    /** A horizontal dimension line with a head at either end. */
    void dimension(String id, Role role, double from, double to, double y) {
        line(id, role, Ink.FILLED, 1, new Point(from, y), new Point(to, y));
        head(id + "-from", role, from, y, to > from ? 1 : -1);
        head(id + "-to", role, to, y, to > from ? -1 : 1);
    }

    private void head(String id, Role role, double x, double y, int direction) {
        double back = x + direction * HEAD;
        line(id, role, Ink.FILLED, 1, new Point(back, y - HEAD / 2), new Point(x, y), new Point(back, y + HEAD / 2));
    }

    /** A bracket that opens downwards; an open end runs on as a dashed line. */
    void bracket(String id, Role role, Ink ink, Point from, Point to, boolean open) {
        Point start = new Point(from.x(), from.y() + HEAD);
        if (open) {
            line(id, role, ink, 1.6, start, from, to);
            line(id + "-on", role, Ink.DASHED, 1.6, to, new Point(to.x() + 14, to.y()));
        } else {
            line(id, role, ink, 1.6, start, from, to, new Point(to.x(), to.y() + HEAD));
        }
    }
}
