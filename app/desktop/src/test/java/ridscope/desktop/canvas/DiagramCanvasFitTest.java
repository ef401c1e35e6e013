package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;
import ridscope.draw.paint.Palettes;

/** How a picture follows the size of its pane. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class DiagramCanvasFitTest {

    private static final Diagram PICTURE = new Diagram("p", "picture", 784, 484, List.of());

    private DiagramCanvas canvas;

    @BeforeEach
    void show() {
        Toolkit.on(() -> {
            canvas = new DiagramCanvas(Palettes.LIGHT, 0.7, 2);
            canvas.setManaged(false);
            Stage stage = new Stage();
            stage.setScene(new Scene(new javafx.scene.layout.Pane(canvas), 1000, 800));
            stage.show();
            canvas.setDiagram(PICTURE);
            return null;
        });
        resize(800, 500);
    }

    private void resize(double width, double height) {
        Toolkit.on(() -> {
            canvas.resize(width, height);
            canvas.layout();
            return null;
        });
    }

    @Test
    void aLargerOrSmallerPaneFitsThePictureAgain() {
        assertThat(canvas.scale()).isCloseTo(1, within(1e-9));
        resize(800 * 1.2, 700);
        assertThat(canvas.scale()).isCloseTo((960 - 16) / 784.0, within(1e-9));
        Toolkit.on(() -> {
            canvas.reveal(new Rect(0, 0, 10, 10));
            return null;
        });
        resize(800, 500);
        assertThat(canvas.scale()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aScaleThatTheUserChoseStays() {
        Toolkit.on(() -> {
            canvas.zoom(1.5);
            return null;
        });
        resize(600, 400);
        assertThat(canvas.scale()).isCloseTo(1.5, within(1e-9));
        Toolkit.on(() -> {
            canvas.fit();
            canvas.layout();
            return null;
        });
        resize(400, 400);
        assertThat(canvas.scale()).isCloseTo((400 - 16) / 784.0, within(1e-9));
        assertThat(Optional.of(canvas.onCanvas(new Rect(0, 0, 784, 484)).right()))
                .hasValueSatisfying(right -> assertThat(right).isLessThanOrEqualTo(400));
    }
}
