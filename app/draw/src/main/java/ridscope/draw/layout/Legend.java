package ridscope.draw.layout;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** Explains the signs of a RID map that occur in it, with swatches that look as the map does at its own size. */
final class Legend {

    /** Height of one line of the legend, diagram units. */
    static final double LINE = 18;

    private static final double SWATCH = 12;
    private static final double SPACE = 16;
    private static final double FUNCTION_WIDTH = 4;
    private static final double FPB_SHARE = RidMapFpb.BAR / SWATCH;

    private final Labels labels;
    private final List<Entry> entries;

    /** For the signs that occur among marks. */
    Legend(Labels labels, Collection<Mark> explained) {
        this.labels = labels;
        entries = ENTRIES.stream()
                .filter(e -> explained.stream().anyMatch(e::occurs))
                .toList();
    }

    /**
     * @param role what is explained
     * @param ink how it is drawn; empty for a cross
     * @param share of its lane's height
     */
    private record Entry(String id, Role role, Optional<Ink> ink, double share, String text) {

        Entry(String id, Role role, Ink ink, double share, String text) {
            this(id, role, Optional.of(ink), share, text);
        }

        boolean occurs(Mark mark) {
            if (ink.isEmpty()) {
                return mark instanceof Mark.Cross;
            }
            if (range()) {
                return RidMapGutter.bracket(mark) && ((Mark.Wire) mark).ink() == ink.get();
            }
            return id.equals("outside")
                    ? RidMapCells.strikes(mark)
                    : mark instanceof Mark.Cells c && c.role() == role && c.ink() == ink.get();
        }

        /** Whether it explains the brackets beside the map. */
        boolean range() {
            return id.startsWith(RANGE);
        }

        boolean bar() {
            return role == Role.BRACKET;
        }

        boolean single() {
            return role == Role.FUNCTION || role == Role.PF;
        }
    }

    private static final String RANGE = "buses";

    private static final List<Entry> ENTRIES = List.of(
            new Entry("function", Role.FUNCTION, Ink.FILLED, 1, "function"),
            new Entry("pf", Role.PF, Ink.FILLED, 1, "PF"),
            new Entry("vf", Role.VF, Ink.FILLED, 1, "VF enabled"),
            new Entry("vf-possible", Role.VF, Ink.OUTLINED, RidMapCells.POSSIBLE_SHARE, "VF possible"),
            new Entry("sdi", Role.SDI, Ink.DASHED, RidMapCells.SDI_SHARE, "SDI"),
            new Entry("reserved", Role.RESERVED, Ink.HATCHED, 1, "reserved"),
            new Entry(RANGE, Role.BRACKET, Ink.FILLED, 1, "bus range of a bridge"),
            new Entry(RANGE + "-assumed", Role.BRACKET, Ink.DASHED, 1, "bus range assumed"),
            new Entry("fpb", Role.BRACKET, Ink.FILLED, FPB_SHARE, "forwarded by FPB"),
            new Entry("fpb-possible", Role.BRACKET, Ink.OUTLINED, FPB_SHARE, "perhaps forwarded by FPB"),
            new Entry("outside", Role.CONFLICT, Ink.DASHED, RidMapCells.SDI_SHARE, "outside its range"),
            new Entry("conflict", Role.CONFLICT, Optional.empty(), 1, "conflict: two owners"));

    /**
     * Adds it from a point to the right and down, wrapped at a width.
     *
     * @return the bottom edge
     */
    double addTo(List<Mark> marks, Point from, double width) {
        Point end = add(marks, from, width);
        return end.equals(from) ? from.y() : end.y() + LINE;
    }

    /**
     * The same.
     *
     * @return where the next entry would stand
     */
    Point add(List<Mark> marks, Point from, double width) {
        double x = from.x();
        double y = from.y();
        for (Entry entry : entries) {
            double own = SWATCH + 5 + labels.width(TextStyle.SMALL, entry.text());
            if (x > from.x() && x + own > from.x() + width) {
                x = from.x();
                y += LINE;
            }
            swatch(entry, new Rect(x, y + 1, SWATCH, SWATCH), marks);
            Point at = new Point(x + SWATCH + 5, y + 11);
            marks.add(labels.start("legend-" + entry.id() + "-text", TextStyle.SMALL, Role.MUTED, at, entry.text()));
            x += own + SPACE;
        }
        return new Point(x, y);
    }

    private static void swatch(Entry entry, Rect rect, List<Mark> marks) {
        MarkId id = new MarkId("legend-" + entry.id());
        if (entry.ink().isEmpty()) {
            Rect foot = new Rect(rect.x(), rect.bottom() - 2, rect.width(), RidMapConflicts.FOOT);
            marks.add(cells(new MarkId(id + "-foot"), Role.CONFLICT, Ink.FILLED, foot, 1));
            Rect cross = new Rect(rect.x() + 1, rect.y() - 1, RidMapConflicts.CROSS, RidMapConflicts.CROSS);
            marks.add(new Mark.Cross(id, entry.role(), cross, Optional.empty(), ""));
            return;
        }
        if (entry.range()) {
            marks.add(RidMapGutter.sign(id, entry.ink().get(), rect));
            return;
        }
        double height = rect.height() * entry.share();
        Rect all = new Rect(rect.x(), rect.centerY() - height / 2, rect.width(), height);
        if (entry.single()) {
            all = new Rect(rect.centerX() - FUNCTION_WIDTH / 2, rect.y(), FUNCTION_WIDTH, rect.height());
        }
        boolean comb = !entry.single() && !entry.bar() && entry.ink().get() != Ink.HATCHED;
        int count = comb ? (int) Math.round(rect.width() / RidMapGrid.CELL) : 1;
        marks.add(cells(id, entry.role(), entry.ink().get(), all, count));
        if (entry.role() == Role.CONFLICT) {
            marks.add(strike(rect));
        }
    }

    private static Mark cells(MarkId id, Role role, Ink ink, Rect all, int count) {
        double pitch = all.width() / count;
        Rect first = new Rect(all.x(), all.y(), pitch, all.height());
        return new Mark.Cells(id, role, ink, first, pitch, count, Optional.empty(), "");
    }

    private static Mark strike(Rect rect) {
        List<Point> line =
                List.of(new Point(rect.x() - 1, rect.centerY()), new Point(rect.right() + 1, rect.centerY()));
        return new Mark.Wire(
                new MarkId("legend-outside-strike"), Role.CONFLICT, Ink.FILLED, line, 1.2, Optional.empty(), "");
    }
}
