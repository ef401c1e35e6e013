package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;

/** Gives the tree its heights: rows below each other, a port in the middle of what hangs on it. */
final class Sizer {

    private static final double HALF_PORT = Sizes.PORT_HEIGHT / 2;

    private final Columns columns;

    Sizer(Columns columns) {
        this.columns = columns;
    }

    Sized.Host host(Tree.Host host) {
        double header = headerHeight(host);
        List<Sized.Row> rows = new ArrayList<>();
        for (Tree.Row row : host.rows()) {
            rows.add(row(row, columns.deviceColumn(Columns.depth(row))));
        }
        List<Sized.Row> placed = stack(rows, header);
        double bottom = header + 4;
        for (Sized.Row row : placed) {
            bottom = Math.max(bottom, row.at() + Math.max(row.below(), HALF_PORT + Sizes.PORT_GAP));
        }
        return new Sized.Host(host, bottom, placed);
    }

    private static double headerHeight(Tree.Host host) {
        return 28 + Sizes.LINE * host.lines().size() + (host.own().isPresent() ? Sizes.OWN_HEIGHT + 4 : 0);
    }

    /** Rows from a top edge at 0; ports stay below the header, what hangs on them need not. */
    private static List<Sized.Row> stack(List<Sized.Row> rows, double header) {
        List<Sized.Row> placed = new ArrayList<>();
        double port = header;
        double end = -Sizes.ROW_GAP;
        for (Sized.Row row : rows) {
            double at = end + Sizes.ROW_GAP + row.above();
            if (inContainer(row.row())) {
                at = Math.max(at, port + HALF_PORT);
                port = at + HALF_PORT + Sizes.PORT_GAP;
            }
            placed.add(row.movedTo(at));
            end = at + row.below();
        }
        return placed;
    }

    private static boolean inContainer(Tree.Row row) {
        return row instanceof Tree.FoldRow
                || row instanceof Tree.PortRow p && p.port().isPresent();
    }

    private Sized.Row row(Tree.Row row, int deviceColumn) {
        if (row instanceof Tree.PortRow p) {
            List<Sized.Block> blocks = blocks(p.blocks(), deviceColumn);
            double room = Sizes.wireRoom(p.wiring());
            return new Sized.Row(row, 0, Math.max(room, above(blocks)), Math.max(room, below(blocks)), blocks);
        }
        if (row instanceof Tree.GridRow g) {
            int perColumn = gridRows(g);
            double half = (perColumn * (Sizes.CHIP_HEIGHT + Sizes.CHIP_GAP) - Sizes.CHIP_GAP) / 2 + Sizes.FRAME_PAD;
            return new Sized.Row(row, 0, half, half, List.of());
        }
        return new Sized.Row(row, 0, HALF_PORT, HALF_PORT, List.of());
    }

    /** How many chips stand below each other. */
    int gridRows(Tree.GridRow grid) {
        int columnCount = columns.chipColumns();
        return (grid.chips().size() + columnCount - 1) / columnCount;
    }

    /** Blocks below each other, shifted so that their middle is 0. */
    private List<Sized.Block> blocks(List<Tree.Block> blocks, int deviceColumn) {
        List<Sized.Block> placed = new ArrayList<>();
        double end = -Sizes.ROW_GAP;
        for (Tree.Block block : blocks) {
            Sized.Block sized = block(block, deviceColumn);
            double at = end + Sizes.ROW_GAP + sized.above();
            placed.add(sized.movedTo(at));
            end = at + sized.below();
        }
        double middle = middle(placed.stream().map(Sized.Block::at).toList());
        return placed.stream().map(b -> b.movedTo(b.at() - middle)).toList();
    }

    /** The middle of the first and last axis, or one so near to it that a wire would only make a little jog. */
    private static double middle(List<Double> axes) {
        double middle = (axes.get(0) + axes.get(axes.size() - 1)) / 2;
        double nearest = axes.get(0);
        for (double axis : axes) {
            nearest = Math.abs(axis - middle) < Math.abs(nearest - middle) ? axis : nearest;
        }
        return Math.abs(nearest - middle) <= Sizes.JOG ? nearest : middle;
    }

    private static double above(List<Sized.Block> blocks) {
        return blocks.get(0).above() - blocks.get(0).at();
    }

    private static double below(List<Sized.Block> blocks) {
        Sized.Block last = blocks.get(blocks.size() - 1);
        return last.at() + last.below();
    }

    private Sized.Block block(Tree.Block block, int deviceColumn) {
        if (block instanceof Tree.SwitchBlock s) {
            return switchBlock(s, deviceColumn);
        }
        if (block instanceof Tree.BridgeBlock b) {
            List<Sized.Block> below = blocks(b.blocks(), deviceColumn);
            return new Sized.Block(
                    block, 0, Math.max(above(below), 18), Math.max(below(below), 18), List.of(), below, List.of());
        }
        if (block instanceof Tree.DeviceBlock d) {
            return device(d, deviceColumn);
        }
        double half = block instanceof Tree.EmptyBlock e
                ? Sizes.emptyHeight(e) / 2
                : (Sizes.STACK_FRONT + Sizes.STACK_BEHIND) / 2;
        return new Sized.Block(block, 0, half, half, List.of(), List.of(), List.of());
    }

