package ridscope.desktop.shell;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;

/**
 * The settings in use, the same for all windows; every change is written at once. A change is made to what the file says then,
 * so that another running RIDscope does not lose what it wrote.
 */
public final class SettingsModel {

    private final SettingsFile file;
    private final Consumer<IOException> onNotSaved;
    private final ReadOnlyObjectWrapper<Settings> settings;

    /** @param onNotSaved hears when the file cannot be written; the change holds until the window closes */
    public SettingsModel(SettingsFile file, Settings first, Consumer<IOException> onNotSaved) {
        this.file = file;
        this.onNotSaved = onNotSaved;
        settings = new ReadOnlyObjectWrapper<>(this, "settings", first);
    }

    /** The settings now. */
    public Settings get() {
        return settings.get();
    }

    /** Changes and writes them. */
    public void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(get());
        if (next.equals(get())) {
            return;
        }
        next = file.read().map(change).orElse(next);
        settings.set(next);
        try {
            file.save(next);
        } catch (IOException e) {
            onNotSaved.accept(e);
        }
    }

    /** Observable; never null. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }
}
