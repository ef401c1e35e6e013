package ridscope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import ridscope.rid.FunctionAddress;

/** Hand-made diagrams for tests of painter and surfaces. */
public final class SampleDiagram {

    /** What box, stripe and title of {@link #oneOfEach} stand for. */
    public static final Target PF = new Target.OfFunction(FunctionAddress.of("3b:00.0"));

    /** What the run of cells stands for. */
    public static final Target VFS = new Target.OfVfs(FunctionAddress.of("3b:00.0"));

    private SampleDiagram() {}

    /** A mark of each kind, 400 × 200, with text that needs escaping. */
    public static Diagram oneOfEach() {
        return new Diagram(
                "topology",
                "host <&\"> one",
                400,
                200,
                List.of(
                        box("panel", Role.PANEL, Ink.PLAIN, new Rect(10, 10, 380, 180), Optional.empty(), ""),
                        new Mark.Box(
                                new MarkId("fn-0000-3b-00.0"),
                                Role.PF,
                                Ink.FILLED,
                                new Rect(20, 20, 96, 36),
                                6,
                                Optional.of(Role.SDI),
                                Optional.of(PF),
                                "3b:00.0 <&\"> NIC\u0007",
                                Zooms.ALWAYS),
                        box("slot", Role.SLOT, Ink.DASHED, new Rect(20, 80, 96, 36), Optional.empty(), "Slot 7"),
                        box("free", Role.RESERVED, Ink.HATCHED, new Rect(20, 130, 96, 36), Optional.empty(), ""),
                        new Mark.Span(
                                new MarkId("vfs"),
                                Role.VF,
                                Ink.DASHED,
                                new Rect(130, 20, 120, 26),
                                "64 VFs · 8 enabled",
                                Optional.of(VFS),
                                "64 VFs"),
                        new Mark.Wire(
                                new MarkId("link"),
                                Role.LINK,
                                Ink.FILLED,
                                List.of(new Point(130, 60), new Point(200, 60), new Point(200, 100)),
                                4,
                                Optional.of(PF),
                                "16 GT/s x8"),
                        label("name", "a < b & \"c\"", new Point(130, 120)),
                        new Mark.Cells(
                                new MarkId("comb"),
                                Role.VF,
                                Ink.FILLED,
                                new Rect(130, 140, 2, 18),
                                4,
                                60,
                                Optional.of(VFS),
                                "VF 0 to 59"),
                        new Mark.Cross(
                                new MarkId("clash"),
                                Role.CONFLICT,
                                new Rect(300, 60, 10, 10),
                                Optional.empty(),
                                "two owners")));
    }

    /** Boxes in a column, a label in each: what a large host looks like to a painter. */
    public static Diagram column(int functions) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < functions; i++) {
            double y = 40.0 * i;
            marks.add(box(
                    "fn-" + i, Role.FUNCTION, Ink.FILLED, new Rect(10, y, 96, 36), Optional.of(Role.FUNCTION), "f"));
            marks.add(label("fn-" + i + "-name", "function " + i, new Point(20, y + 15)));
        }
        return new Diagram("topology", "column", 400, 40.0 * functions, marks);
    }

    /** Random marks, some as high as the whole diagram. */
    public static Diagram random(long seed, int count) {
        Random random = new Random(seed);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double height = random.nextInt(10) == 0 ? 3000 : random.nextDouble() * 90;
            Rect rect =
                    new Rect(random.nextDouble() * 900, random.nextDouble() * 3900, random.nextDouble() * 90, height);
            Target target = new Target.OfFunction(FunctionAddress.of(random.nextBoolean() ? "00:00.0" : "00:01.0"));
            marks.add(new Mark.Box(
                    new MarkId("m" + i),
                    Role.FUNCTION,
                    Ink.FILLED,
                    rect,
                    0,
                    Optional.empty(),
                    random.nextBoolean() ? Optional.of(target) : Optional.empty(),
                    "",
                    Zooms.ALWAYS));
            Point from = new Point(random.nextDouble() * 900, random.nextDouble() * 3900);
            marks.add(new Mark.Wire(
                    new MarkId("w" + i),
                    Role.LINK,
                    Ink.FILLED,
                    List.of(from, new Point(from.x() + 40, from.y()), new Point(from.x() + 40, from.y() + 70)),
                    1,
                    Optional.of(target),
                    ""));
        }
        return new Diagram("topology", "random", 1000, 4000, marks);
    }

    private static Mark box(String id, Role role, Ink ink, Rect bounds, Optional<Role> stripe, String title) {
        return new Mark.Box(new MarkId(id), role, ink, bounds, 6, stripe, Optional.empty(), title, Zooms.ALWAYS);
    }

    private static Mark label(String id, String text, Point at) {
        Rect bounds = new Rect(at.x(), at.y() - 10, 6.0 * text.length(), 13);
        return new Mark.Label(
                new MarkId(id),
                Role.TEXT,
                TextStyle.BODY,
                Mark.Anchor.START,
                at,
                text,
                bounds,
                Optional.empty(),
                Zooms.ALWAYS);
    }
}
