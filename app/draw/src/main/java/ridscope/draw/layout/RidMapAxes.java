package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;

/**
 * What stands beside a map in a window: brackets and bus numbers to the left, device and function numbers above. Text has the
 * same size at every scale, and what has no room is left out. Pictures are in pixels. Immutable.
 */
public final class RidMapAxes {

    /** Height of the axis above the map, pixels. */
    public static final double TOP = 18;

    private static final TextStyle STYLE = TextStyle.MONO;

    /** From one bus number to the next at least, pixels. */
    private static final double LINE = 12;

    private static final double SIDE = 5;
    private static final double HANDLE = 9;
    private static final double NUMBER = 14;

    /** Every so many columns have a number, whatever there is room for. */
    private static final int[] STEPS = {1, 8, 16, 32, 64, 128};

    private final Labels labels;
    private final MarksLegend legends;
    private final Segment segment;
    private final RidMapGutter gutter;
    private final RidMapGeometry geometry;
    private final boolean[] answers = new boolean[256];
    private final boolean[] occupied = new boolean[256];
    private final List<BusRange> opened;
    private final boolean ari;
    /** Width of the brackets, with those of a map beside this one. */
    private final double brackets;

    private final boolean folds;

    /**
     * @param gutter with the brackets
     * @param brackets how much room they get
     */
    RidMapAxes(
            TextMetrics metrics,
            RidMapGutter gutter,
            double brackets,
            RidMapGeometry geometry,
            RidMapRows rows,
            boolean ari) {
        this.labels = new Labels(metrics);
        this.legends = new MarksLegend(metrics);
        this.brackets = brackets;
        this.folds = rows.alone();
        this.segment = rows.segment();
        this.gutter = gutter;
        this.geometry = geometry;
        this.opened = rows.openedRuns();
        this.ari = ari;
        for (int bus = 0; bus < answers.length; bus++) {
            answers[bus] = rows.answers(bus);
            occupied[bus] = answers[bus] || rows.claimed(bus);
        }
    }

    /** What explains marks of the map and the brackets beside it, at any width in pixels. */
    DoubleFunction<Diagram> legend(List<Mark> marks) {
        List<Mark> all = new ArrayList<>(marks);
        addBrackets(all);
        return legends.explaining(all);
    }

    /** Adds the brackets at the map's own size. */
    void addBrackets(List<Mark> marks) {
        gutter.addTo(marks, geometry);
    }

    /** Whether somebody answers on a bus, or somebody has a Routing ID there, or could. */
    public boolean occupied(int bus) {
        return occupied[bus];
    }

    /** The run of empty buses round a bus that the user has unfolded. */
    public Optional<BusRange> openedRun(int bus) {
        return opened.stream().filter(run -> run.contains(bus)).findFirst();
    }

    /** Width of what stands to the left of the map, pixels. */
    public double width() {
        return RidMapGrid.MARGIN + brackets + (folds ? HANDLE + SIDE : 0) + NUMBER + SIDE;
    }

    /**
     * What stands to the left.
     *
     * @param scale pixels per diagram unit of the map
     * @param from height at its upper edge, in units of the map
     * @param height in pixels
     */
    public Diagram left(double scale, double from, double height) {
        List<Mark> marks = new ArrayList<>();
        gutter.addTo(marks, geometry, y -> (y - from) * scale);
        if (folds) {
            handles(marks, scale, from);
        }
        numbers(marks, scale, from, height);
        return new Diagram("rid-map-gutter", "", width(), height, marks);
    }

    private void handles(List<Mark> marks, double scale, double from) {
        geometry.rows().stream()
                .filter(RidMapGeometry.Row::folded)
                .forEach(row -> handle(marks, row.buses(), true, (row.top() + row.height() / 2 - from) * scale));
        for (BusRange run : opened) {
            RidMapGeometry.Row row = geometry.row(run.first());
            handle(marks, run, false, (row.top() + row.height() / 2 - from) * scale);
        }
    }

