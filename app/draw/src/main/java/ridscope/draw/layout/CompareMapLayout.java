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
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.names.DeviceNames;
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
        paper(geometry, marks);
        CompareCells cells = new CompareCells(geometry, names, marks);
        Set<CompareCell> drawn = cells.addAll(here, segment);
        CompareArrows arrows = new CompareArrows(segment, geometry, here);
        List<Mark> drawnArrows = arrows.marks();
        marks.addAll(drawnArrows);
        double width = Math.max(geometry.right(), LEAST_WIDTH) + CompareMapGeometry.MARGIN;
        double bottom = remarks(remarks(here, segment, arrows.left()), geometry.bottom(), marks);
        double right = marks.stream().mapToDouble(m -> m.bounds().right()).max().orElse(0);
        Diagram diagram = new Diagram(
                "rid-changes",
                "RID map of two hosts · segment " + segment + " · row = bus, column = device.function, hexadecimal",
                Math.max(width, right + CompareMapGeometry.MARGIN),
                bottom + CompareMapGeometry.MARGIN,
                marks);
        CompareMapLegend legend = new CompareMapLegend(labels, drawn, !drawnArrows.isEmpty());
        return new CompareMapPicture(
                segment, diagram, geometry, new CompareMapAxes(metrics, geometry, segment), legend);
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

    private static void paper(CompareMapGeometry geometry, List<Mark> marks) {
        for (int bus : geometry.buses()) {
            Rect paper = new Rect(
                    geometry.left() - 2,
                    geometry.rowY(bus) - 2,
                    geometry.right() - geometry.left() + 4,
                    CompareMapGeometry.HEIGHT + 4);
            marks.add(new Mark.Box(
                    new MarkId("row-" + RidMapWords.hex(bus)),
                    Role.SURFACE,
                    Ink.PLAIN,
                    paper,
                    2,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Zooms.ALWAYS));
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
