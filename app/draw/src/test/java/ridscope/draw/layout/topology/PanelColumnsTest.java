package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelColumnsTest {

    private static final double WIDTH = 400;
    private static final double GAP = 10;

    /** The shape of a screen is sought, so that the whole can be seen at once. */
    @ParameterizedTest
    @CsvSource({
        "1, 5000, 1",
        "2, 790, 1",
        "4, 390, 1",
        "2, 1000, 2",
        "4, 900, 4",
        "16, 650, 6",
        "16, 100, 3",
        "256, 40, 7"
    })
    void columnsOfEqualPanels(int panels, double height, int columns) {
        PanelColumns set = new PanelColumns(Collections.nCopies(panels, height), WIDTH, GAP);
        assertThat(Math.round((set.width() + GAP) / (WIDTH + GAP))).isEqualTo(columns);
    }

    @Test
    void noPanelsNeedNoRoom() {
        PanelColumns none = new PanelColumns(List.of(), WIDTH, GAP);
        assertThat(none.spots()).isEmpty();
        assertThat(none.height()).isZero();
    }

    /** Whatever the heights: in order down a column and then on to the next, none on another, all inside. */
    @Test
    void panelsKeepTheirOrderAndDoNotTouch() {
        Random random = new Random(16);
        for (int run = 0; run < 500; run++) {
            List<Double> heights = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                heights.add(30.0 + random.nextInt(random.nextBoolean() ? 100 : 3000));
            }
            PanelColumns set = new PanelColumns(heights, WIDTH, GAP);
            List<PanelColumns.Spot> spots = set.spots();
            assertThat(spots).hasSameSizeAs(heights);
            assertThat(spots.get(0)).isEqualTo(new PanelColumns.Spot(0, 0));
            for (int i = 1; i < spots.size(); i++) {
                PanelColumns.Spot before = spots.get(i - 1);
                PanelColumns.Spot spot = spots.get(i);
                if (spot.x() == before.x()) {
                    assertThat(spot.y()).isEqualTo(before.y() + heights.get(i - 1) + GAP);
                } else {
                    assertThat(spot).isEqualTo(new PanelColumns.Spot(before.x() + WIDTH + GAP, 0));
                }
                assertThat(spot.y() + heights.get(i)).isLessThanOrEqualTo(set.height());
                assertThat(spot.x() + WIDTH).isLessThanOrEqualTo(set.width());
            }
        }
    }
}
