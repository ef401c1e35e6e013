package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/**
 * Explains the marks that a window puts on a picture: those of findings, and the Routing IDs that software could hand out. A line
 * below the picture and its legend; what does not occur is left out.
 */
public final class MarksLegend {

    private static final double MARGIN = RidMapGrid.MARGIN;
    private static final double GAP = 16;
    private static final double SIDE = 5;
    private static final double LEAD = 3;

    private final Labels labels;

    public MarksLegend(TextMetrics metrics) {
        labels = new Labels(metrics);
    }

    private enum Entry {
        ERROR("error found"),
        WARNING("warning found"),
        FREE("free for software (RIDscope's rule)");

        private final String text;

        Entry(String text) {
            this.text = text;
        }

        boolean occurs(Mark mark) {
            boolean finding = mark.id().value().startsWith(FindingBadge.ID);
            return switch (this) {
                case ERROR -> finding && mark.role() == Role.CONFLICT;
                case WARNING -> finding && mark.role() == Role.WARNING;
                case FREE -> mark.id().value().startsWith(FreeRidMarks.ID);
            };
        }

        static List<Entry> occurring(Collection<Mark> marks) {
            return Stream.of(values())
                    .filter(entry -> marks.stream().anyMatch(entry::occurs))
                    .toList();
        }

        MarkId id() {
            return new MarkId("legend-marks-" + ordinal());
        }

        void swatch(Rect at, List<Mark> marks) {
            switch (this) {
                case ERROR, WARNING -> marks.add(FindingBadge.sign(id(), this == ERROR, at, Optional.empty(), ""));
                case FREE -> FreeRidMarks.addLines(id(), new Rect(at.x(), at.centerY() - 2, at.width(), 1), "", marks);
            }
        }
    }

    /** A legend that stands alone: the signs of a map and the marks on it, wrapped at a width, in pixels. */
    public Diagram alone(Diagram map, double width) {
        return explaining(map.marks()).apply(width);
    }

    /** The same at any width, for marks of one or more maps, which are looked through once. */
    public DoubleFunction<Diagram> explaining(Collection<Mark> explained) {
        Legend signs = new Legend(labels, explained);
        List<Entry> own = Entry.occurring(explained);
        return width -> alone(signs, own, width);
    }

    private Diagram alone(Legend signs, List<Entry> entries, double width) {
        List<Mark> marks = new ArrayList<>();
        Point from = new Point(MARGIN, LEAD);
        double right = width - 2 * MARGIN;
        Point at = signs.add(marks, from, right);
        for (Entry entry : entries) {
            double own = FindingBadge.SIZE + SIDE + labels.width(TextStyle.SMALL, entry.text);
            if (at.x() > from.x() && at.x() + own > from.x() + right) {
                at = new Point(from.x(), at.y() + Legend.LINE);
            }
            entry.swatch(new Rect(at.x(), at.y() + 1, FindingBadge.SIZE, FindingBadge.SIZE), marks);
            Point text = new Point(at.x() + FindingBadge.SIZE + SIDE, at.y() + 11);
            marks.add(labels.start(entry.id() + "-t", TextStyle.SMALL, Role.MUTED, text, entry.text));
            at = new Point(at.x() + own + GAP, at.y());
        }
        double height = marks.isEmpty() ? 0 : at.y() + Legend.LINE + LEAD;
        return new Diagram("rid-map-legend", "", width, height, marks);
    }

    /** The picture with the line; the same picture if there is nothing to explain. */
    public Diagram below(Diagram picture) {
        List<Mark> marks = new ArrayList<>(picture.marks());
        double x = MARGIN;
        double y = picture.height() - MARGIN + 4;
        double right = picture.width();
        for (Entry entry : Entry.occurring(picture.marks())) {
            Rect swatch = new Rect(x, y, FindingBadge.SIZE, FindingBadge.SIZE);
            entry.swatch(swatch, marks);
            Point at = new Point(swatch.right() + SIDE, y + 10);
            marks.add(labels.start(entry.id() + "-t", TextStyle.SMALL, Role.MUTED, at, entry.text));
            double end = at.x() + labels.width(TextStyle.SMALL, entry.text);
            right = Math.max(right, end + MARGIN);
            x = end + GAP;
        }
        return x == MARGIN
                ? picture
                : new Diagram(picture.name(), picture.title(), right, y + FindingBadge.SIZE + MARGIN, marks);
    }
}
