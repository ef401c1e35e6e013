package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.command.Command;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;

/** The smallest window that has to do, 1024 × 700, with everything in the bar that can be there. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class NarrowWindowTest {

    private static final double WIDTH = 1024;
    private static final String TWO_MACHINES = """
            root@one:~# lspci
            00:00.0 Host bridge: Intel Corporation Device 1234
            root@two:~# lspci
            00:00.0 Host bridge: Intel Corporation Device 1236
            """;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();

    @Test
    void theBarOfAFileWithSeveralHostsFits() {
        show(WIDTH);

        ComboBox<?> hosts = robot.lookup("#hosts").query();
        assertThat(hosts.isVisible()).isTrue();
        assertThat(hosts.getItems()).hasSize(2);
        for (String id : List.of("main-bar", Command.THEME.id(), Command.EXPORT.id(), "hosts", "status-line")) {
            assertThat(right(id)).as(id).isLessThanOrEqualTo(WIDTH);
        }
    }

    @Test
    void textOfTwiceTheSizeLeavesTheViewsInReach() throws IOException {
        file().save(Settings.DEFAULT.withTextSize(200));

        show(1280);

        MenuButton views = robot.lookup("#views").query();
        assertThat(views.isVisible()).isTrue();
        assertThat(views.getText()).isEqualTo(Command.VIEW_BOTH.label());
        assertThat(right(Command.THEME.id())).isLessThanOrEqualTo(1280);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> views.getItems().get(2).fire());
        assertThat(views.getText()).isEqualTo(Command.VIEW_RID_MAP.label());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 125, 150})
    void promptAndButtonsBelowTheTopologyAreNotCutOff(int text) throws IOException {
        file().save(Settings.DEFAULT.withTextSize(text));

        show(WIDTH);

        TextField ask = robot.lookup("#ask-field").query();
        Text prompt = new Text(ask.getPromptText());
        prompt.setFont(ask.getFont());
        assertThat(prompt.getLayoutBounds().getWidth()).as(ask.getPromptText()).isLessThan(ask.getWidth() - 16);
        Node strip = robot.lookup("#topology-strip").query();
        double end = right("topology-strip");
        double bottom = strip.localToScene(strip.getLayoutBounds()).getMaxY();
        for (String id : List.of(
                "topology-fit",
                Command.ZOOM_SELECTION.id(),
                "topology-overlays",
                Command.MINIMAP.id(),
                Command.PATH_TO.id())) {
            Node button = strip.lookup("#" + id);
            Bounds bounds = button.localToScene(button.getLayoutBounds());
            assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(end);
            assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(bottom);
        }
    }

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("settings.json"));
    }

    private void show(double width) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Wiring wiring = new Wiring(TaskRunner::direct, file());
            Stage stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(700);
            stage.show();
            wiring.model().openText("two", TWO_MACHINES);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double right(String id) {
        Node node = robot.lookup("#" + id).query();
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }
}
