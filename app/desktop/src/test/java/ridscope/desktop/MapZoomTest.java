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
import ridscope.desktop.canvas.MapFrame;
import ridscope.desktop.ridmap.RidMapView;
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
    void columnsFillTheWidth() {
        Rect sight = map.inSightProperty().get();
        assertThat(map.diagram().orElseThrow().width()).isCloseTo(sight.width(), within(2 * 8 / map.scale() + 0.1));
        assertThat(map.diagram().orElseThrow().height()).isLessThanOrEqualTo(sight.height());
        assertThat(onCanvas("03:00.0").width()).isGreaterThan(2.5);
    }

    @Test
    void fromAScaleOnOnlyColumnsDrawApart() {
        window.act(() -> map.zoom(1.5 / map.scale()));
        Rect before = onCanvas("03:00.0");
        window.act(() -> map.zoom(8));
        assertThat(onCanvas("03:00.0").width()).isCloseTo(before.width() * 8, within(0.1));
        assertThat(onCanvas("03:00.0").height()).isCloseTo(before.height() * 1.6 / 1.5, within(0.1));
        window.act(() -> map.zoom(100));
        assertThat(onCanvas("03:00.0").width())
                .as("wide enough for names, and no wider")
                .isCloseTo(140, within(0.1));
        window.act(() -> map.zoom(before.width() / 140 / 2));
        assertThat(onCanvas("03:00.0").width()).isCloseTo(before.width() / 2, within(0.1));
        assertThat(onCanvas("03:00.0").height()).isCloseTo(before.height() / 2, within(0.1));
    }

    @Test
    void whatIsUnderThePointerStaysThere() {
        window.act(() -> map.zoom(4));
        double x = map.getWidth() / 2;
        double y = map.getHeight() / 2;
        window.act(() -> map.reveal(new Target.OfFunction(FunctionAddress.of("42:01.0"))));
        Rect before = onCanvas("42:01.0");
        window.act(() -> map.zoom(2));
        Rect now = onCanvas("42:01.0");
        assertThat(now.x() - x).isCloseTo((before.x() - x) * 2, within(0.5));
        assertThat(now.y() - y).isCloseTo((before.y() - y) * now.height() / before.height(), within(0.5));
    }

    @Test
    void theWholeMapIsShownAgain() {
        double width = onCanvas("03:00.0").width();
        window.act(() -> map.zoom(20));
        window.act(map::fit);
        assertThat(onCanvas("03:00.0").width()).isCloseTo(width, within(0.1));
        assertThat(map.inSightProperty().get().width())
                .isGreaterThanOrEqualTo(map.diagram().orElseThrow().width());
    }

    @Test
    void theMapIsMadeAnewOnceInAPulseAndNotWhereItsWidthStays() {
        MapFrame<?> frame = (MapFrame<?>) map.getParent();
        window.act(() -> map.zoom(1.6 / map.scale()));
        long before = frame.widenings();
        window.act(() -> {
            for (int i = 0; i < 20; i++) {
                map.zoom(1.1);
            }
        });
        assertThat(frame.widenings()).as("twenty steps of the wheel").isEqualTo(before + 1);
        window.act(() -> map.zoom(0.5));
        assertThat(frame.widenings()).isEqualTo(before + 2);
        window.act(() -> map.reveal(new Target.OfFunction(FunctionAddress.of("42:01.0"))));
        window.act(() -> window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of("03:00.0"))));
        assertThat(frame.widenings()).as("only looked at elsewhere").isEqualTo(before + 2);
    }

    @Test
    void aPictureComesInTheWidthItIsShownIn() {
        MapFrame<?> frame = (MapFrame<?>) map.getParent();
        window.act(() -> map.zoom(8 / map.scale()));
        double width = onCanvas("03:00.0").width();
        long before = frame.widenings();
        double all = map.diagram().orElseThrow().height();
        RidMapView view = window.find("rid-map");
        window.act(() -> view.model().unfoldAll());
        assertThat(map.diagram().orElseThrow().height()).as("more rows").isGreaterThan(all);
        assertThat(frame.widenings()).as("made on the thread that draws").isEqualTo(before);
        assertThat(onCanvas("03:00.0").width()).isCloseTo(width, within(0.1));
    }

    @Test
    void axesAreDrawnWithTheMapAndNoMoreOften() {
        MapFrame<?> frame = (MapFrame<?>) map.getParent();
        long before = frame.axesDrawn();
        long paints = map.paints();
        RidMapView view = window.find("rid-map");
        window.act(() -> view.model().unfoldAll());
        assertThat(frame.axesDrawn() - before).isEqualTo(map.paints() - paints).isPositive();
    }

    @Test
    void theFrameRoundTheSelectionGoesWithItsCell() {
        window.act(() -> window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of("42:01.0"))));
        window.act(() -> map.zoom(8 / map.scale()));
        window.act(() -> map.reveal(new Target.OfFunction(FunctionAddress.of("42:01.0"))));
        assertThat(map.framed().map(map::onCanvas).orElseThrow().x())
                .isCloseTo(onCanvas("42:01.0").x(), within(0.1));
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
