package ridscope.draw.layout;

import ridscope.draw.diagram.Rect;

/**
 * Measures of a RID map, in diagram units.
 *
 * @param left edge of column 00
 * @param top upper edge of the first row
 * @param strip height of the strip that stands for folded buses
 */
record RidMapGrid(double left, double top, double strip) {

    static final double CELL = 2;
    static final double ROW = 20;
    static final double STRIP = 18;

    /** High enough for text that keeps its size at the smallest scale that is shown unasked. */
    static final double BARE_STRIP = 30;

    /** Above the root bus of each further host bridge. */
    static final double GAP = 4;

    static final double MARGIN = 8;

    /** Bus labels and the space round them. */
    static final double LABELS = 26;

    static final double WIDTH = CELL * RidMapGeometry.COLUMNS;

    /** @param gutter how wide the brackets are in all */
    static RidMapGrid whole(double gutter, double top) {
        return new RidMapGrid(MARGIN + gutter + LABELS, top, STRIP);
    }

    /** Without anything beside it. */
    static RidMapGrid bare(double top) {
        return new RidMapGrid(1, top, BARE_STRIP);
    }

    double right() {
        return left() + WIDTH;
    }

    /** A cell, as high as its row but for a margin of 2. */
    Rect cell(RidMapGeometry.Row row, int devfn) {
        return new Rect(left() + devfn * CELL, row.top() + 2, CELL, row.height() - 4);
    }
}
