package ridscope.draw.layout.topology;

import java.util.List;

/** The tree with heights: everything relative to an axis, the line on which the wire from the left arrives. */
final class Sized {

    private Sized() {}

    /**
     * @param at distance of this axis from that of the container, positive downwards
     * @param above room needed above the axis
     * @param below room needed below it
     */
    record Row(Tree.Row row, double at, double above, double below, List<Block> blocks) {

        Row movedTo(double other) {
            return new Row(row, other, above, below, blocks);
        }
    }

    /**
     * @param rows of a switch
     * @param blocks below another bridge
     * @param units of a device, one per card
     */
    record Block(
            Tree.Block block,
            double at,
            double above,
            double below,
            List<Row> rows,
            List<Block> blocks,
            List<Unit> units) {

        Block movedTo(double other) {
            return new Block(block, other, above, below, rows, blocks, units);
        }
    }

    /**
     * A card with its stacks and words, all distances from the device's axis.
     *
     * @param card top of the card
     * @param height of the card
     * @param stacks top of its first stack
     * @param words top of its first line of words
     * @param lines the words as they are broken into lines
     */
    record Unit(Tree.Card card, double top, double height, double stacks, double words, List<Remark> lines) {}

    /** A host bridge: distances from its top edge. */
    record Host(Tree.Host host, double height, List<Row> rows) {}
}
