package ridscope.draw.layout.siov;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** Explains the signs that occur. */
final class Legend {

    private static final double SWATCH = 14;
    private static final double LINE = 18;
    private static final double GAP = 16;

    private enum Entry {
        PF(Role.PF, Ink.FILLED, "PF"),
        FUNCTION(Role.FUNCTION, Ink.FILLED, "another function"),
        VF(Role.VF, Ink.FILLED, "VF enabled"),
        VF_POSSIBLE(Role.VF, Ink.OUTLINED, "VF possible"),
        SDI(Role.SDI, Ink.DASHED, "SDI, no configuration space"),
        STRUCK(Role.CONFLICT, Ink.PLAIN, "outside what is routed"),
        OUTSIDE(Role.CONFLICT, Ink.HATCHED, "buses not routed to the PF"),
        CLASH(Role.CONFLICT, Ink.FILLED, "claimed twice");

        private final Role role;
        private final Ink ink;
        private final String text;

        Entry(Role role, Ink ink, String text) {
            this.role = role;
            this.ink = ink;
            this.text = text;
        }

        String id() {
            return "legend-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean occurs(Mark mark) {
            return switch (this) {
                case STRUCK -> mark instanceof Mark.Wire w && w.id().value().startsWith("strike-");
                case CLASH -> mark instanceof Mark.Cross;
                case OUTSIDE -> mark instanceof Mark.Cells c && c.role() == role && c.ink() == ink;
                default -> mark instanceof Mark.Box b && b.role() == role && b.ink() == ink;
            };
        }
    }

    private final Draft draft;

    Legend(Draft draft) {
        this.draft = draft;
    }

    /** Draws as many entries on a line as fit and returns the bottom. */
    double draw(double left, double top, double right) {
        List<Mark> explained = List.copyOf(draft.marks());
        double x = left;
        double y = top;
        for (Entry entry : Entry.values()) {
            Predicate<Mark> occurs = entry::occurs;
            if (explained.stream().noneMatch(occurs)) {
                continue;
            }
            double width = SWATCH + 5 + draft.width(TextStyle.SMALL, entry.text);
            if (x > left && x + width > right) {
                x = left;
                y += LINE;
            }
            swatch(entry, new Rect(x, y, SWATCH, SWATCH - 2));
            draft.text(
                    entry.id() + "-t",
                    Draft.Pen.start(TextStyle.SMALL, Role.MUTED),
                    x + SWATCH + 5,
                    y + 10,
                    entry.text);
            x += width + GAP;
        }
        return y + LINE;
    }

    private void swatch(Entry entry, Rect at) {
        switch (entry) {
            case CLASH -> draft.cross(entry.id(), new Rect(at.x() + 1, at.y(), at.height(), at.height()), "");
            case OUTSIDE ->
                draft.cells(entry.id(), entry.role, entry.ink, new Draft.Run(at, at.width(), 1), Optional.empty(), "");
            case STRUCK -> {
                draft.box(entry.id(), entry.role, Ink.DASHED, at, Optional.empty(), "");
                draft.line(
                        entry.id() + "-s",
                        entry.role,
                        Ink.FILLED,
                        1,
                        new Point(at.x() + 2, at.bottom() - 2),
                        new Point(at.right() - 2, at.y() + 2));
            }
            default -> {
                draft.box(entry.id(), entry.role, entry.ink, at, Optional.empty(), "");
                if (entry.ink == Ink.FILLED) {
                    Rect stripe = new Rect(at.x(), at.bottom() - 4, at.width(), 4);
                    draft.cells(
                            entry.id() + "-s",
                            entry.role,
                            Ink.FILLED,
                            new Draft.Run(stripe, stripe.width(), 1),
                            Optional.empty(),
                            "");
                }
            }
        }
    }
}
