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
import ridscope.topology.PciFunction;

/** Draws devices: slot frames, cards, folds, empty slots, the chips of a root bus. */
final class DrawDevices {

    /** Where a block stands, what is above it, and the wires between the two. */
    record Spot(double axis, int column, Target owner, List<MarkId> leads) {}

    private final Sketch sketch;
    private final Columns columns;
    private final Captions captions;
    private final DrawStacks stacks;

    DrawDevices(Sketch sketch, Columns columns, Captions captions) {
        this.captions = captions;
        this.sketch = sketch;
        this.columns = columns;
        stacks = new DrawStacks(sketch, columns);
    }

    void device(Tree.DeviceBlock device, Sized.Block block, Spot spot) {
        frames(device, block, spot);
        for (Sized.Unit unit : block.units()) {
            if (unit.card() instanceof Tree.FunctionCard f) {
                card(f, unit, spot);
            } else if (unit.card() instanceof Tree.FoldCard f) {
                Rect box = new Rect(
                        columns.x(spot.column()), spot.axis() + unit.top(), columns.cardWidth(), unit.height());
                foldBox(f.fold(), box, Role.FUNCTION);
                standsForAll(f.fold(), spot.owner(), spot.leads());
            }
        }
    }

    private void frames(Tree.DeviceBlock device, Sized.Block block, Spot spot) {
        boolean several = device.cards().size() > 1;
        double pad = several ? Sizes.FRAME_PAD : 0;
        double slot = device.slot().isPresent() ? Sizes.SLOT_PAD : 0;
        double header = device.slot().isPresent() ? Sizes.SLOT_HEADER : 0;
        double left = columns.x(spot.column()) - pad;
        double right = frameRight(device, spot.column()) + pad;
        double top = spot.axis() - block.above() + header;
        double bottom = spot.axis() + block.below() - slot;
        device.slot().ifPresent(name -> {
            Rect frame = new Rect(
                    left - slot + pad,
                    spot.axis() - block.above(),
                    right - left + 2 * slot - 2 * pad,
                    block.above() + block.below());
            Rect around = several ? frame.union(new Rect(left - 3, top, right - left + 6, 1)) : frame;
            MarkId id = new MarkId("slot-" + device.id());
            sketch.container(id, Role.SLOT, Ink.DASHED, around, Optional.empty(), name);
            sketch.label(
                    new MarkId(id + "-t"),
                    Role.MUTED,
                    TextStyle.SMALL,
                    Mark.Anchor.START,
                    new Point(around.x() + 8, around.y() + 13),
                    sketch.fit(TextStyle.SMALL, name, around.width() - 16));
        });
        if (several) {
            Rect frame = new Rect(left, top, right - left, bottom - top);
            sketch.container(device.id(), Role.PANEL, Ink.PLAIN, frame, Optional.empty(), "one device");
            device.folded().ifPresent(folded -> sketch.node(first(device), folded, new Point(left, bottom)));
        }
    }

    private static Target first(Tree.DeviceBlock device) {
        Tree.FunctionCard first = (Tree.FunctionCard) device.cards().get(0);
        return new Target.OfFunction(first.function().address());
    }

    /** Frames end where their cards do, or where all stacks of the column do. */
    private double frameRight(Tree.DeviceBlock device, int column) {
        double right = columns.x(column) + columns.cardWidth();
        for (Tree.Card card : device.cards()) {
            if (card instanceof Tree.FunctionCard f && !f.stacks().isEmpty()) {
                right = Math.max(right, columns.deviceRight(column));
            }
            if (card instanceof Tree.FunctionCard f && !f.words().isEmpty()) {
                right = Math.max(right, columns.x(column) + columns.wordRoom(column));
            }
        }
        return right;
    }

    private void card(Tree.FunctionCard card, Sized.Unit unit, Spot spot) {
        PciFunction f = card.function();
        Rect box = new Rect(columns.x(spot.column()), spot.axis() + unit.top(), columns.cardWidth(), unit.height());
        MarkId id = Hex.id("fn", f.address());
        Target target = new Target.OfFunction(f.address());
        sketch.box(new Mark.Box(
                id,
                card.role(),
                Ink.FILLED,
                box,
                6,
                Optional.of(card.stripe()),
                Optional.of(target),
                card.tooltip(),
                Zooms.ALWAYS));
        sketch.zoomed(Zooms.NEAR, () -> summary(id, card, box));
        sketch.zoomed(Zooms.CLOSE, () -> details(id, f, box));
        sketch.stands(target, Optional.of(spot.owner()), id, spot.leads());
        stacks.stacks(card, spot.axis() + unit.stacks(), box.right() + Sizes.STACK_GAP);
        words(id, unit, box.x(), spot.axis());
    }

