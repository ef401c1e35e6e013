package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** The pane of findings in the window. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class FindingsWindowTest {

    private static final Target PORT_TOO_SMALL = new Target.OfFunction(FunctionAddress.of("0a:00.0"));

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private Wiring wiring;

    @BeforeEach
    void show() {
        fx(() -> {
            wiring = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            Stage stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            wiring.open("sample:siov-undersized-port");
            return null;
        });
    }

    @Test
    void findingsAreListedAndAClickSelectsTheSubject() {
        TreeTableView<?> table = find("findings-table");
        assertThat(rows(table)).hasSize(4).first().asString().contains("SDI_BEYOND_SUBORDINATE");
        assertThat(robot.lookup("#finding-detail").tryQuery()).isEmpty();
        robot.clickOn(cell(table, "769 of the 1,024 SDIs"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(wiring.selection().get()).contains(PORT_TOO_SMALL);
        TreeTableView<?> outline = find("outline-table");
        assertThat(outline.getSelectionModel().getSelectedItem().getValue().toString())
                .startsWith("0a:00.0")
                .endsWith("Warning");
        Label title = find("finding-title");
        assertThat(title.getText()).startsWith("769 of the 1,024 SDIs of 0000:0a:00.0");
        Label advice = find("finding-advice");
        // Below the line on what was not checked it may have to be scrolled to.
        Button copy = find("finding-copy-advice");
        fx(() -> {
            copy.fire();
            return null;
        });
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(advice.getText());
    }

    @Test
    void theStatusLineCountsAndLeadsThere() {
        Button counts = find("status-findings");
        assertThat(counts.getText()).isEqualTo("4 warnings");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertThat(robot.lookup("#findings").tryQuery()).isEmpty();
        assertThat(robot.lookup("#inspector").tryQuery()).isPresent();
        assertThat(saved()).isFalse();
        robot.clickOn("#status-findings");
        assertThat(this.<Node>find("findings-table").isFocused()).isTrue();
        assertThat(saved()).isTrue();
        assertThat(wiring.selection().get()).as("its first row").contains(PORT_TOO_SMALL);
    }

    @Test
    void togglesListASeverityOrLeaveItOut() {
        TreeTableView<?> table = find("findings-table");
        robot.clickOn("#findings-warning");
        assertThat(rows(table)).isEmpty();
        robot.clickOn("#findings-ok");
        assertThat(rows(table)).hasSizeGreaterThan(40);
    }

    @Test
    void whatTheSourceDoesNotTellIsSaidInTheStatusLine() {
        Label missing = find("status-missing");
        assertThat(missing.isVisible()).isEqualTo(!wiring.model().missing().isEmpty());
        fx(() -> {
            wiring.model().openText("listing", """
                            00:1c.0 PCI bridge: Intel Corporation Device 1234
                            02:00.0 Ethernet controller: Intel Corporation Device 5678
                            """);
            return null;
        });
        assertThat(missing.isVisible()).isTrue();
        List<String> sentences = wiring.model().missing();
        assertThat(missing.getText()).isEqualTo(sentences.get(0));
        assertThat(missing.getTooltip().getText().lines()).containsExactlyElementsOf(sentences);
        assertThat(missing.getAccessibleText()).isEqualTo(missing.getTooltip().getText());
    }

    private boolean saved() {
        return new SettingsFile(folder.resolve("settings.json"))
                .load()
                .settings()
                .findings();
    }

    private static List<String> rows(TreeTableView<?> table) {
        return table.getRoot().getChildren().stream()
                .map(TreeItem::getValue)
                .map(Object::toString)
                .toList();
    }

    private Node cell(TreeTableView<?> table, String beginning) {
        return robot.from(table)
                .lookup((Labeled part) ->
                        part.getText() != null && part.getText().startsWith(beginning))
                .query();
    }

    private static <T> T fx(Callable<T> action) {
        return Toolkit.on(action);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as TestFX's query() itself
    private <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }
}
