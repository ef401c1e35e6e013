package ridscope.desktop.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;

/**
 * The settings in use, the same for all windows. Every change holds at once and is written soon, in the order of changes and
 * away from the thread that draws: to force a file to a disk can take longer than a picture may. A change is made to what the
 * file says then, so that another running RIDscope does not lose what it wrote.
 */
public final class SettingsModel {

    /**
     * What is to be written.
     *
     * @param how to change what the file says
     * @param here what the change made of the settings in use, for a file that says nothing
     */
    private record Change(UnaryOperator<Settings> how, Settings here) {}

    private final SettingsFile file;
    private final TaskRunner runner;
    private final Consumer<IOException> onNotSaved;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Queue<Change> unsaved = new ConcurrentLinkedQueue<>();
    /** How many changes there were; what was written before the latest must not take its place. */
    private long changes;

    /** @param onNotSaved hears when the file cannot be written; the change holds until the window closes */
    public SettingsModel(SettingsFile file, Settings first, TaskRunner runner, Consumer<IOException> onNotSaved) {
        this.file = file;
        this.runner = runner;
        this.onNotSaved = onNotSaved;
        settings = new ReadOnlyObjectWrapper<>(this, "settings", first);
    }

    /** The settings now. */
    public Settings get() {
        return settings.get();
    }

    /** Changes them, and writes them in the background. */
    public void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(get());
        if (next.equals(get())) {
            return;
        }
        settings.set(next);
        unsaved.add(new Change(change, next));
        changes++;
        long now = changes;
        // A lane of its own: work that another one replaces tells nobody that it failed.
        runner.work(feedback -> save())
                .lane("settings-" + now)
                .onDone(saved -> saved.filter(s -> changes == now).ifPresent(settings::set))
                .onExpected(IOException.class, onNotSaved)
                .start();
    }

    /** Waits until all changes are written: the window is about to close. */
    public void flush() {
        try {
            save();
        } catch (IOException e) {
            onNotSaved.accept(e);
        }
    }

    /**
     * One at a time, for several jobs may want to.
     *
     * @return what the file says now; empty where another job wrote it
     */
    private Optional<Settings> save() throws IOException {
        synchronized (unsaved) {
            if (unsaved.isEmpty()) {
                return Optional.empty();
            }
            Optional<Settings> next = file.read();
            while (!unsaved.isEmpty()) {
                Change change = unsaved.remove();
                next = Optional.of(next.map(change.how()).orElse(change.here()));
            }
            file.save(next.get());
            return next;
        }
    }

    /** Observable; never null. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }
}
