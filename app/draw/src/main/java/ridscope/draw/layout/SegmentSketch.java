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

/** A tiny picture of a segment's RID map, empty buses left out: a line for each other bus, from its first function to its last. */
public final class SegmentSketch {

    /** Width and height, diagram units: in width one for each device and function. */
    public static final double SIZE = RidMapGeometry.COLUMNS;

    /** Shorter lines would vanish where it is small. */
    private static final double SHORTEST = 12;

    /** From one line to the next at most. */
    private static final double WIDEST_PITCH = 24;

    /** Height of a line as a share of that. */
    private static final double INK = 0.6;

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
        double pitch = Math.min(WIDEST_PITCH, SIZE / Math.max(1, use.buses().size()));
        double y = 0;
        for (SegmentUse.Bus bus : use.buses()) {
            double width = Math.max(SHORTEST, bus.last() - bus.first() + 1.0);
            Rect rect = new Rect(Math.min(bus.first(), SIZE - width), y, width, pitch * INK);
            y += pitch;
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
