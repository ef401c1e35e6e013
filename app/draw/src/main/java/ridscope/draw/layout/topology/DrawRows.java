package ridscope.draw.layout.topology;

import java.util.ArrayList;
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
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/** Draws ports, wires, switches and bridges. */
final class DrawRows {

    /**
     * Where rows begin.
     *
     * @param level column of the container
     * @param port left edge of its ports
     * @param width of its ports
     * @param edge right edge of the container
     * @param owner what the container stands for
     */
    record Origin(int level, double port, double width, double edge, Target owner) {}

    /**
     * Where a wire begins.
     *
     * @param from right edge of the port
     * @param level column of the port's container
     * @param deviceColumn column of the devices of this row
     * @param owner what is at the left end
     */
    private record Start(double from, int level, int deviceColumn, Target owner) {}

    private final Sketch sketch;
    private final Columns columns;
    private final Captions captions;
    private final DrawDevices devices;
    private final DrawWires wires;

    DrawRows(Sketch sketch, Columns columns, Captions captions) {
        this.sketch = sketch;
        this.columns = columns;
        this.captions = captions;
        devices = new DrawDevices(sketch, columns, captions);
        wires = new DrawWires(sketch);
    }

    /**
     * @param axis y of the row
     * @param lead inner wire that leads to a port from its switch's upstream port
     */
    void row(Sized.Row row, double axis, Origin origin, int deviceColumn, Optional<MarkId> lead) {
        if (row.row() instanceof Tree.PortRow p) {
            double from = origin.edge();
            Target owner = origin.owner();
            if (p.port().isPresent()) {
                owner = port(p, axis, origin, lead);
                from = origin.port() + origin.width();
            }
            blocks(row.blocks(), p.wiring(), axis, new Start(from, origin.level(), deviceColumn, owner));
        } else if (row.row() instanceof Tree.FoldRow f) {
            fold(f.fold(), axis, origin, lead);
        } else if (row.row() instanceof Tree.GridRow g) {
            devices.grid(g, axis, row.above(), origin);
        }
    }

    private Target port(Tree.PortRow row, double axis, Origin origin, Optional<MarkId> lead) {
        PciFunction port = row.port().orElseThrow();
        MarkId id = Hex.id("port", port.address());
        Target target = new Target.OfFunction(port.address());
        portBox(id, port, new Rect(origin.port(), axis - Sizes.PORT_HEIGHT / 2, origin.width(), Sizes.PORT_HEIGHT));
        sketch.stands(
                target, Optional.of(origin.owner()), id, lead.map(List::of).orElse(List.of()));
        double handle = origin.port() + origin.width() - Sizes.HANDLE_INSET;
        row.folded().ifPresent(folded -> sketch.node(target, folded, new Point(handle, axis)));
        return target;
    }

    private void portBox(MarkId id, PciFunction port, Rect box) {
        Target target = new Target.OfFunction(port.address());
        sketch.box(new Mark.Box(
                id,
                Role.BRIDGE,
                Ink.FILLED,
                box,
                5,
                Optional.empty(),
                Optional.of(target),
                captions.title(port),
                Zooms.NOT_FAR));
        double centre = sketch.centred(TextStyle.MONO, box.centerY());
        sketch.zoomed(Zooms.NEAR, () -> address(new MarkId(id + "-a"), port, new Point(box.centerX(), centre)));
        sketch.zoomed(Zooms.CLOSE, () -> portDetails(id, port, box));
        alarm(id, port, box);
    }

    private void address(MarkId id, PciFunction port, Point at) {
        sketch.label(id, Role.TEXT, TextStyle.MONO, Mark.Anchor.MIDDLE, at, Hex.bdf(port.address()));
    }

    private void portDetails(MarkId id, PciFunction port, Rect box) {
        address(new MarkId(id + "-d0"), port, new Point(box.centerX(), box.y() + 10.5));
        String detail = captions.portDetail(port);
        sketch.label(
                new MarkId(id + "-d1"),
                Role.MUTED,
                TextStyle.DETAIL,
                Mark.Anchor.START,
                new Point(box.x() + 5, box.bottom() - 3),
                detail.isEmpty() ? "" : sketch.fit(TextStyle.DETAIL, detail, box.width() - 8 - 2 * Sizes.HANDLE_INSET));
    }

