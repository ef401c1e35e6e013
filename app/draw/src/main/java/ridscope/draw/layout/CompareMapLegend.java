package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** Explains the signs that occur on a map of two hosts. Immutable. */
public final class CompareMapLegend {

    private static final double LINE = 18;
    private static final double SWATCH = 12;
    private static final double SIDE = 5;
    private static final double SPACE = 16;
    private static final String ARROW = "from old to new";

    private static final double LEAD = 3;

    private final Labels labels;
    private final Set<CompareCell> kinds;
    private final boolean arrows;

    /**
     * @param kinds that occur
     * @param arrows whether there are any
     */
    CompareMapLegend(Labels labels, Set<CompareCell> kinds, boolean arrows) {
        this.labels = labels;
        this.kinds = kinds;
        this.arrows = arrows;
    }

    /** The legend, wrapped at a width in pixels. */
    Diagram at(double width) {
        List<Mark> marks = new ArrayList<>();
        Point at = new Point(RidMapGrid.MARGIN, LEAD);
        for (CompareCell kind : kinds) {
            at = wrapped(at, kind.words(), width);
            MarkId id = new MarkId("legend-" + kind.id());
            marks.addAll(kind.marks(id, swatch(at), 1, true, Optional.empty(), kind.words()));
            at = text(id, kind.words(), at, marks);
        }
        if (arrows) {
            at = wrapped(at, ARROW, width);
            MarkId id = new MarkId("legend-arrow");
            marks.add(arrow(id, swatch(at)));
            at = text(id, ARROW, at, marks);
        }
        return new Diagram("rid-changes-legend", "", width, marks.isEmpty() ? 0 : at.y() + LINE + LEAD, marks);
    }

    private Point wrapped(Point at, String text, double width) {
        boolean room = at.x() + own(text) <= width - RidMapGrid.MARGIN;
        return room || at.x() <= RidMapGrid.MARGIN ? at : new Point(RidMapGrid.MARGIN, at.y() + LINE);
    }

    private double own(String text) {
        return SWATCH + SIDE + labels.width(TextStyle.SMALL, text);
    }

    private static Rect swatch(Point at) {
        return new Rect(at.x(), at.y() + 1, SWATCH, SWATCH);
    }

    /** Writes the text and returns where the next sign would stand. */
    private Point text(MarkId id, String text, Point at, List<Mark> marks) {
        Point baseline = new Point(at.x() + SWATCH + SIDE, at.y() + 11);
        marks.add(labels.start(id + "-text", TextStyle.SMALL, Role.MUTED, baseline, text));
        return new Point(at.x() + own(text) + SPACE, at.y());
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
