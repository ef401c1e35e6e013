package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Zooms;

class CoarseTest {

    private static Mark box(int n, Role role) {
        return new Mark.Box(
                new MarkId(role + "-" + n),
                role,
                Ink.FILLED,
                new Rect(0, n * 10, 100, 8),
                0,
                Optional.empty(),
                Optional.empty(),
                "",
                Zooms.ALWAYS);
    }

    private static Diagram column(int boxes) {
        List<Mark> marks = new ArrayList<>();
        for (int n = 0; n < boxes; n++) {
            marks.add(box(n, Role.FUNCTION));
        }
        marks.add(box(0, Role.CONFLICT));
        return new Diagram("test", "test", 100, boxes * 10, marks);
    }

    /** A map in a corner has some ten thousand pixels; a host of 20,000 functions has five times as many marks. */
    @Test
    void oneMarkIsLeftForEachPixelAndColour() {
        Diagram coarse = Coarse.of(column(20_000), 0.0005);
        assertThat(coarse.marks()).hasSizeBetween(100, 310);
        assertThat(coarse.marks()).last().extracting(Mark::role).isEqualTo(Role.CONFLICT);
        assertThat(coarse.height()).isEqualTo(200_000);
    }

    @Test
    void marksThatCanBeToldApartStay() {
        Diagram diagram = column(10);
        assertThat(Coarse.of(diagram, 1).marks()).isEqualTo(diagram.marks());
    }
}
