package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.desktop.canvas.MarkWalk.Direction;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.Zooms;
import ridscope.rid.FunctionAddress;

class MarkWalkTest {

    /** Three by three boxes, named row and column, and one decoration. */
    private static Diagram grid() {
        List<Mark> marks = new ArrayList<>();
        marks.add(box("panel", 0, 0, Optional.empty()));
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                FunctionAddress address = FunctionAddress.of(String.format("%02x:%02x.0", row, column));
                marks.add(box(row + "." + column, column * 100, row * 40, Optional.of(new Target.OfFunction(address))));
            }
        }
        return new Diagram("test", "test", 300, 120, marks);
    }

    private static Mark box(String id, double x, double y, Optional<Target> target) {
        return new Mark.Box(
                new MarkId(id),
                Role.FUNCTION,
                Ink.FILLED,
                new Rect(x, y, 60, 20),
                0,
                Optional.empty(),
                target,
                id,
                Zooms.ALWAYS);
    }

    private final MarkWalk walk = new MarkWalk(new MarkIndex(grid()));

    @Test
    void arrowsGoToTheNeighbour() {
        Mark middle =
                walk.of(new Target.OfFunction(FunctionAddress.of("01:01.0"))).orElseThrow();
        assertThat(id(walk.next(middle, Direction.LEFT))).isEqualTo("1.0");
        assertThat(id(walk.next(middle, Direction.RIGHT))).isEqualTo("1.2");
        assertThat(id(walk.next(middle, Direction.UP))).isEqualTo("0.1");
        assertThat(id(walk.next(middle, Direction.DOWN))).isEqualTo("2.1");
    }

    @Test
    void theWalkEndsAtTheEdge() {
        assertThat(id(walk.first())).as("decoration is passed over").isEqualTo("0.0");
        assertThat(id(walk.last())).isEqualTo("2.2");
        assertThat(walk.next(walk.first().orElseThrow(), Direction.LEFT)).isEmpty();
        assertThat(walk.next(walk.last().orElseThrow(), Direction.DOWN)).isEmpty();
    }

    @Test
    void ofMarksForTheSameTargetTheFirstIsTheNearest() {
        Optional<Target> target = Optional.of(new Target.OfFunction(FunctionAddress.of("00:01.0")));
        Diagram twice = new Diagram(
                "test", "test", 300, 120, List.of(box("first", 200, 0, target), box("second", 0, 0, target)));
        assertThat(id(new MarkWalk(new MarkIndex(twice)).nearest(new Point(0, 0), mark -> true)))
                .isEqualTo("first");
    }

    @Test
    void onlyThoseNearerThanTheBestSoFarAreAskedAbout() {
        List<String> asked = new ArrayList<>();
        Optional<Mark> nearest =
                walk.nearest(new Point(30, 50), mark -> asked.add(mark.id().value()));
        assertThat(id(nearest)).isEqualTo("1.0");
        assertThat(asked).containsExactly("0.0", "1.0");
        assertThat(walk.nearest(new Point(30, 50), mark -> mark.id().value().startsWith("2.")))
                .map(mark -> mark.id().value())
                .contains("2.0");
    }

    private static String id(Optional<Mark> mark) {
        return mark.orElseThrow().id().value();
    }
}
