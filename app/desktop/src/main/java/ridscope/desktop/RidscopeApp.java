package ridscope.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        settings.read()
                .flatMap(known -> known.look().language())
                .ifPresent(language -> Locale.setDefault(Locale.forLanguageTag(language)));
        Windows windows = Wiring.windows(TaskRunner::ofToolkit, settings);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> windows.uncaught(failure));
        // One window shows one host.
        List<String> arguments = getParameters().getRaw();
        windows.open(stage, arguments.stream().findFirst());
        arguments.stream().skip(1).forEach(argument -> windows.open(new Stage(), Optional.of(argument)));
    }
}
