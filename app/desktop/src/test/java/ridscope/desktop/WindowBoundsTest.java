package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowBoundsTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 30, 1366, 738);
    private static final Rectangle2D BESIDE = new Rectangle2D(1366, 0, 1920, 1080);

    @ParameterizedTest
    @CsvSource({
        "100, 100, 800, 500, 100, 100, 800, 500, inside: as it is",
        "0, 0, 2560, 1440, 1366, 0, 1920, 1080, larger than each: the screen that shows more of it",
        "-900, 100, 800, 500, 0, 100, 800, 500, left of all: on the first",
        "5000, 5000, 800, 500, 566, 268, 800, 500, far away: on the first",
        "1300, 100, 800, 500, 1366, 100, 800, 500, mostly beside: moved there",
        "600, 10, 760, 900, 600, 30, 760, 738, higher than its screen"
    })
    void aWindowIsMovedAndShrunkIntoAScreen(
            double x, double y, double w, double h, double toX, double toY, double toW, double toH, String why) {
        assertThat(WindowBounds.within(new Rectangle2D(x, y, w, h), List.of(LAPTOP, BESIDE)))
                .as(why)
                .isEqualTo(new Rectangle2D(toX, toY, toW, toH));
    }

    @Test
    void whateverIsRememberedAllOfTheWindowIsInSight() {
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            Rectangle2D window = new Rectangle2D(
                    random.nextInt(20_000) - 10_000.0,
                    random.nextInt(20_000) - 10_000.0,
                    random.nextInt(6000),
                    random.nextInt(6000));
            Rectangle2D now = WindowBounds.within(window, List.of(LAPTOP, BESIDE));
            assertThat(LAPTOP.contains(now) || BESIDE.contains(now)).isTrue();
            assertThat(WindowBounds.within(now, List.of(LAPTOP, BESIDE))).isEqualTo(now);
        }
    }
}
