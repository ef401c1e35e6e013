package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.Zooms;

/**
 * How a Routing ID of two hosts is drawn. Shapes tell the kinds apart without colours: unchanged is low; changed is cut twice,
 * new once or by a plus; what was left is a frame, what is gone a low hatched one.
 */
enum CompareCell {
    SAME("unchanged", Role.FUNCTION, Ink.FILLED, 0.5),
    CHANGED("something about it changed", Role.WARNING, Ink.FILLED, 1),
    NEW("new", Role.GOOD, Ink.FILLED, 1),
    GONE("gone", Role.CONFLICT, Ink.OUTLINED, 0.75),
    OLD_PLACE("old address", Role.PF, Ink.OUTLINED, 1),
    NEW_PLACE("new address", Role.PF, Ink.FILLED, 1);

    private static final double CUT = 1.6;
    private static final double SIGN = 0.6;

    private final String words;
    private final Role role;
    private final Ink ink;
    private final double share;

    CompareCell(String words, Role role, Ink ink, double share) {
        this.words = words;
        this.role = role;
        this.ink = ink;
        this.share = share;
    }

    /** For the legend. */
    String words() {
        return words;
    }

    /** Begins the names of its marks. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A run of cells.
     *
     * @param first the first cell, as high as its row
     * @param count how many, side by side
     * @param roomy whether a cell has room for a sign
     */
    List<Mark> marks(MarkId id, Rect first, int count, boolean roomy, Optional<Target> target, String title) {
        List<Mark> marks = new ArrayList<>();
        double height = first.height() * share;
        Rect own = new Rect(first.x(), first.centerY() - height / 2, first.width(), height);
        if (roomy && ink == Ink.OUTLINED) {
            marks.add(frame(id, own, target, title));
            return marks;
        }
        if (this == GONE) {
            Rect all = new Rect(own.x(), own.y(), own.width() * count, own.height());
            marks.add(block(id + "-hatch", role, Ink.HATCHED, all));
        }
        marks.add(new Mark.Cells(id, role, ink, own, own.width(), count, target, title));
        switch (this) {
            case CHANGED -> {
                marks.add(cut(id + "-1", own, count, 1.0 / 3));
                marks.add(cut(id + "-2", own, count, 2.0 / 3));
            }
            case NEW -> {
                marks.add(roomy ? plus(id + "-1", own, true) : cut(id + "-1", own, count, 0.5));
                if (roomy) {
                    marks.add(plus(id + "-2", own, false));
                }
            }
            default -> {
                // Its outline tells.
            }
        }
        return marks;
    }

    /** Wide cells of a map that are no more than outlined shrink to a sign, so that text fits beside it; these hold none. */
    private Mark frame(MarkId id, Rect cell, Optional<Target> target, String title) {
        return new Mark.Box(
                id,
                role,
                this == GONE ? Ink.HATCHED : Ink.FILLED,
                cell,
                0,
                Optional.empty(),
                target,
                title,
                Zooms.ALWAYS);
    }

    private static Mark cut(String id, Rect first, int count, double at) {
        Rect line = new Rect(first.x(), first.y() + first.height() * at - CUT / 2, first.width() * count, CUT);
        return block(id, Role.SURFACE, Ink.FILLED, line);
    }

    private static Mark plus(String id, Rect cell, boolean across) {
        double reach = Math.min(cell.width(), cell.height()) * SIGN / 2;
        Rect line = across
                ? new Rect(cell.centerX() - reach, cell.centerY() - CUT / 2, 2 * reach, CUT)
                : new Rect(cell.centerX() - CUT / 2, cell.centerY() - reach, CUT, 2 * reach);
        return block(id, Role.SURFACE, Ink.FILLED, line);
    }

    private static Mark block(String id, Role role, Ink ink, Rect all) {
        return new Mark.Cells(new MarkId(id), role, ink, all, all.width(), 1, Optional.empty(), "");
    }
}
