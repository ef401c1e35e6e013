package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;

/** Says what frames, stripes, stacks and wires mean, each with a sample of the sign; what does not occur is left out. */
final class Legend {

    private enum Sign {
        BOX,
        STACK,
        WIRE,
        CROSS
    }

    private record Entry(Sign sign, Role role, Ink ink, Optional<Role> stripe, String text) {

        static Entry card(Role role, Role stripe, String text) {
            return new Entry(Sign.BOX, role, Ink.FILLED, Optional.of(stripe), text);
        }

        static Entry place(Role role, String text) {
            return new Entry(Sign.BOX, role, Ink.DASHED, Optional.of(role), text);
        }

        static Entry of(Sign sign, Role role, Ink ink, String text) {
            return new Entry(sign, role, ink, Optional.empty(), text);
        }

        boolean occurs(Mark mark) {
            if (mark.role() != role) {
                return false;
            }
            return switch (sign) {
                case BOX ->
                    mark instanceof Mark.Box b && b.ink() == ink && b.stripe().equals(stripe);
                case STACK -> mark instanceof Mark.Span s && s.ink() == ink;
                case WIRE -> mark instanceof Mark.Wire w && w.ink() == ink;
                case CROSS -> mark instanceof Mark.Cross;
            };
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            Entry.card(Role.FUNCTION, Role.FUNCTION, "function"),
            Entry.card(Role.PF, Role.PF, "PF"),
            Entry.card(Role.PF, Role.SDI, "PF with SIOV"),
            Entry.of(Sign.STACK, Role.VF, Ink.FILLED, "VFs, some enabled"),
            Entry.of(Sign.STACK, Role.VF, Ink.OUTLINED, "VFs possible"),
            Entry.of(Sign.STACK, Role.SDI, Ink.DASHED, "SDIs, no config space"),
            Entry.of(Sign.STACK, Role.WARNING, Ink.OUTLINED, "VFs unusable"),
            Entry.of(Sign.STACK, Role.WARNING, Ink.DASHED, "SDIs unusable"),
            Entry.of(Sign.STACK, Role.CONFLICT, Ink.FILLED, "VFs outside a range or colliding"),
            Entry.of(Sign.STACK, Role.CONFLICT, Ink.OUTLINED, "possible VFs outside a range or colliding"),
            Entry.of(Sign.STACK, Role.CONFLICT, Ink.DASHED, "SDIs outside a range or colliding"),
            Entry.place(Role.SLOT, "slot"),
            Entry.place(Role.RESERVED, "nothing below a port"),
            Entry.of(Sign.BOX, Role.FUNCTION, Ink.DASHED, "more functions"),
            Entry.of(Sign.BOX, Role.BRIDGE, Ink.DASHED, "more ports"),
            Entry.of(Sign.STACK, Role.BRIDGE, Ink.PLAIN, "folded away"),
            Entry.of(Sign.BOX, Role.GROUP, Ink.DASHED, "IOMMU group of several functions"),
            Entry.of(Sign.WIRE, Role.LINK, Ink.FILLED, "link, thicker with more lanes"),
            Entry.of(Sign.WIRE, Role.GOOD, Ink.FILLED, "link at what both ends can do"),
            Entry.of(Sign.WIRE, Role.MUTED, Ink.FILLED, "link whose health is unknown"),
            Entry.of(Sign.WIRE, Role.LINK, Ink.DASHED, "no link, empty"),
            Entry.of(Sign.WIRE, Role.CONFLICT, Ink.FILLED, "link below capability"),
            Entry.of(Sign.WIRE, Role.WARNING, Ink.FILLED, "link beyond capability"),
            Entry.of(Sign.CROSS, Role.WARNING, Ink.FILLED, "boot log warns"),
            Entry.of(Sign.CROSS, Role.CONFLICT, Ink.FILLED, "problem"));

    private static final double BOX = 20;
    private static final double HEIGHT = 12;
    private static final double GAP = 16;
    private static final double WIRE = 2;
    private static final double CROSS = 10;

    private final Sketch sketch;

    Legend(Sketch sketch) {
        this.sketch = sketch;
    }

    private List<Entry> entries() {
        List<Mark> marks = sketch.marks();
        return ENTRIES.stream().filter(e -> marks.stream().anyMatch(e::occurs)).toList();
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
            Rect box = new Rect(x, y + 1, BOX, HEIGHT);
            MarkId id = new MarkId("legend-" + (i + 1));
            swatch(entry, id, box);
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

    private void swatch(Entry entry, MarkId id, Rect box) {
        switch (entry.sign()) {
            case BOX ->
                sketch.box(new Mark.Box(
                        id,
                        entry.role(),
                        entry.ink(),
                        box,
                        3,
                        entry.stripe(),
                        Optional.empty(),
                        entry.text(),
                        Zooms.ALWAYS));
            case STACK ->
                sketch.span(
                        new Mark.Span(id, entry.role(), entry.ink(), box.grown(2), "", Optional.empty(), entry.text()));
            case WIRE -> {
                List<Point> points = List.of(new Point(box.x(), box.centerY()), new Point(box.right(), box.centerY()));
                double thickness = entry.ink() == Ink.DASHED ? LinkWords.NOTHING : WIRE;
                Tree.Wiring wiring = new Tree.Wiring("", "", entry.role(), entry.ink(), thickness, entry.text());
                sketch.wire(id, wiring, points, Optional.empty());
            }
            case CROSS -> {
                Rect plate = new Rect(box.centerX() - CROSS / 2, box.centerY() - CROSS / 2, CROSS, CROSS);
                sketch.cross(new Mark.Cross(id, entry.role(), plate, Optional.empty(), entry.text()));
            }
        }
    }
}
