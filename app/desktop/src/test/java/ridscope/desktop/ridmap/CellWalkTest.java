package ridscope.desktop.ridmap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.Documents;
import ridscope.desktop.ridmap.CellWalk.Step;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.ViewOptions;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/** The flagship host: buses 00 to 0e and 40 to 44 have rows, 0f to 3f and 45 to ff are folded. */
class CellWalkTest {

    private static CellWalk walk() {
        Document d = Documents.flagship();
        return CellWalk.on(new RidMapLayout(FontMetricsTable.bundled(), d.names())
                .layout(d.topology(), d.ridMap(Segment.ZERO).orElseThrow(), ViewOptions.DEFAULT));
    }

    private static RoutingId rid(String text) {
        return RoutingId.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "03:00.0, RIGHT, 03:00.1",
        "03:00.7, RIGHT, 03:01.0",
        "03:1f.7, RIGHT, 03:1f.7",
        "03:00.1, LEFT, 03:00.0",
        "03:00.0, LEFT, 03:00.0",
        "08:05.3, DOWN, 09:05.3",
        "00:05.3, UP, 00:05.3",
        // A strip is one step, and is left on the other side.
        "0e:05.3, DOWN, 0f:05.3",
        "0f:05.3, DOWN, 40:05.3",
        "20:05.3, DOWN, 40:05.3",
        "40:05.3, UP, 3f:05.3",
        "3f:05.3, UP, 0e:05.3",
        "44:00.0, DOWN, 45:00.0",
        "45:00.0, DOWN, 45:00.0",
        "03:05.3, DEVICE_RIGHT, 03:06.0",
        "03:05.3, DEVICE_LEFT, 03:05.0",
        "03:05.0, DEVICE_LEFT, 03:04.0",
        "03:00.0, DEVICE_LEFT, 03:00.0",
        "03:1f.3, DEVICE_RIGHT, 03:1f.3",
        // 09 and 0a are reserved, nobody there.
        "08:00.1, OCCUPIED_DOWN, 0b:00.1",
        "0b:00.1, OCCUPIED_UP, 08:00.1",
        "0e:00.0, OCCUPIED_DOWN, 40:00.0",
        "20:00.0, OCCUPIED_UP, 0e:00.0",
        "44:00.0, OCCUPIED_DOWN, 44:00.0",
        "03:05.3, ROW_START, 03:00.0",
        "03:05.3, ROW_END, 03:1f.7",
        "03:05.3, FIRST, 00:00.0",
        "03:05.3, LAST, ff:1f.7",
    })
    void goesFromCellToCell(String from, Step step, String to) {
        assertThat(walk().step(rid(from), step)).isEqualTo(rid(to));
    }

    @Test
    void beginsWhereSomethingIs() {
        assertThat(walk().start()).isEqualTo(rid("00:00.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT, false, LEFT",
        "LEFT, true, DEVICE_LEFT",
        "UP, true, OCCUPIED_UP",
        "PAGE_DOWN, false, OCCUPIED_DOWN",
        "HOME, false, ROW_START",
        "END, true, LAST",
    })
    void keysAskForSteps(KeyCode code, boolean shortcut, Step step) {
        assertThat(Step.of(code, shortcut)).contains(step);
        assertThat(Step.of(KeyCode.TAB, shortcut)).isEmpty();
    }
}