    /** A cross on the corner of a port that the boot log complains of; cards have words for it. */
    private void alarm(MarkId id, PciFunction port, Rect box) {
        captions.bootLog().role(port).ifPresent(role -> {
            Rect plate = new Rect(box.right() - Sizes.ALARM / 2, box.y() - Sizes.ALARM / 2, Sizes.ALARM, Sizes.ALARM);
            Target target = new Target.OfFunction(port.address());
            sketch.cross(new Mark.Cross(
                    new MarkId(id + "-log"),
                    role,
                    plate,
                    Optional.of(target),
                    captions.bootLog().title(port)));
        });
    }

    private void fold(Tree.Fold fold, double axis, Origin origin, Optional<MarkId> lead) {
        Rect box = new Rect(origin.port(), axis - Sizes.PORT_HEIGHT / 2, origin.width(), Sizes.PORT_HEIGHT);
        devices.foldBox(fold, box, Role.BRIDGE);
        devices.standsForAll(fold, origin.owner(), lead.map(List::of).orElse(List.of()));
    }

    private void blocks(List<Sized.Block> blocks, Tree.Wiring wiring, double axis, Start start) {
        List<DrawWires.End> ends = new ArrayList<>();
        for (Sized.Block block : blocks) {
            ends.add(new DrawWires.End(
                    key(block.block()),
                    new Point(left(block.block(), start), axis + block.at()),
                    target(block.block())));
        }
        List<List<MarkId>> leads = wires.draw(start.from(), axis, wiring, ends);
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), axis + blocks.get(i).at(), start, leads.get(i));
        }
    }

    private double left(Tree.Block block, Start start) {
        if (block instanceof Tree.SwitchBlock) {
            return columns.x(start.level() + 1) + Sizes.SWITCH_PAD;
        }
        if (block instanceof Tree.BridgeBlock) {
            return columns.x(start.level() + 1);
        }
        boolean framed = block instanceof Tree.DeviceBlock d && d.cards().size() > 1;
        return columns.x(start.deviceColumn()) - (framed ? Sizes.FRAME_PAD : 0);
    }

    private static MarkId key(Tree.Block block) {
        if (block instanceof Tree.SwitchBlock s) {
            return Hex.id("link", s.upstream().address());
        }
        if (block instanceof Tree.BridgeBlock b) {
            return Hex.id("link", b.bridge().address());
        }
        if (block instanceof Tree.HiddenBlock h) {
            return new MarkId("link-" + h.id());
        }
        return new MarkId("link-" + (block instanceof Tree.DeviceBlock d ? d.id() : ((Tree.EmptyBlock) block).id()));
    }

    private static Target target(Tree.Block block) {
        if (block instanceof Tree.SwitchBlock s) {
            return new Target.OfFunction(s.upstream().address());
        }
        if (block instanceof Tree.BridgeBlock b) {
            return new Target.OfFunction(b.bridge().address());
        }
        if (block instanceof Tree.DeviceBlock d) {
            Tree.Card first = d.cards().get(0);
            FunctionAddress address = first instanceof Tree.FunctionCard f
                    ? f.function().address()
                    : ((Tree.FoldCard) first).fold().functions().get(0).address();
            return new Target.OfFunction(address);
        }
        return block instanceof Tree.HiddenBlock h ? h.node() : ((Tree.EmptyBlock) block).target();
    }

    private void block(Sized.Block block, double axis, Start start, List<MarkId> leads) {
        if (block.block() instanceof Tree.SwitchBlock s) {
            switchBox(s, block, axis, start, leads);
        } else if (block.block() instanceof Tree.BridgeBlock b) {
            bridge(b, block, axis, start, leads);
        } else if (block.block() instanceof Tree.DeviceBlock d) {
            devices.device(d, block, new DrawDevices.Spot(axis, start.deviceColumn(), start.owner(), leads));
        } else if (block.block() instanceof Tree.HiddenBlock h) {
            devices.hidden(h, new DrawDevices.Spot(axis, start.deviceColumn(), start.owner(), leads));
        } else if (block.block() instanceof Tree.EmptyBlock e) {
            devices.empty(e, new DrawDevices.Spot(axis, start.deviceColumn(), start.owner(), leads));
        }
    }

    private void switchBox(Tree.SwitchBlock s, Sized.Block block, double axis, Start start, List<MarkId> leads) {
        int level = start.level() + 1;
        Rect box =
                new Rect(columns.x(level), axis - block.above(), columns.width(level), block.above() + block.below());
        Target target = new Target.OfFunction(s.upstream().address());
        MarkId id = Hex.id("switch", s.upstream().address());
        sketch.container(id, Role.SWITCH, Ink.PLAIN, box, Optional.of(target), captions.title(s.upstream()));
        switchTitle(s, id, box);
        MarkId port = Hex.id("port", s.upstream().address());
        double portLeft = box.x() + Sizes.SWITCH_PAD;
        Rect upstream = new Rect(portLeft, axis - Sizes.PORT_HEIGHT / 2, columns.portWidth(), Sizes.PORT_HEIGHT);
        portBox(port, s.upstream(), upstream);
        double handle = upstream.right() - Sizes.HANDLE_INSET;
        s.folded().ifPresent(folded -> sketch.node(target, folded, new Point(handle, axis)));
        List<MarkId> all = new ArrayList<>(leads);
        all.add(port);
        sketch.stands(target, Optional.of(start.owner()), id, all);
        double downLeft = box.right() - Sizes.SWITCH_PAD - columns.portWidth();
        Origin origin = new Origin(level, downLeft, columns.portWidth(), box.right(), target);
        for (Sized.Row row : block.rows()) {
            double y = axis + row.at();
            double to = portless(row.row()) ? box.right() : downLeft;
            MarkId inner = new MarkId("in-" + innerKey(row.row(), id));
            wires.inner(inner, new Point(upstream.right(), axis), new Point(to, y));
            row(row, y, origin, start.deviceColumn(), Optional.of(inner));
        }
    }

    private static boolean portless(Tree.Row row) {
        return row instanceof Tree.PortRow p && p.port().isEmpty();
    }

    private static String innerKey(Tree.Row row, MarkId container) {
        if (row instanceof Tree.PortRow p) {
            return p.port().map(f -> Hex.id("port", f.address()).value()).orElse(container + "-rest");
        }
        return ((Tree.FoldRow) row).fold().id().value();
    }

    private void switchTitle(Tree.SwitchBlock s, MarkId id, Rect box) {
        double y = box.y() + 17;
        double range = sketch.metrics().width(TextStyle.MONO_SMALL, s.range());
        double room = box.width() - 20 - (range > 0 ? range + 8 : 0);
        sketch.label(
                new MarkId(id + "-t"),
                Role.TEXT,
                TextStyle.BODY_BOLD,
                Mark.Anchor.START,
                new Point(box.x() + 10, y),
                sketch.fit(TextStyle.BODY_BOLD, s.title(), room));
        sketch.zoomed(
                Zooms.AFAR,
                () -> sketch.label(
                        new MarkId(id + "-f"),
                        Role.TEXT,
                        TextStyle.AFAR,
                        Mark.Anchor.START,
                        new Point(box.x() + 8, box.y() + 22),
                        sketch.fit(TextStyle.AFAR, captions.shortName(s.upstream()), box.width() - 16)));
        sketch.label(
                new MarkId(id + "-r"),
                Role.MUTED,
                TextStyle.MONO_SMALL,
                Mark.Anchor.END,
                new Point(box.right() - 10, y),
                s.range());
    }

    private void bridge(Tree.BridgeBlock b, Sized.Block block, double axis, Start start, List<MarkId> leads) {
        int level = start.level() + 1;
        Rect box = new Rect(columns.x(level), axis - 18, columns.bridgeWidth(b), 36);
        MarkId id = Hex.id("port", b.bridge().address());
        Target target = new Target.OfFunction(b.bridge().address());
        sketch.box(new Mark.Box(
                id,
                Role.BRIDGE,
                Ink.FILLED,
                box,
                5,
                Optional.empty(),
                Optional.of(target),
                captions.title(b.bridge()),
                Zooms.ALWAYS));
        sketch.label(
                new MarkId(id + "-a"),
                Role.TEXT,
                TextStyle.MONO,
                Mark.Anchor.MIDDLE,
                new Point(box.centerX(), box.y() + 15),
                Hex.bdf(b.bridge().address()));
        sketch.label(
                new MarkId(id + "-c"),
                Role.MUTED,
                TextStyle.SMALL,
                Mark.Anchor.MIDDLE,
                new Point(box.centerX(), box.y() + 29),
                b.caption());
        alarm(id, b.bridge(), box);
        Point handle = new Point(box.right() - Sizes.HANDLE_INSET, box.y() + 11);
        b.folded().ifPresent(folded -> sketch.node(target, folded, handle));
        sketch.stands(target, Optional.of(start.owner()), id, leads);
        blocks(block.blocks(), b.wiring(), axis, new Start(box.right(), level, start.deviceColumn(), target));
    }
}