    private Sized.Block switchBlock(Tree.SwitchBlock block, int deviceColumn) {
        List<Sized.Row> sized = new ArrayList<>();
        block.rows().forEach(r -> sized.add(row(r, deviceColumn)));
        List<Sized.Row> placed = stack(sized, Sizes.SWITCH_HEADER);
        double bottom = Sizes.SWITCH_HEADER + Sizes.PORT_HEIGHT + Sizes.PORT_GAP;
        double axis = Sizes.SWITCH_HEADER + HALF_PORT;
        if (!placed.isEmpty()) {
            axis = Math.max(
                    axis, (placed.get(0).at() + placed.get(placed.size() - 1).at()) / 2);
        }
        for (Sized.Row row : placed) {
            bottom = Math.max(bottom, row.at() + Math.max(row.below(), HALF_PORT + Sizes.PORT_GAP));
        }
        double middle = axis;
        List<Sized.Row> around =
                placed.stream().map(r -> r.movedTo(r.at() - middle)).toList();
        return new Sized.Block(block, 0, axis, bottom - axis, around, List.of(), List.of());
    }

    private Sized.Block device(Tree.DeviceBlock device, int deviceColumn) {
        List<Sized.Unit> units = new ArrayList<>();
        double y = 0;
        for (Tree.Card card : device.cards()) {
            Sized.Unit unit = unit(card, y, deviceColumn);
            units.add(unit);
            y = end(unit) + Sizes.CARD_GAP;
        }
        Sized.Unit first = units.get(0);
        Sized.Unit last = units.get(units.size() - 1);
        double axis = (first.top() + first.height() / 2 + last.top() + last.height() / 2) / 2;
        boolean slot = device.slot().isPresent();
        double frame = units.size() > 1 ? Sizes.FRAME_PAD : 0;
        double top = frame + (slot ? Sizes.SLOT_HEADER : 0);
        double bottom = frame + (slot ? Sizes.SLOT_PAD : 0);
        List<Sized.Unit> around = units.stream().map(u -> moved(u, -axis)).toList();
        return new Sized.Block(device, 0, axis + top, y - Sizes.CARD_GAP - axis + bottom, List.of(), List.of(), around);
    }

    private static Sized.Unit moved(Sized.Unit u, double by) {
        return new Sized.Unit(u.card(), u.top() + by, u.height(), u.stacks() + by, u.words() + by, u.lines());
    }

    private static double end(Sized.Unit unit) {
        return unit.words() + (unit.lines().isEmpty() ? 0 : unit.lines().size() * Sizes.LINE + 3);
    }

    private Sized.Unit unit(Tree.Card card, double y, int deviceColumn) {
        if (!(card instanceof Tree.FunctionCard f)) {
            return new Sized.Unit(card, y, 22, y, y + 22, List.of());
        }
        double height = Sizes.cardHeight(f.lines().size());
        double stacks = f.stacks().stream().mapToDouble(Sizer::stackHeight).sum()
                + Math.max(0, f.stacks().size() - 1) * Sizes.CARD_GAP;
        boolean open = f.stacks().stream().anyMatch(s -> !s.opened().isEmpty());
        double total = Math.max(height, stacks);
        double top = open ? y : y + (total - height) / 2;
        double stackTop = open
                ? y + Math.max(0, (height - Sizes.STACK_FRONT - Sizes.STACK_BEHIND) / 2)
                : y + (total - stacks) / 2;
        double bottom = Math.max(y + total, stackTop + stacks);
        return new Sized.Unit(card, top, height, stackTop, bottom, lines(f, deviceColumn));
    }

    /** Height of a stack: the cards behind the front one, and those shown one by one. */
    static double stackHeight(Tree.Stack stack) {
        int cards = stack.opened().size() + (stack.rest().isPresent() ? 1 : 0);
        return Sizes.STACK_FRONT + Sizes.STACK_BEHIND + cards * (Sizes.OPEN_HEIGHT + 2);
    }

    /** One line where all of them fit and mean the same. */
    private List<Remark> lines(Tree.FunctionCard card, int deviceColumn) {
        if (card.words().isEmpty()) {
            return List.of();
        }
        double room = columns.wordRoom(deviceColumn) - Sizes.WORD_INSET;
        Role role = card.words().get(0).role();
        String all = card.words().stream().map(Remark::text).collect(Collectors.joining(" · "));
        if (card.words().stream().allMatch(w -> w.role() == role) && columns.width(TextStyle.BODY_BOLD, all) <= room) {
            return List.of(new Remark(all, role));
        }
        return card.words().stream()
                .map(w -> new Remark(columns.metrics().fit(TextStyle.BODY_BOLD, w.text(), room), w.role()))
                .toList();
    }
}
