package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;

/** Draws host bridges: their boxes with what is written in them, and their rows. */
final class DrawHosts {

    private final Sketch sketch;
    private final Columns columns;
    private final DrawRows rows;

    DrawHosts(Sketch sketch, Columns columns, DrawRows rows) {
        this.sketch = sketch;
        this.columns = columns;
        this.rows = rows;
    }

    void draw(Sized.Host sized, double top) {
        Tree.Host host = sized.host();
        Rect box = new Rect(columns.x(0), top, columns.width(0), sized.height());
        sketch.container(
                host.id(),
                Role.HOST_BRIDGE,
                host.known() ? Ink.PLAIN : Ink.DASHED,
                box,
                Optional.of(host.target()),
                host.tooltip());
        sketch.stands(host.target(), Optional.empty(), host.id(), List.of());
        double x = box.x() + Sizes.HOST_PAD;
        label(new MarkId(host.id() + "-t"), Role.TEXT, TextStyle.BODY_BOLD, new Point(x, top + 18), host.title());
        for (int i = 0; i < host.lines().size(); i++) {
            TextStyle style = i == 0 ? TextStyle.MONO_SMALL : TextStyle.SMALL;
            Point at = new Point(x, top + 18 + Sizes.LINE * (i + 1));
            label(
                    new MarkId(host.id() + "-l" + (i + 1)),
                    Role.MUTED,
                    style,
                    at,
                    host.lines().get(i));
        }
        afar(host, box);
        Point handle = new Point(box.right() - Sizes.HANDLE_INSET, top + 13);
        host.folded().ifPresent(folded -> sketch.node(host.target(), folded, handle));
        double own = top + 18 + Sizes.LINE * host.lines().size() + 5;
        Rect room = new Rect(x, own, box.width() - 2 * Sizes.HOST_PAD, Sizes.OWN_HEIGHT);
        host.own().ifPresent(card -> own(card, room, host.target()));
        DrawRows.Origin origin =
                new DrawRows.Origin(0, x, box.width() - 2 * Sizes.HOST_PAD, box.right(), host.target());
        for (Sized.Row row : sized.rows()) {
            rows.row(row, top + row.at(), origin, columns.deviceColumn(Columns.depth(row.row())), Optional.empty());
        }
    }

    /** The buses in large digits, as large as the box holds. */
    private void afar(Tree.Host host, Rect box) {
        String bus = Hex.bus(host.bus());
        sketch.zoomed(
                Zooms.AFAR,
                () -> label(
                        new MarkId(host.id() + "-f"),
                        Role.TEXT,
                        TextStyle.AFAR,
                        new Point(box.x() + 8, box.y() + 24),
                        sketch.fit(TextStyle.AFAR, "bus " + bus, box.width() - 14)));
        if (box.height() >= TextStyle.FAR.size()) {
            double y = sketch.centred(TextStyle.FAR, box.centerY());
            sketch.zoomed(Zooms.FAR, () -> middle(host.id() + "-g", TextStyle.FAR, new Point(box.centerX(), y), bus));
            segment(host, box, y - TextStyle.FAR.size());
        }
    }

    /** Above the buses, where a host has several segments and the box has room for it. */
    private void segment(Tree.Host host, Rect box, double y) {
        Optional<String> segment =
                host.segment().filter(s -> sketch.metrics().width(TextStyle.FAR_LONG, s) <= box.width());
        if (segment.isPresent() && y - TextStyle.FAR_LONG.size() >= box.y()) {
            Point at = new Point(box.centerX(), y);
            sketch.zoomed(Zooms.FAR, () -> middle(host.id() + "-s", TextStyle.FAR_LONG, at, segment.get()));
        }
    }

    private void middle(String id, TextStyle style, Point at, String text) {
        sketch.label(new MarkId(id), Role.TEXT, style, Mark.Anchor.MIDDLE, at, text);
    }

    /** The host bridge's own function: a pale line, since the box round it says nearly the same. */
    private void own(Tree.FunctionCard card, Rect box, Target owner) {
        MarkId id = Hex.id("fn", card.function().address());
        Target target = new Target.OfFunction(card.function().address());
        sketch.box(new Mark.Box(
                id,
                Role.PANEL,
                Ink.PLAIN,
                box,
                4,
                Optional.empty(),
                Optional.of(target),
                card.tooltip(),
                sketch.handles() ? Zooms.NEAR_AND_CLOSE : Zooms.ALWAYS));
        String address = Hex.bdf(card.function().address());
        double x = box.x() + 6;
        double baseline = sketch.centred(TextStyle.MONO_SMALL, box.centerY());
        label(new MarkId(id + "-a"), Role.MUTED, TextStyle.MONO_SMALL, new Point(x, baseline), address);
        double textX = x + Math.ceil(sketch.metrics().width(TextStyle.MONO_SMALL, address)) + 6;
        String name = card.lines().get(0);
        String text = name.isEmpty() ? "" : sketch.fit(TextStyle.SMALL, name, box.right() - 5 - textX);
        label(new MarkId(id + "-l1"), Role.MUTED, TextStyle.SMALL, new Point(textX, baseline), text);
        sketch.stands(target, Optional.of(owner), id, List.of());
    }

    private void label(MarkId id, Role role, TextStyle style, Point at, String text) {
        sketch.label(id, role, style, Mark.Anchor.START, at, text);
    }
}
