package ridscope.desktop.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import ridscope.desktop.Wiring;
import ridscope.desktop.document.Documents;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.testing.FlagshipHost;

/** A window as the program makes it, with everything running in the calling thread. */
public final class TestWindow {

    private final Wiring wiring;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();

    private TestWindow(Wiring wiring, Stage stage) {
        this.wiring = wiring;
        this.stage = stage;
    }

    /**
     * Shows one.
     *
     * @param folder for settings
     */
    public static TestWindow show(Path folder) {
        return Toolkit.on(() -> {
            Wiring wiring = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            Stage stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new TestWindow(wiring, stage);
        });
    }

    /** Opens the host of the pictures. */
    public void openFlagship() {
        act(() -> wiring.model().open(Documents.source("flagship", FlagshipHost.snapshot())));
    }

    public Wiring wiring() {
        return wiring;
    }

    public Stage stage() {
        return stage;
    }

    public FxRobot robot() {
        return robot;
    }

    /** Does something on the toolkit's thread and lets it lay out. */
    public void act(Runnable action) {
        Toolkit.on(() -> {
            action.run();
            return null;
        });
    }

    /** The node of an id. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as TestFX's query() itself
    public <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    /** Whether there is a node of this id. */
    public boolean has(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    /** All nodes of the scene that a user can see and that are as asked for, in reading order of the scene graph. */
    public List<Node> seen(Predicate<Node> wanted) {
        List<Node> found = new ArrayList<>();
        walk(stage.getScene().getRoot(), node -> {
            if (wanted.test(node)) {
                found.add(node);
            }
        });
        return found;
    }

    private static void walk(Node node, Consumer<Node> visitor) {
        if (!node.isVisible()) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
        }
    }
}
