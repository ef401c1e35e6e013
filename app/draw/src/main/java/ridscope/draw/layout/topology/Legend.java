package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** One line that says what frames and colours mean. */
final class Legend {

    private record Entry(Role role, Ink ink, boolean stripe, String text) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(Role.FUNCTION, Ink.FILLED, true, "function"),
            new Entry(Role.PF, Ink.FILLED, true, "PF"),
            new Entry(Role.VF, Ink.OUTLINED, false, "VFs"),
            new Entry(Role.SDI, Ink.DASHED, false, "SDIs, no config space"),
            new Entry(Role.SLOT, Ink.DASHED, true, "slot"),
            new Entry(Role.RESERVED, Ink.DASHED, true, "nothing below a port"),
            new Entry(Role.CONFLICT, Ink.OUTLINED, false, "below capability, outside a range, collides"));

    private static final double BOX = 16;
    private static final double HEIGHT = 12;
    private static final double GAP = 16;

    private final Sketch sketch;

    Legend(Sketch sketch) {
        this.sketch = sketch;
    }

    /** Only what the picture holds. */
    private List<Entry> entries() {
        Set<Role> used = sketch.marks().stream().map(Mark::role).collect(Collectors.toSet());
        return ENTRIES.stream().filter(e -> used.contains(e.role())).toList();
    }

    private double width(Entry entry) {
        return BOX + 5 + Math.ceil(sketch.metrics().width(TextStyle.SMALL, entry.text())) + GAP;
    }

    /**
     * As many entries on a line as fit.
     *
     * @return the bottom edge
     */
    double draw(double top, double right) {
        double x = Sizes.MARGIN;
        double y = top;
        List<Entry> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (x > Sizes.MARGIN && x + width(entry) - GAP > right) {
                x = Sizes.MARGIN;
                y += HEIGHT + 6;
            }
            Optional<Role> stripe = entry.stripe() ? Optional.of(entry.role()) : Optional.empty();
            Rect box = new Rect(x, y + 1, BOX, HEIGHT);
            MarkId id = new MarkId("legend-" + (i + 1));
            sketch.box(new Mark.Box(id, entry.role(), entry.ink(), box, 3, stripe, Optional.empty(), entry.text()));
            sketch.label(
                    new MarkId(id + "-t"),
                    Role.MUTED,
                    TextStyle.SMALL,
                    Mark.Anchor.START,
                    new Point(box.right() + 5, sketch.centred(TextStyle.SMALL, box.centerY())),
                    entry.text());
            x += width(entry);
        }
        return y + HEIGHT + 2;
    }
}
