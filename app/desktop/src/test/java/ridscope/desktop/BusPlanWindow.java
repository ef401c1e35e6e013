package ridscope.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import ridscope.desktop.busplan.PlanHosts;
import ridscope.desktop.document.Documents;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;
import ridscope.host.HostSnapshot;

/** A window that shows the bus plan of the undersized host, and hands to reach its controls with. */
abstract class BusPlanWindow {

    static final String NIC = "0000:01:00.0";
    static final String DRIVE = "0000:02:00.0";

    @TempDir
    Path folder;

    final FxRobot robot = new FxRobot();
    Wiring wiring;
    private Stage stage;

    @BeforeEach
    void show() {
        Toolkit.on(() -> {
            wiring = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return null;
        });
        open("undersized", PlanHosts.undersized());
        robot.clickOn("#view-bus-plan");
    }

    void open(String name, HostSnapshot host) {
        Toolkit.on(() -> {
            wiring.model().open(Documents.source(name, host));
            return null;
        });
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as TestFX's query() itself
    <T extends Node> T find(String id) {
        return robot.lookup(node -> id.equals(node.getId())).query();
    }

    /** Read where it is changed, so that it is not caught between two parts of one answer. */
    String text(String id) {
        return Toolkit.on(() -> this.<Labeled>find(id).getText());
    }

    void focus(String id) {
        Toolkit.on(() -> {
            find(id).requestFocus();
            return null;
        });
    }

    /** Drags the NIC's slider to its right end: 16 VFs. */
    void raise() {
        focus("plan-vfs-" + NIC);
        robot.type(KeyCode.END);
    }

    void type(TextField field, String number) {
        Toolkit.on(() -> {
            field.requestFocus();
            field.selectAll();
            return null;
        });
        robot.write(number);
    }

    List<String> row(int index) {
        TableView<?> table = find("plan-budget");
        return IntStream.range(0, table.getVisibleLeafColumns().size())
                .mapToObj(column -> cell(index, table.getVisibleLeafColumns().get(column)))
                .toList();
    }

    private String cell(int row, TableColumn<?, ?> column) {
        return robot.lookup(node -> node instanceof TableCell<?, ?> cell
                        && cell.getIndex() == row
                        && cell.getTableColumn() == column)
                .<Labeled>query()
                .getText();
    }

    /** What the keyboard reaches and a screen reader has no name for. */
    static List<Node> nameless(Node node) {
        List<Node> nameless = new ArrayList<>();
        boolean named =
                node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                        || node instanceof Labeled labeled
                                && labeled.getText() != null
                                && !labeled.getText().isBlank();
        if (node.isFocusTraversable() && !named) {
            nameless.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless.addAll(nameless(child)));
        }
        return nameless;
    }
}
