package ridscope.draw.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.draw.SampleDiagram;
import ridscope.rid.FunctionAddress;

class MarkIndexTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatLookingAtAllMarksFinds(long seed) {
        Diagram diagram = SampleDiagram.random(seed, 400);
        MarkIndex index = new MarkIndex(diagram);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            double x = random.nextDouble() * 1100 - 50;
            double y = random.nextDouble() * 4200 - 100;
            assertThat(index.hit(x, y)).isEqualTo(diagram.hit(x, y));
            Rect part = new Rect(x, y, random.nextDouble() * 500, random.nextDouble() * 500);
            List<Mark> found = new ArrayList<>();
            index.forEachIn(part, found::add);
            assertThat(found)
                    .containsExactlyElementsOf(diagram.marks().stream()
                            .filter(m -> m.bounds().intersects(part))
                            .toList());
        }
        Target target = new Target.OfFunction(FunctionAddress.of("00:01.0"));
        assertThat(index.marksOf(target)).isEqualTo(diagram.marksOf(target)).isNotEmpty();
        assertThat(index.firstOf(target, mark -> true))
                .contains(index.marksOf(target).get(0));
        assertThat(index.firstOf(target, mark -> false)).isEmpty();
    }

    @Test
    void aBentLineIsHitOnTheLineOnly() {
        Diagram diagram = SampleDiagram.oneOfEach();
        assertThat(diagram.hit(165, 63)).map(m -> m.id().value()).contains("link");
        assertThat(diagram.hit(200, 80)).map(m -> m.id().value()).contains("link");
        assertThat(diagram.hit(150, 90))
                .as("inside its bounds, far from the line")
                .isEmpty();
    }
}