    /** As many lines as the card has room for, smaller than from farther off. */
    private void details(MarkId id, PciFunction f, Rect box) {
        double x = box.x() + 9;
        double room = box.width() - 13;
        int most = (int) ((box.height() - 3) / Sizes.DETAIL_LINE);
        double y = box.y() + 8;
        detail(
                new MarkId(id + "-d0"),
                TextStyle.MONO_DETAIL,
                new Point(x, y),
                f.address().toString(),
                room);
        int line = 1;
        for (String text : captions.details(f)) {
            if (!text.isEmpty() && line < most) {
                y += Sizes.DETAIL_LINE;
                detail(new MarkId(id + "-d" + line++), TextStyle.DETAIL, new Point(x, y), text, room);
            }
        }
    }

    private void detail(MarkId id, TextStyle style, Point at, String text, double room) {
        sketch.label(id, Role.TEXT, style, Mark.Anchor.START, at, sketch.fit(style, text, room));
    }

    private void summary(MarkId id, Tree.FunctionCard card, Rect box) {
        PciFunction f = card.function();
        double x = box.x() + Sizes.TEXT_INSET;
        double first = card.lines().isEmpty() ? sketch.centred(TextStyle.MONO_BOLD, box.centerY()) : box.y() + 15;
        sketch.label(
                new MarkId(id + "-a"),
                Role.TEXT,
                TextStyle.MONO_BOLD,
                Mark.Anchor.START,
                new Point(x, first),
                Hex.bdf(f.address()));
        double room = box.width() - Sizes.TEXT_INSET - 6;
        for (int i = 0; i < card.lines().size(); i++) {
            sketch.label(
                    new MarkId(id + "-l" + (i + 1)),
                    Role.MUTED,
                    TextStyle.SMALL,
                    Mark.Anchor.START,
                    new Point(x, first + Sizes.LINE * (i + 1)),
                    sketch.fit(TextStyle.SMALL, card.lines().get(i), room));
        }
    }

    private void words(MarkId id, Sized.Unit unit, double x, double axis) {
        for (int i = 0; i < unit.lines().size(); i++) {
            Remark line = unit.lines().get(i);
            double y = axis + unit.words() + Sizes.LINE * i + 12;
            sketch.cross(new Mark.Cross(
                    new MarkId(id + "-x" + (i + 1)),
                    line.role(),
                    new Rect(x, y - 9, 10, 10),
                    Optional.empty(),
                    line.text()));
            sketch.label(
                    new MarkId(id + "-w" + (i + 1)),
                    line.role(),
                    TextStyle.BODY_BOLD,
                    Mark.Anchor.START,
                    new Point(x + Sizes.WORD_INSET, y),
                    line.text());
        }
    }

    /** A box that stands for what is not drawn, or that folds what is drawn behind it. */
    void foldBox(Tree.Fold fold, Rect box, Role role) {
        sketch.box(new Mark.Box(
                fold.id(),
                role,
                Ink.DASHED,
                box,
                5,
                Optional.empty(),
                Optional.of(fold.target()),
                fold.tooltip(),
                Zooms.ALWAYS));
        if (fold.node() instanceof Target.OfRun) {
            double handle = box.right() - Sizes.HANDLE_INSET;
            sketch.node(fold.node(), !fold.open(), new Point(handle, box.centerY()));
        }
        boolean middle = role == Role.BRIDGE && !sketch.handles();
        double inset = role == Role.BRIDGE ? 6 : Sizes.TEXT_INSET;
        double room = box.width() - (middle ? 6 : inset + (sketch.handles() ? 2 * Sizes.HANDLE_INSET : 4));
        sketch.label(
                new MarkId(fold.id() + "-t"),
                Role.MUTED,
                TextStyle.SMALL,
                middle ? Mark.Anchor.MIDDLE : Mark.Anchor.START,
                new Point(middle ? box.centerX() : box.x() + inset, sketch.centred(TextStyle.SMALL, box.centerY())),
                sketch.fit(TextStyle.SMALL, fold.text(), room));
    }

    /** Everything folded is selected by its fold. */
    void standsForAll(Tree.Fold fold, Target owner, List<MarkId> leads) {
        sketch.stands(fold.node(), Optional.of(owner), fold.id(), leads);
        hides(fold.functions(), fold.id(), owner, leads);
    }

    private void hides(List<PciFunction> functions, MarkId mark, Target owner, List<MarkId> leads) {
        for (PciFunction f : functions) {
            sketch.hides(mark, new Target.OfFunction(f.address()), owner, leads);
            if (f.physicalFunction()) {
                sketch.hides(mark, new Target.OfVfs(f.address()), owner, leads);
                sketch.hides(mark, new Target.OfSdis(f.address()), owner, leads);
            }
            Captions.range(f)
                    .ifPresent(buses ->
                            sketch.hides(mark, new Target.OfBuses(f.address().segment(), buses), owner, leads));
        }
    }

    /** Cards behind each other, as for VFs: there is more. */
    void hidden(Tree.HiddenBlock hidden, Spot spot) {
        double height = Sizes.STACK_FRONT + Sizes.STACK_BEHIND;
        double width = columns.hiddenWidth(hidden);
        double room = width - 18 - Sizes.STACK_BEHIND;
        sketch.span(new Mark.Span(
                hidden.id(),
                Role.BRIDGE,
                Ink.PLAIN,
                new Rect(columns.x(spot.column()), spot.axis() - height / 2, width, height),
                sketch.fit(TextStyle.SMALL, hidden.text(), room),
                Optional.of(new Target.OfHandle(hidden.node())),
                "folded: " + hidden.text()));
        hides(hidden.functions(), hidden.id(), spot.owner(), spot.leads());
    }

