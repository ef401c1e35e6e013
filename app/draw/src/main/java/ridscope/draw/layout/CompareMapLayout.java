package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ridscope.diff.FunctionFate;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.names.DeviceNames;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/**
 * Lays the functions of two hosts out on one map of a segment: a row per bus and a column per device and function number that one
 * of the two uses. What shares a Routing ID with something else stands left if it was there before, and right if it is now.
 */
public final class CompareMapLayout {

    private static final double LINE = 18;
    private static final double LEAST_WIDTH = 300;

    private final TextMetrics metrics;
    private final Labels labels;
    private final DeviceNames names;

    public CompareMapLayout(TextMetrics metrics, DeviceNames names) {
        this.metrics = metrics;
        this.names = names;
        labels = new Labels(metrics);
    }

    /** The map of one segment; of a segment without functions it says so. */
    public CompareMapPicture layout(List<FunctionFate> fates, Segment segment) {
        List<FunctionFate> here = fates.stream()
                .filter(f -> in(segment, f.from()) || in(segment, f.to()))
                .toList();
        CompareMapGeometry geometry = geometry(here, segment);
        List<Mark> marks = new ArrayList<>();
        frame(geometry, segment, marks);
        CompareCells cells = new CompareCells(geometry, names, marks);
        Set<CompareCell> drawn = cells.addAll(here, segment);
        CompareArrows arrows = new CompareArrows(segment, geometry, here);
        List<Mark> drawnArrows = arrows.marks();
        marks.addAll(drawnArrows);
        double width = Math.max(geometry.right(), LEAST_WIDTH) + CompareMapGeometry.MARGIN;
        Point below = new Point(CompareMapGeometry.MARGIN, geometry.bottom() + 4);
        double bottom = new CompareMapLegend(labels, width).addTo(marks, below, drawn, !drawnArrows.isEmpty());
        bottom = remarks(remarks(here, segment, arrows.left()), bottom, marks);
        double right = marks.stream().mapToDouble(m -> m.bounds().right()).max().orElse(0);
        Diagram diagram = new Diagram(
                "rid-changes",
                "RID map of two hosts · segment " + segment + " · row = bus, column = device.function, hexadecimal",
                Math.max(width, right + CompareMapGeometry.MARGIN),
                bottom + CompareMapGeometry.MARGIN,
                marks);
        return new CompareMapPicture(segment, diagram, geometry);
    }

    private static boolean in(Segment segment, Optional<FunctionAddress> address) {
        return address.filter(a -> a.segment().equals(segment)).isPresent();
    }

    private static CompareMapGeometry geometry(List<FunctionFate> here, Segment segment) {
        NavigableSet<Integer> buses = new TreeSet<>();
        NavigableSet<Integer> devfns = new TreeSet<>();
        for (FunctionFate fate : here) {
            for (Optional<FunctionAddress> place : List.of(fate.from(), fate.to())) {
                place.filter(a -> a.segment().equals(segment)).ifPresent(a -> {
                    buses.add(a.bus());
                    devfns.add(a.rid().devfn());
                });
            }
        }
        return new CompareMapGeometry(buses, devfns);
    }

    private void frame(CompareMapGeometry geometry, Segment segment, List<Mark> marks) {
        heads(geometry, marks);
        for (int bus : geometry.buses()) {
            String hex = RidMapWords.hex(bus);
            double y = geometry.rowY(bus);
            Rect paper = new Rect(
                    geometry.left() - 2, y - 2, geometry.right() - geometry.left() + 4, CompareMapGeometry.HEIGHT + 4);
            marks.add(new Mark.Box(
                    new MarkId("row-" + hex),
                    Role.SURFACE,
                    Ink.PLAIN,
                    paper,
                    2,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Zooms.ALWAYS));
            marks.add(labels.end(
                    "bus-" + hex,
                    TextStyle.MONO,
                    Role.TEXT,
                    new Point(geometry.left() - 7, y + CompareMapGeometry.HEIGHT / 2 + 4),
                    hex,
                    Optional.of(new Target.OfBuses(segment, new BusRange(bus, bus)))));
        }
    }

    /** Device numbers over function numbers, as far as there is room for them. */
    private void heads(CompareMapGeometry geometry, List<Mark> marks) {
        double free = 0;
        int last = -1;
        for (int devfn : geometry.devfns()) {
            double x = geometry.columnX(devfn);
            int device = devfn >> 3;
            String text = RidMapWords.hex(device);
            if (device != last && x >= free) {
                marks.add(labels.start("device-" + text, TextStyle.MONO_SMALL, Role.MUTED, new Point(x + 1, 13), text));
                free = x + 1 + metrics.width(TextStyle.MONO_SMALL, text) + 3;
            }
            last = device;
            String function = String.valueOf(devfn & 7);
            if (geometry.cellWidth() >= metrics.width(TextStyle.MONO_SMALL, function) + 1) {
                Point at = new Point(x + 1, 26);
                marks.add(labels.start(
                        "function-" + text + "." + function, TextStyle.MONO_SMALL, Role.MUTED, at, function));
            }
        }
    }

    private static List<String> remarks(List<FunctionFate> here, Segment segment, int arrowsLeft) {
        List<String> remarks = new ArrayList<>();
        if (here.isEmpty()) {
            remarks.add("Neither host has a function in this segment.");
        }
        int elsewhere = (int) here.stream()
                .filter(f -> f.fate().readdressed() && !(in(segment, f.from()) && in(segment, f.to())))
                .count();
        if (elsewhere > 0) {
            remarks.add(Counts.grouped(elsewhere) + (elsewhere == 1 ? " function is" : " functions are")
                    + " now in another segment than before.");
        }
        if (arrowsLeft > 0) {
            remarks.add(Counts.grouped(arrowsLeft) + (arrowsLeft == 1 ? " more arrow is" : " more arrows are")
                    + " not drawn; that of the selected function always is.");
        }
        return remarks;
    }

    private double remarks(List<String> lines, double top, List<Mark> marks) {
        double y = top;
        for (int i = 0; i < lines.size(); i++) {
            Point at = new Point(CompareMapGeometry.MARGIN, y + 11);
            marks.add(labels.start("remark-" + i, TextStyle.SMALL, Role.MUTED, at, lines.get(i)));
            y += LINE;
        }
        return y;
    }
}
