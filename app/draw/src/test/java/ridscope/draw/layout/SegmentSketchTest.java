package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Mark;
import ridscope.rid.Segment;
import ridscope.ridmap.SegmentUse;

class SegmentSketchTest {

    private static List<Mark.Cells> lines(List<SegmentUse.Bus> buses) {
        return SegmentSketch.of(new SegmentUse(Segment.ZERO, 1, buses)).marks().stream()
                .filter(Mark.Cells.class::isInstance)
                .map(Mark.Cells.class::cast)
                .toList();
    }

    @Test
    void aLineReachesFromTheFirstFunctionOfABusToTheLast() {
        List<Mark.Cells> lines =
                lines(List.of(new SegmentUse.Bus(0, 0x10, 0xff), new SegmentUse.Bus(0xf0, 0xff, 0xff)));
        assertThat(lines.get(0).first().x()).isEqualTo(0x10);
        assertThat(lines.get(0).first().right()).isEqualTo(256);
        assertThat(lines.get(1).first().right())
                .as("short, but seen, and inside")
                .isEqualTo(256);
        assertThat(lines.get(1).first().width()).isEqualTo(12);
        assertThat(lines.get(1).first().y()).as("empty buses are left out").isEqualTo(24);
    }

    @Test
    void manyBusesFitToo() {
        List<Mark.Cells> lines = lines(IntStream.range(0, 256)
                .mapToObj(bus -> new SegmentUse.Bus(bus, 0, 7))
                .toList());
        assertThat(lines).hasSize(256);
        assertThat(lines.get(255).first().bottom()).isCloseTo(255.6, within(1e-9));
    }
}
