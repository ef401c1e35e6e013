package ridscope.desktop;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;

/** The window's program. */
public final class RidscopeApp extends Application {

    /** Made by the toolkit. */
    public RidscopeApp() {}

    /** Runs until the window closes. False when the toolkit cannot start here: no display answers, or a library is missing. */
    static boolean run(String... arguments) {
        try {
            Application.launch(RidscopeApp.class, arguments);
            return true;
        } catch (UnsupportedOperationException | LinkageError e) {
            return false;
        }
    }

    @Override
    public void start(Stage stage) {
        SettingsFile settings =
                SettingsFile.inConfigDirectory(System.getenv(), Path.of(System.getProperty("user.home")));
        Wiring wiring = new Wiring(TaskRunner::ofToolkit, settings);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> wiring.uncaught(failure));
        wiring.fill(stage);
        stage.show();
        // One window shows one host: of several files the first.
        getParameters().getRaw().stream().findFirst().ifPresent(wiring::open);
    }
}
