package ridscope.draw.layout.topology;

import java.util.List;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.TextMetrics;

/**
 * Where the columns stand. Column 0 holds host bridges, column k the switches and bridges k levels below a root port; the
 * devices of all rows with a usual number of levels share one column, so that they line up down the whole picture.
 */
final class Columns {

    private final TextMetrics metrics;
    private final ColumnNeeds needs;
    private final double[] x;

    /** @param handles whether there are signs to fold by, which take room */
    Columns(List<Tree.Panel> panels, TextMetrics metrics, boolean handles) {
        this.metrics = metrics;
        needs = new ColumnNeeds(panels, metrics, handles);
        x = new double[needs.columns() + 1];
        x[0] = Sizes.MARGIN + Sizes.PANEL_PAD;
        for (int i = 1; i < x.length; i++) {
            x[i] = needs.earliest(i, x);
        }
    }

    /** Number of bridge levels in a row. */
    static int depth(Tree.Row row) {
        return row instanceof Tree.PortRow p ? depth(p.blocks()) : 0;
    }

    private static int depth(List<Tree.Block> blocks) {
        int deepest = 0;
        for (Tree.Block block : blocks) {
            if (block instanceof Tree.SwitchBlock s) {
                deepest = Math.max(
                        deepest,
                        1 + s.rows().stream().mapToInt(Columns::depth).max().orElse(0));
            } else if (block instanceof Tree.BridgeBlock b) {
                deepest = Math.max(deepest, 1 + depth(b.blocks()));
            }
        }
        return deepest;
    }

    /** Left edge of a column. */
    double x(int column) {
        return x[column];
    }

    /** Width of the boxes of a column of bridges; of the host bridges for column 0. */
    double width(int level) {
        return needs.levelWidth(level);
    }

    /** The device column of a row with so many bridge levels. */
    int deviceColumn(int depth) {
        return Math.max(needs.common(), depth) + 1;
    }

    double portWidth() {
        return needs.portWidth();
    }

    double cardWidth() {
        return needs.cardWidth();
    }

    /** Width of stacks with the cards behind; 0 when there are none. */
    double stackWidth() {
        return needs.stackWidth();
    }

    double chipWidth() {
        return needs.chipWidth();
    }

    double bridgeWidth(Tree.BridgeBlock block) {
        return needs.bridgeWidth(block);
    }

    double emptyWidth(Tree.EmptyBlock block) {
        return needs.emptyWidth(block);
    }

    double hiddenWidth(Tree.HiddenBlock block) {
        return needs.hiddenWidth(block);
    }

    /** Right edge of cards and their stacks in a device column. */
    double deviceRight(int column) {
        return x[column] + cardWidth() + (stackWidth() > 0 ? Sizes.STACK_GAP + stackWidth() : 0);
    }

    /** Width for words below a card, the cross before them included. */
    double wordRoom(int column) {
        return Math.max(deviceRight(column) - x[column], needs.wordRoom());
    }

    /** Right edge of everything but panels. */
    double right() {
        double right = x[1] + 2 * Sizes.FRAME_PAD + chipRun(needs.gridChips(), chipColumns());
        for (int column : needs.deviceColumns()) {
            right = Math.max(right, deviceRight(column) + Sizes.SLOT_PAD);
            right = Math.max(right, x[column] + needs.widestEmpty());
            right = Math.max(right, x[column] + needs.wordRoom() + Sizes.SLOT_PAD);
        }
        return right;
    }

    private double chipRun(int chips, int columns) {
        int used = Math.min(chips, columns);
        return used == 0 ? 0 : used * (chipWidth() + Sizes.CHIP_GAP) - Sizes.CHIP_GAP;
    }

    /** How many chips of a grid stand side by side: as many as devices leave room for, more where a grid would grow long. */
    int chipColumns() {
        double right = needs.deviceColumns().isEmpty() ? 0 : deviceRight(needs.common() + 1);
        double room = right - x[1] - 2 * Sizes.FRAME_PAD + Sizes.CHIP_GAP;
        int fitting = (int) (room / (chipWidth() + Sizes.CHIP_GAP));
        int wanted = (needs.gridChips() + Sizes.CHIP_ROWS - 1) / Sizes.CHIP_ROWS;
        return Math.max(1, Math.min(Sizes.CHIP_COLUMNS, Math.max(fitting, wanted)));
    }

    double width(TextStyle style, String text) {
        return metrics.width(style, text);
    }

    TextMetrics metrics() {
        return metrics;
    }
}
