package ridscope.draw.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.text.TextSurface;
import ridscope.rid.FunctionAddress;

/** A host of thousands of functions as a whole: what nobody could see takes no time. */
class FromSpaceTest {

    private static final Target CHOSEN = new Target.OfFunction(FunctionAddress.of("01:00.0"));

    private static Diagram host() {
        List<Mark> marks = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            double y = n * 50;
            Rect slot = new Rect(100, y, 200, 40);
            marks.add(box("slot-" + n, Role.SLOT, Ink.DASHED, slot, Optional.empty()));
            marks.add(box("fn-" + n, Role.FUNCTION, Ink.PLAIN, new Rect(110, y + 5, 90, 30), Optional.of(Role.PF)));
            marks.add(wire("wire-" + n, Role.LINK, y, n == 7 ? Optional.of(CHOSEN) : Optional.empty()));
            Rect badge = new Rect(105, y, 12, 12);
            marks.add(new Mark.Alert(new MarkId("alert-" + n), Role.WARNING, badge, Optional.empty(), ""));
        }
        marks.add(wire("slow", Role.CONFLICT, 10, Optional.empty()));
        return new Diagram("test", "test", 400, 5000, marks);
    }

    private static Mark box(String id, Role role, Ink ink, Rect bounds, Optional<Role> stripe) {
        return new Mark.Box(new MarkId(id), role, ink, bounds, 4, stripe, Optional.empty(), "", Zooms.ALWAYS);
    }

    private static Mark wire(String id, Role role, double y, Optional<Target> target) {
        List<Point> points = List.of(new Point(0, y + 20), new Point(100, y + 20));
        return new Mark.Wire(new MarkId(id), role, Ink.PLAIN, points, 2, target, "");
    }

    private static int drawn(double scale) {
        Diagram diagram = host();
        Viewport view = new Viewport(new Rect(0, 0, 400, 5000), scale);
        return DiagramPainter.paint(diagram, Palettes.LIGHT, view, Set.of(CHOSEN), new TextSurface());
    }

    /** Functions, the link that is slow and the one that is chosen. */
    @Test
    void aWholeHostIsBlocksAndWhatIsWrongOrChosen() {
        assertThat(drawn(0.04)).isEqualTo(102);
    }

    @Test
    void closerNothingIsLeftOut() {
        assertThat(drawn(0.1)).isEqualTo(401);
    }
}
