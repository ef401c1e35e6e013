package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;

/**
 * What stands beside a map of two hosts: bus numbers to the left, device over function numbers above. Text has the same size at
 * every scale, and what has no room is left out. Pictures are in pixels. Immutable.
 */
public final class CompareMapAxes {

    /** Height of the axis above the map, pixels. */
    static final double TOP = 30;

    private static final TextStyle STYLE = TextStyle.MONO;

    /** From one bus number to the next at least, pixels. */
    private static final double LINE = 12;

    private static final double SIDE = 7;
    private static final double GAP = 3;

    private final Labels labels;
    private final CompareMapGeometry geometry;
    private final Segment segment;

    CompareMapAxes(TextMetrics metrics, CompareMapGeometry geometry, Segment segment) {
        labels = new Labels(metrics);
        this.geometry = geometry;
        this.segment = segment;
    }

    /** Width of what stands to the left of the map, pixels. */
    double width() {
        return RidMapGrid.MARGIN + labels.width(STYLE, "ff") + SIDE;
    }

    /** Bus numbers, as far as there is room for them. */
    Diagram left(double scale, double from, double height) {
        List<Mark> marks = new ArrayList<>();
        double free = 0;
        for (int bus : geometry.buses()) {
            double y = (geometry.rowY(bus) + CompareMapGeometry.HEIGHT / 2 - from) * scale;
            if (y >= free && y < height) {
                String hex = RidMapWords.hex(bus);
                Optional<Target> target = Optional.of(new Target.OfBuses(segment, new BusRange(bus, bus)));
                marks.add(labels.end("bus-" + hex, STYLE, Role.TEXT, new Point(width() - SIDE, y + 4), hex, target));
                free = y + LINE;
            }
        }
        return new Diagram("rid-changes-buses", "", width(), height, marks);
    }

    /** Device numbers over function numbers, as far as there is room for them. */
    Diagram top(double scale, double from, double width) {
        List<Mark> marks = new ArrayList<>();
        double cell = geometry.cellWidth() * scale;
        double free = 0;
        int last = -1;
        for (int devfn : geometry.devfns()) {
            double x = (geometry.columnX(devfn) - from) * scale;
            int device = devfn >> 3;
            String text = RidMapWords.hex(device);
            double end = x + labels.width(STYLE, text);
            if (device != last && x >= free && end <= width) {
                marks.add(labels.start("device-" + text, STYLE, Role.MUTED, new Point(x, 12), text));
                free = end + GAP;
            }
            last = device;
            String function = String.valueOf(devfn & 7);
            double own = labels.width(STYLE, function);
            if (cell >= own + 1 && x >= 0 && x + cell <= width) {
                Point at = new Point(x + (cell - own) / 2, TOP - 5);
                marks.add(labels.start("function-" + text + "." + function, STYLE, Role.MUTED, at, function));
            }
        }
        return new Diagram("rid-changes-columns", "", width, TOP, marks);
    }
}
