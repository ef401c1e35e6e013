package ridscope.draw.layout;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Rect;
import ridscope.rid.BusRange;
import ridscope.rid.RoutingId;

/**
 * Which Routing ID is where on a RID map, in diagram units. Rows stand in bus order; every bus is in exactly one row. Immutable.
 */
public final class RidMapGeometry {

    /** Cells in a row: devfn 00 to ff. */
    public static final int COLUMNS = 256;

    private final double left;
    private final double cellWidth;
    private final List<Row> rows;
    private final Row[] byBus = new Row[256];

    /**
     * One row, or one strip that stands for folded buses.
     *
     * @param buses one bus, or the folded ones
     * @param folded whether it is a strip without cells
     * @param top upper edge
     * @param height height
     */
    public record Row(BusRange buses, boolean folded, double top, double height) {
        double bottom() {
            return top + height;
        }
    }

    RidMapGeometry(double left, double cellWidth, List<Row> rows) {
        this.left = left;
        this.cellWidth = cellWidth;
        this.rows = List.copyOf(rows);
        for (Row row : rows) {
            for (int bus = row.buses().first(); bus <= row.buses().last(); bus++) {
                byBus[bus] = row;
            }
        }
    }

    /** The same rows with wider cells. */
    RidMapGeometry widened(double times) {
        return new RidMapGeometry(left, cellWidth * times, rows);
    }

    /** From top to bottom. */
    public List<Row> rows() {
        return rows;
    }

    /** The row of a bus, 0 to 255, or the strip it is folded into. */
    public Row row(int bus) {
        return byBus[bus];
    }

    /** Whether the bus has no row of its own. */
    public boolean folded(int bus) {
        return byBus[bus].folded();
    }

    /** The whole row of a bus, or the strip it is folded into. */
    public Rect rowRect(int bus) {
        Row row = byBus[bus];
        return new Rect(left, row.top(), cellWidth * COLUMNS, row.height());
    }

    /** The cell of a Routing ID; in a folded strip the part of the strip below its column. */
    public Rect cell(RoutingId rid) {
        Row row = byBus[rid.bus()];
        return new Rect(left + rid.devfn() * cellWidth, row.top(), cellWidth, row.height());
    }

    /** The buses at a height; empty above the first and below the last row. */
    public Optional<BusRange> busesAt(double y) {
        return rowAt(y).map(Row::buses);
    }

    /** The Routing ID at a place; empty beside the map and in a folded strip. */
    public Optional<RoutingId> ridAt(double x, double y) {
        int column = (int) Math.floor((x - left) / cellWidth);
        if (column < 0 || column >= COLUMNS) {
            return Optional.empty();
        }
        return rowAt(y).filter(row -> !row.folded())
                .map(row -> RoutingId.of(row.buses().first(), column));
    }

    private Optional<Row> rowAt(double y) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Row row = rows.get(middle);
            if (y < row.top()) {
                high = middle - 1;
            } else if (y >= row.bottom()) {
                low = middle + 1;
            } else {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Left edge of column 00. */
    public double left() {
        return left;
    }

    /** Width of one cell. */
    public double cellWidth() {
        return cellWidth;
    }
}
