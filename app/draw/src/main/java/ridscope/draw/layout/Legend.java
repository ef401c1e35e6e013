package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** Explains every ink of the pictures: the same words below the topology and the RID map. */
public final class Legend {

    /** Height of one line of the legend, diagram units. */
    public static final double LINE = 18;

    private static final double SWATCH = 10;
    private static final double SPACE = 16;

    private final Labels labels;

    public Legend(TextMetrics metrics) {
        labels = new Labels(metrics);
    }

    /**
     * @param role what is explained
     * @param ink how it is drawn; empty for a cross
     */
    private record Entry(String id, Role role, Optional<Ink> ink, String text) {}

    private static List<Entry> entries() {
        return List.of(
                new Entry("function", Role.FUNCTION, Optional.of(Ink.FILLED), "function"),
                new Entry("pf", Role.PF, Optional.of(Ink.FILLED), "PF"),
                new Entry("vf", Role.VF, Optional.of(Ink.FILLED), "VF"),
                new Entry("vf-possible", Role.VF, Optional.of(Ink.OUTLINED), "VF possible"),
                new Entry("sdi", Role.SDI, Optional.of(Ink.DASHED), "SDI"),
                new Entry("reserved", Role.RESERVED, Optional.of(Ink.HATCHED), "reserved"),
                new Entry("outside", Role.CONFLICT, Optional.of(Ink.DASHED), "outside its range"),
                new Entry("conflict", Role.CONFLICT, Optional.empty(), "conflict"));
    }

    /** How many lines it takes at a width. */
    public int lines(double width) {
        List<Mark> marks = marks(0, 0, width);
        return (int) Math.round(marks.get(marks.size() - 1).bounds().y() / LINE - 0.1) + 1;
    }

    /** The marks, from a point to the right and down, wrapped at a width. */
    public List<Mark> marks(double left, double top, double width) {
        List<Mark> marks = new ArrayList<>();
        double x = left;
        double y = top;
        for (Entry entry : entries()) {
            double own = SWATCH + 5 + labels.width(TextStyle.SMALL, entry.text());
            if (x > left && x + own > left + width) {
                x = left;
                y += LINE;
            }
            Rect rect = new Rect(x, y + 2, SWATCH, SWATCH);
            marks.add(swatch(entry, rect));
            if (entry.role() == Role.CONFLICT && entry.ink().isPresent()) {
                marks.add(strike(rect));
            }
            Point at = new Point(x + SWATCH + 5, y + 11);
            marks.add(labels.start("legend-" + entry.id() + "-text", TextStyle.SMALL, Role.MUTED, at, entry.text()));
            x += own + SPACE;
        }
        return marks;
    }

    private static Mark strike(Rect rect) {
        List<Point> line =
                List.of(new Point(rect.x() - 1, rect.centerY()), new Point(rect.right() + 1, rect.centerY()));
        return new Mark.Wire(
                new MarkId("legend-outside-strike"), Role.CONFLICT, Ink.FILLED, line, 1.2, Optional.empty(), "");
    }

    private static Mark swatch(Entry entry, Rect rect) {
        MarkId id = new MarkId("legend-" + entry.id());
        if (entry.ink().isEmpty()) {
            return new Mark.Cross(id, entry.role(), rect, Optional.empty(), "");
        }
        int count = entry.ink().get() == Ink.DASHED ? 4 : 1;
        double pitch = rect.width() / count;
        Rect first = new Rect(rect.x(), rect.y(), pitch, rect.height());
        return new Mark.Cells(id, entry.role(), entry.ink().get(), first, pitch, count, Optional.empty(), "");
    }
}
