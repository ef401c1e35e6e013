package ridscope.desktop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import ridscope.desktop.task.TaskRunner;

/** The windows of the program, each with a host, views and work of its own. The program ends with the last of them. */
final class Windows {

    /** Pixels by which a new window is moved, so that both can be seen. */
    private static final double STEP = 32;

    private final Function<Consumer<Throwable>, TaskRunner> runners;
    private final Shared shared;
    private final Map<Stage, Wiring> windows = new LinkedHashMap<>();

    Windows(Function<Consumer<Throwable>, TaskRunner> runners, Shared shared) {
        this.runners = runners;
        this.shared = shared;
    }

    /** Takes a window in until it closes. */
    void add(Stage stage, Wiring window) {
        windows.put(stage, window);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> windows.remove(stage));
    }

    /** Fills and shows a window, with what an argument of the command line names. */
    Wiring open(Stage stage, Optional<String> argument) {
        Optional<Stage> beside = front();
        Wiring window = new Wiring(runners, shared, this);
        window.fill(stage);
        beside.filter(other -> !other.isMaximized()).ifPresent(other -> {
            stage.setX(other.getX() + STEP);
            stage.setY(other.getY() + STEP);
        });
        stage.show();
        argument.ifPresent(window::open);
        return window;
    }

    /** Closes all of them. */
    void closeAll() {
        List.copyOf(windows.keySet()).forEach(Stage::close);
    }

    /** Leads a failure of any thread to the user. */
    void uncaught(Throwable failure) {
        front().map(windows::get).ifPresent(window -> window.uncaught(failure));
    }

    /** How many are open. */
    int count() {
        return windows.size();
    }

    /** The window the user is in, else the latest. */
    private Optional<Stage> front() {
        return windows.keySet().stream()
                .filter(Stage::isFocused)
                .findFirst()
                .or(() -> windows.keySet().stream().reduce((earlier, later) -> later));
    }
}
