package ridscope.draw.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** Explains the signs that occur on a map of two hosts, wrapped at a width. */
final class CompareMapLegend {

    private static final double LINE = 18;
    private static final double SWATCH = 12;
    private static final double SIDE = 5;
    private static final double SPACE = 16;
    private static final String ARROW = "from old to new";

    private final Labels labels;
    private final double width;
    private double left;
    private double x;
    private double y;

    /** @param width where a line ends */
    CompareMapLegend(Labels labels, double width) {
        this.labels = labels;
        this.width = width;
    }

    /**
     * Adds it from a point to the right and down.
     *
     * @param arrows whether there are any
     * @return the bottom edge
     */
    double addTo(List<Mark> marks, Point from, Set<CompareCell> kinds, boolean arrows) {
        left = from.x();
        x = from.x();
        y = from.y();
        for (CompareCell kind : kinds) {
            MarkId id = new MarkId("legend-" + kind.id());
            Rect swatch = entry(id, kind.words(), marks);
            marks.addAll(kind.marks(id, swatch, 1, true, Optional.empty(), kind.words()));
        }
        if (arrows) {
            MarkId id = new MarkId("legend-arrow");
            Rect swatch = entry(id, ARROW, marks);
            marks.add(arrow(id, swatch));
        }
        return y + LINE;
    }

    /** Writes the text and returns the place of its sign. */
    private Rect entry(MarkId id, String text, List<Mark> marks) {
        double own = SWATCH + SIDE + labels.width(TextStyle.SMALL, text);
        if (x > left && x + own > width) {
            x = left;
            y += LINE;
        }
        Rect swatch = new Rect(x, y + 1, SWATCH, SWATCH);
        Point at = new Point(swatch.right() + SIDE, y + 11);
        marks.add(labels.start(id + "-text", TextStyle.SMALL, Role.MUTED, at, text));
        x += own + SPACE;
        return swatch;
    }

    private static Mark arrow(MarkId id, Rect at) {
        Point tip = new Point(at.right(), at.centerY());
        List<Point> points = List.of(
                new Point(at.x(), at.centerY()),
                tip,
                new Point(tip.x() - CompareArrows.HEAD, tip.y() - CompareArrows.HEAD_WIDTH),
                tip,
                new Point(tip.x() - CompareArrows.HEAD, tip.y() + CompareArrows.HEAD_WIDTH));
        return new Mark.Wire(id, Role.TEXT, Ink.FILLED, points, CompareArrows.THICKNESS, Optional.empty(), ARROW);
    }
}