    private void handle(List<Mark> marks, BusRange buses, boolean folded, double y) {
        double x = RidMapGrid.MARGIN + brackets;
        Rect bounds = new Rect(x, y - HANDLE / 2, HANDLE, HANDLE);
        String title = (folded ? "unfold buses " : "fold buses ") + RidMapWords.buses(buses);
        Target target = new Target.OfHandle(new Target.OfBuses(segment, buses));
        marks.add(new Mark.Handle(
                RidMapWords.id("handle", buses.first()), Role.BRACKET, folded, bounds, Optional.of(target), title));
    }

    /** Buses where somebody answers come first; the others get what room is left. */
    private void numbers(List<Mark> marks, double scale, double from, double height) {
        List<RidMapGeometry.Row> rows = geometry.rows().stream()
                .filter(row -> !row.folded() && visible(row, scale, from, height))
                .sorted(Comparator.comparing(
                        (RidMapGeometry.Row row) -> !answers[row.buses().first()]))
                .toList();
        List<Double> taken = new ArrayList<>();
        for (RidMapGeometry.Row row : rows) {
            double y = (row.top() + row.height() / 2 - from) * scale;
            if (taken.stream().noneMatch(other -> Math.abs(other - y) < LINE)) {
                taken.add(y);
                marks.add(number(row, y));
            }
        }
    }

    private static boolean visible(RidMapGeometry.Row row, double scale, double from, double height) {
        return (row.bottom() - from) * scale > 0 && (row.top() - from) * scale < height;
    }

    private Mark number(RidMapGeometry.Row row, double y) {
        int bus = row.buses().first();
        return labels.end(
                "bus-" + RidMapWords.hex(bus),
                STYLE,
                answers[bus] ? Role.TEXT : Role.MUTED,
                new Point(width() - SIDE, y + 4),
                RidMapWords.hex(bus),
                Optional.of(new Target.OfBuses(segment, row.buses())));
    }

    /**
     * What stands above: device numbers, and where there is room functions too; with ARI numbers of functions.
     *
     * @param cell width of a cell in pixels
     * @param first left edge of column 00 in pixels
     * @param width in pixels
     */
    public Diagram top(double cell, double first, double width) {
        List<Mark> marks = new ArrayList<>();
        int step = step(cell);
        for (int devfn = 0; devfn < RidMapGeometry.COLUMNS; devfn += step) {
            double x = first + devfn * cell;
            double end = x + step * cell;
            if (end > 0 && x < width) {
                head(marks, devfn, step, x, cell, width);
            }
        }
        return new Diagram("rid-map-columns", "", width, TOP, marks);
    }

    private int step(double cell) {
        for (int step : STEPS) {
            if (labels.width(STYLE, text(RidMapGeometry.COLUMNS - 1, step)) + SIDE <= step * cell) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** A number stands over the middle of its cell, or begins where its cells begin; one that would be cut off is left out. */
    private void head(List<Mark> marks, int devfn, int step, double x, double cell, double room) {
        String text = text(devfn, step);
        double width = labels.width(STYLE, text);
        double left = step == 1 ? x + (cell - width) / 2 : x;
        if (left >= 0 && left + width <= room) {
            Point at = new Point(left, TOP - 5);
            marks.add(labels.start("head-" + RidMapWords.hex(devfn), STYLE, Role.MUTED, at, text));
        }
        marks.add(new Mark.Wire(
                new MarkId("head-" + RidMapWords.hex(devfn) + "-tick"),
                Role.GRID,
                Ink.FILLED,
                List.of(new Point(x, TOP - 3), new Point(x, TOP)),
                1,
                Optional.empty(),
                ""));
    }

    private String text(int devfn, int step) {
        if (ari) {
            return String.valueOf(devfn);
        }
        String device = RidMapWords.hex(devfn >> 3);
        return step == 1 ? device + "." + (devfn & 7) : device;
    }
}
