package ridscope.draw.layout;

import ridscope.draw.diagram.Rect;

/**
 * Measures of a RID map, in diagram units.
 *
 * @param gutter how wide the brackets are in all
 * @param top upper edge of the first row
 */
record RidMapGrid(double gutter, double top) {

    static final double CELL = 2;
    static final double ROW = 20;
    static final double STRIP = 18;

    /** Above the root bus of each further host bridge. */
    static final double GAP = 4;

    static final double MARGIN = 8;

    /** Bus labels and the space round them. */
    static final double LABELS = 26;

    static final double WIDTH = CELL * RidMapGeometry.COLUMNS;

    /** Left edge of column 00. */
    double left() {
        return MARGIN + gutter + LABELS;
    }

    double right() {
        return left() + WIDTH;
    }

    /** A cell, as high as its row but for a margin of 2. */
    Rect cell(RidMapGeometry.Row row, int devfn) {
        return new Rect(left() + devfn * CELL, row.top() + 2, CELL, row.height() - 4);
    }
}
