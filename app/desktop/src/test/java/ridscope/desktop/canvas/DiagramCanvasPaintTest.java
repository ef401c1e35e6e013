package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.paint.Palettes;
import ridscope.rid.FunctionAddress;

/** How often a canvas paints, and what moves it. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class DiagramCanvasPaintTest {

    private static final Target TARGET = new Target.OfFunction(FunctionAddress.of("00:01.0"));
    private static final Mark BOX = new Mark.Box(
            new MarkId("a"),
            Role.FUNCTION,
            Ink.FILLED,
            new Rect(1500, 1500, 60, 40),
            2,
            Optional.empty(),
            Optional.of(TARGET),
            "",
            Zooms.ALWAYS);
    private static final Diagram PICTURE = new Diagram("p", "picture", 2000, 2000, List.of(BOX));

    private DiagramCanvas canvas;
    private Minimap minimap;

    @BeforeEach
    void show() {
        Toolkit.on(() -> {
            canvas = new DiagramCanvas(Palettes.LIGHT, 0.7, 2);
            canvas.setManaged(false);
            minimap = new Minimap(canvas);
            minimap.setPalette(Palettes.LIGHT);
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(canvas, minimap), 1000, 800));
            stage.show();
            canvas.setDiagram(PICTURE);
            canvas.resize(800, 500);
            canvas.layout();
            return null;
        });
    }

    @Test
    void manyChangesAreOnePaint() {
        long before = canvas.paints();
        Toolkit.on(() -> {
            canvas.setSelected(Set.of(TARGET));
            canvas.setLit(List.of(BOX));
            canvas.zoom(1.5);
            canvas.pan(10, 10);
            canvas.setPalette(Palettes.DARK);
            canvas.layout();
            canvas.layout();
            return null;
        });
        assertThat(canvas.paints()).isEqualTo(before + 1);
    }

    @Test
    void thePointerPaintsNothing() {
        List<Optional<DiagramCanvas.Hover>> seen = new ArrayList<>();
        long before = canvas.paints();
        Toolkit.on(() -> {
            canvas.setOnHover(seen::add);
            for (int x = 0; x < 100; x++) {
                canvas.hover(x, x);
            }
            canvas.layout();
            return null;
        });
        assertThat(seen).hasSize(100);
        assertThat(canvas.paints()).isEqualTo(before);
    }

    @Test
    void theMinimapShowsWhileSomethingIsOutOfSight() {
        assertThat(minimap.isVisible()).isTrue();
        Toolkit.on(() -> {
            canvas.center(new Point(1530, 1520));
            canvas.layout();
            return null;
        });
        Rect sight = canvas.inSightProperty().get();
        assertThat(sight.contains(1530, 1520)).isTrue();
        Toolkit.on(() -> {
            canvas.fit();
            canvas.layout();
            return null;
        });
        assertThat(minimap.isVisible()).isFalse();
    }

    @Test
    void theMinimapLiesWhereItCoversLeastAndStaysThereWhileThePictureMoves() {
        assertThat(minimap.getLayoutX()).as("nothing to cover").isGreaterThan(400);
        assertThat(minimap.getLayoutY()).isGreaterThan(250);
        Rect covered = canvasPart(minimap);
        Mark.Box there = box(covered);
        show(new Diagram("q", "another", 2000, 2000, List.of(there)));
        assertThat(there.bounds().intersects(canvasPart(minimap))).isFalse();
        assertThat(minimap.getLayoutX()).isGreaterThan(400);
        assertThat(minimap.getLayoutY()).isEqualTo(10);
        double y = minimap.getLayoutY();
        Toolkit.on(() -> {
            canvas.pan(-300, -700);
            canvas.layout();
            return null;
        });
        assertThat(minimap.getLayoutY()).as("the picture was only moved").isEqualTo(y);
    }

    private void show(Diagram diagram) {
        Toolkit.on(() -> {
            canvas.setDiagram(diagram);
            canvas.layout();
            return null;
        });
    }

    /** In units of the picture. */
    private Rect canvasPart(Minimap map) {
        Rect sight = canvas.inSightProperty().get();
        double scale = canvas.scale();
        return new Rect(
                sight.x() + map.getLayoutX() / scale,
                sight.y() + map.getLayoutY() / scale,
                map.getWidth() / scale,
                map.getHeight() / scale);
    }

    private static Mark.Box box(Rect place) {
        return new Mark.Box(
                new MarkId("there"),
                Role.FUNCTION,
                Ink.FILLED,
                place,
                2,
                Optional.empty(),
                Optional.of(TARGET),
                "",
                Zooms.ALWAYS);
    }

    @Test
    void withReducedMotionItJumps() {
        Rect part = new Rect(1500, 1500, 60, 40);
        double before = canvas.scale();
        Toolkit.on(() -> {
            canvas.zoomTo(part, 2);
            assertThat(canvas.scale()).as("still on its way").isEqualTo(before);
            canvas.setStill(true);
            canvas.zoomTo(part, 2);
            assertThat(canvas.scale()).isEqualTo(2);
            canvas.layout();
            return null;
        });
        assertThat(canvas.inSightProperty().get().contains(1530, 1520)).isTrue();
    }

    @Test
    void whatIsGlidedToIsReachedAndScalesByFactors() {
        ViewTransform from = new ViewTransform(0, 0, 1);
        ViewTransform to = new ViewTransform(100, 50, 4);
        assertThat(Glide.between(from, to, 0)).isEqualTo(from);
        assertThat(Glide.between(from, to, 0.5).scale()).isCloseTo(2, within(1e-9));
        assertThat(Glide.between(from, to, 1)).isEqualTo(to);
    }
}
