package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.draw.diagram.Rect;
import ridscope.rid.RoutingId;

/**
 * Which Routing ID is where on a map of two hosts, in diagram units. There are only the buses and the device and function numbers
 * that one of the two uses; the fewer columns there are, the wider they are. Immutable.
 */
public final class CompareMapGeometry {

    /** Round the cells, where the axes stand beside the map. */
    static final double MARGIN = 4;

    static final double HEIGHT = 16;

    private static final double PITCH = 24;

    /** All columns together get about this width. */
    private static final double WIDTH = 512;

    private static final double NARROWEST = 2;
    private static final double WIDEST = 18;

    /** Cells this wide have room for signs, and devices a gap between them. */
    private static final double ROOMY = 6;

    private static final double DEVICE_GAP = 4;

    /** Between buses whose numbers do not follow each other. */
    private static final double BUS_GAP = 8;

    private final double cellWidth;
    private final double[] columns = new double[256];
    private final TreeMap<Integer, Double> rows = new TreeMap<>();
    private final double right;
    private final double bottom;

    /**
     * @param buses that are shown, 0 to 255
     * @param devfns that are shown, 0 to 255
     */
    CompareMapGeometry(NavigableSet<Integer> buses, NavigableSet<Integer> devfns) {
        double share = Math.floor(WIDTH / Math.max(1, devfns.size()));
        cellWidth = Math.max(NARROWEST, Math.min(WIDEST, share));
        Arrays.fill(columns, -1);
        double x = MARGIN;
        int device = -1;
        for (int devfn : devfns) {
            x += device >= 0 && devfn >> 3 != device && roomy() ? DEVICE_GAP : 0;
            device = devfn >> 3;
            columns[devfn] = x;
            x += cellWidth;
        }
        right = x;
        double y = MARGIN;
        int last = -1;
        for (int bus : buses) {
            y += last >= 0 && bus != last + 1 ? BUS_GAP : 0;
            last = bus;
            rows.put(bus, y);
            y += PITCH;
        }
        bottom = y;
    }

    /** Whether cells are wide enough for signs in them. */
    boolean roomy() {
        return cellWidth >= ROOMY;
    }

    double cellWidth() {
        return cellWidth;
    }

    /** Left edge of the cells. */
    double left() {
        return MARGIN;
    }

    double right() {
        return right;
    }

    /** Below the last row. */
    double bottom() {
        return bottom;
    }

    /** Buses from top to bottom. */
    List<Integer> buses() {
        return new ArrayList<>(rows.keySet());
    }

    /** Device and function numbers from left to right. */
    List<Integer> devfns() {
        List<Integer> shown = new ArrayList<>();
        for (int devfn = 0; devfn < columns.length; devfn++) {
            if (columns[devfn] >= 0) {
                shown.add(devfn);
            }
        }
        return shown;
    }

    double columnX(int devfn) {
        return columns[devfn];
    }

    double rowY(int bus) {
        return rows.get(bus);
    }

    /** The cell of a Routing ID; empty if neither host uses its bus, or its device and function number. */
    public Optional<Rect> cell(RoutingId rid) {
        Double y = rows.get(rid.bus());
        double x = columns[rid.devfn()];
        return y == null || x < 0 ? Optional.empty() : Optional.of(new Rect(x, y, cellWidth, HEIGHT));
    }

    /** The Routing ID at a place; empty beside the cells. */
    public Optional<RoutingId> ridAt(double x, double y) {
        for (int devfn : devfns()) {
            if (x >= columns[devfn] && x < columns[devfn] + cellWidth) {
                return rows.entrySet().stream()
                        .filter(row -> y >= row.getValue() && y < row.getValue() + HEIGHT)
                        .findFirst()
                        .map(row -> RoutingId.of(row.getKey(), devfn));
            }
        }
        return Optional.empty();
    }
}