    void empty(Tree.EmptyBlock empty, Spot spot) {
        double height = Sizes.emptyHeight(empty);
        Rect box = new Rect(columns.x(spot.column()), spot.axis() - height / 2, columns.emptyWidth(empty), height);
        sketch.box(new Mark.Box(
                empty.id(),
                empty.role(),
                Ink.DASHED,
                box,
                6,
                Optional.of(empty.role()),
                Optional.of(empty.target()),
                empty.tooltip(),
                Zooms.ALWAYS));
        double x = box.x() + Sizes.TEXT_INSET;
        double room = box.width() - Sizes.TEXT_INSET - 6;
        sketch.label(
                new MarkId(empty.id() + "-t"),
                Role.TEXT,
                TextStyle.BODY_BOLD,
                Mark.Anchor.START,
                new Point(x, box.y() + 15),
                empty.title().isEmpty() ? "" : sketch.fit(TextStyle.BODY_BOLD, empty.title(), room));
        double y = empty.title().isEmpty() ? sketch.centred(TextStyle.SMALL, spot.axis()) : box.y() + 15 + Sizes.LINE;
        sketch.label(
                new MarkId(empty.id() + "-l"),
                Role.MUTED,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(x, y),
                sketch.fit(TextStyle.SMALL, empty.text(), room));
        sketch.stands(empty.target(), Optional.of(spot.owner()), empty.id(), spot.leads());
    }

    /** Chips in columns, read downwards so that functions of a device stay together. */
    void grid(Tree.GridRow grid, double axis, double half, DrawRows.Origin origin) {
        int perColumn = new Sizer(columns).gridRows(grid);
        int used = (grid.chips().size() + perColumn - 1) / perColumn;
        double pitch = columns.chipWidth() + Sizes.CHIP_GAP;
        Rect frame = new Rect(columns.x(1), axis - half, used * pitch - Sizes.CHIP_GAP + 2 * Sizes.FRAME_PAD, 2 * half);
        sketch.container(grid.id(), Role.PANEL, Ink.PLAIN, frame, Optional.empty(), "functions on the root bus itself");
        MarkId wire = new MarkId("link-" + grid.id());
        sketch.wire(
                wire,
                Tree.Wiring.PLAIN,
                List.of(new Point(origin.edge(), axis), new Point(frame.x(), axis)),
                Optional.empty());
        List<MarkId> leads = new ArrayList<>(List.of(wire, grid.id()));
        for (int i = 0; i < grid.chips().size(); i++) {
            int column = i / perColumn;
            Rect box = new Rect(
                    frame.x() + Sizes.FRAME_PAD + column * pitch,
                    frame.y() + Sizes.FRAME_PAD + i % perColumn * (Sizes.CHIP_HEIGHT + Sizes.CHIP_GAP),
                    columns.chipWidth(),
                    Sizes.CHIP_HEIGHT);
            chip(grid.chips().get(i), box, origin.owner(), leads);
        }
    }

    private void chip(Tree.Card card, Rect box, Target owner, List<MarkId> leads) {
        if (card instanceof Tree.FoldCard f) {
            foldBox(f.fold(), box, Role.FUNCTION);
            standsForAll(f.fold(), owner, leads);
            return;
        }
        Tree.FunctionCard f = (Tree.FunctionCard) card;
        MarkId id = Hex.id("fn", f.function().address());
        Target target = new Target.OfFunction(f.function().address());
        sketch.box(new Mark.Box(
                id,
                f.role(),
                Ink.FILLED,
                box,
                4,
                Optional.of(f.stripe()),
                Optional.of(target),
                f.tooltip(),
                Zooms.ALWAYS));
        sketch.zoomed(Zooms.NEAR, () -> chipText(id, f, box));
        sketch.zoomed(Zooms.CLOSE, () -> details(id, f.function(), box));
        sketch.stands(target, Optional.of(owner), id, leads);
    }

    private void chipText(MarkId id, Tree.FunctionCard f, Rect box) {
        String address = Hex.bdf(f.function().address());
        double x = box.x() + 10;
        sketch.label(
                new MarkId(id + "-a"),
                Role.TEXT,
                TextStyle.MONO_SMALL,
                Mark.Anchor.START,
                new Point(x, sketch.centred(TextStyle.MONO_SMALL, box.centerY())),
                address);
        double textX = x + Math.ceil(sketch.metrics().width(TextStyle.MONO_SMALL, address)) + 6;
        sketch.label(
                new MarkId(id + "-l1"),
                Role.MUTED,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(textX, sketch.centred(TextStyle.SMALL, box.centerY())),
                f.lines().get(0).isEmpty()
                        ? ""
                        : sketch.fit(TextStyle.SMALL, f.lines().get(0), box.right() - 5 - textX));
    }
}
