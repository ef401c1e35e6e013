package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.command.Command;
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
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Wiring wiring = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            Stage stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(WIDTH);
            stage.setHeight(700);
            stage.show();
            wiring.model().openText("two", TWO_MACHINES);
        });
        WaitForAsyncUtils.waitForFxEvents();

        ComboBox<?> hosts = robot.lookup("#hosts").query();
        assertThat(hosts.isVisible()).isTrue();
        assertThat(hosts.getItems()).hasSize(2);
        for (String id : List.of("main-bar", Command.THEME.id(), Command.EXPORT.id(), "hosts", "status-line")) {
            assertThat(right(id)).as(id).isLessThanOrEqualTo(WIDTH);
        }
    }

    private double right(String id) {
        Node node = robot.lookup("#" + id).query();
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }
}
