package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Zooms;
import ridscope.ridmap.SegmentUse;

/** A tiny picture of a segment's RID map: a line for each bus with functions, from the first to the last of them. */
public final class SegmentSketch {

    /** Width and height, diagram units: one for each device and function, and for each bus. */
    public static final double SIZE = RidMapGeometry.COLUMNS;

    /** Thinner lines would vanish where it is small. */
    private static final double LINE = 10;

    private SegmentSketch() {}

    /** The picture. */
    public static Diagram of(SegmentUse use) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Box(
                RidMapFrame.PAPER,
                Role.SURFACE,
                Ink.PLAIN,
                new Rect(0, 0, SIZE, SIZE),
                0,
                Optional.empty(),
                Optional.empty(),
                "",
                Zooms.ALWAYS));
        for (SegmentUse.Bus bus : use.buses()) {
            double y = Math.min(bus.number(), SIZE - LINE);
            double width = Math.max(LINE, bus.last() - bus.first() + 1.0);
            Rect rect = new Rect(Math.min(bus.first(), SIZE - width), y, width, LINE);
            marks.add(new Mark.Cells(
                    RidMapWords.id("bus", bus.number()),
                    Role.FUNCTION,
                    Ink.FILLED,
                    rect,
                    width,
                    1,
                    Optional.empty(),
                    ""));
        }
        return new Diagram("segment-sketch", "", SIZE, SIZE, marks);
    }
}
