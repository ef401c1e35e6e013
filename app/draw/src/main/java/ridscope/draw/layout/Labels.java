package ridscope.draw.layout;

import java.util.Optional;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;

/** Makes labels with measured bounds. */
final class Labels {

    private final TextMetrics metrics;

    Labels(TextMetrics metrics) {
        this.metrics = metrics;
    }

    double width(TextStyle style, String text) {
        return metrics.width(style, text);
    }

    String fit(TextStyle style, String text, double available) {
        return metrics.fit(style, text, available);
    }

    /** Begins at a point, and nothing happens on a click. */
    Mark.Label start(String id, TextStyle style, Role role, Point baseline, String text) {
        return start(id, style, role, baseline, text, Optional.empty());
    }

    /** Begins at a point. */
    Mark.Label start(String id, TextStyle style, Role role, Point baseline, String text, Optional<Target> target) {
        Rect bounds = bounds(style, baseline.x(), baseline.y(), metrics.width(style, text));
        return new Mark.Label(
                new MarkId(id), role, style, Mark.Anchor.START, baseline, text, bounds, target, Zooms.ALWAYS);
    }

    /** Ends at a point. */
    Mark.Label end(String id, TextStyle style, Role role, Point baseline, String text, Optional<Target> target) {
        double width = metrics.width(style, text);
        Rect bounds = bounds(style, baseline.x() - width, baseline.y(), width);
        return new Mark.Label(
                new MarkId(id), role, style, Mark.Anchor.END, baseline, text, bounds, target, Zooms.ALWAYS);
    }

    private Rect bounds(TextStyle style, double left, double baseline, double width) {
        double descent = style.size() * 0.25;
        double ascent = metrics.capHeight(style) + 1;
        return new Rect(left, baseline - ascent, width, ascent + descent);
    }
}
