package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** Zooming into the RID map: as a whole at first, then only the columns draw apart. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class MapZoomTest {

    @TempDir
    private Path folder;

    private TestWindow window;
    private DiagramCanvas map;

    @BeforeEach
    void open() {
        window = TestWindow.show(folder);
        window.openFlagship();
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.RID_MAP));
        map = window.find("rid-map-canvas");
    }

    private Rect onCanvas(String address) {
        Target target = new Target.OfFunction(FunctionAddress.of(address));
        return map.onCanvas(map.diagram().orElseThrow().marks().stream()
                .filter(m -> m instanceof Mark.Cells && m.target().equals(Optional.of(target)))
                .findFirst()
                .orElseThrow()
                .bounds());
    }

    @Test
    void fromAScaleOnOnlyColumnsDrawApart() {
        window.act(() -> map.zoom(1.5 / map.scale()));
        assertThat(onCanvas("03:00.0").width()).isCloseTo(3, within(0.01));
        double height = onCanvas("03:00.0").height();
        window.act(() -> map.zoom(10));
        assertThat(onCanvas("03:00.0").width()).isCloseTo(30, within(0.1));
        assertThat(onCanvas("03:00.0").height()).isCloseTo(height * 1.6 / 1.5, within(0.1));
        window.act(() -> map.zoom(100));
        assertThat(onCanvas("03:00.0").width())
                .as("wide enough for names, and no wider")
                .isCloseTo(140, within(0.1));
        window.act(() -> map.zoom(1 / 50.0));
        assertThat(onCanvas("03:00.0").width()).isCloseTo(2.8, within(0.01));
        assertThat(map.scale()).isCloseTo(1.4, within(0.01));
    }

    @Test
    void theWholeMapIsShownAgain() {
        window.act(() -> map.zoom(20));
        window.act(map::fit);
        assertThat(onCanvas("03:00.0").width()).isLessThan(4);
        assertThat(map.inSightProperty().get().width())
                .isGreaterThanOrEqualTo(map.diagram().orElseThrow().width());
    }

    @Test
    void onePaintHoweverOftenTheWheelTurnsInAPulse() {
        long before = map.paints();
        window.act(() -> {
            for (int i = 0; i < 20; i++) {
                map.zoom(1.1);
            }
        });
        assertThat(map.paints()).isEqualTo(before + 1);
    }
}
