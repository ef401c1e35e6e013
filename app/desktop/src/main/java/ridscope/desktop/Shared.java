package ridscope.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ridscope.config.layout.json.UserLayouts;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.NotesPlaces;
import ridscope.desktop.shell.SettingsModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.theme.Theme;
import ridscope.desktop.theme.ThemeModel;
import ridscope.file.ConfigFolder;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.source.HostWatcher;
import ridscope.source.SnapshotOpener;

/** What all windows of the program have in common: settings, look, and what reads hosts. */
final class Shared {

    private final SettingsFile.Loaded loaded;
    private final SettingsModel settings;
    private final ThemeModel theme;
    private final DocumentLoader loader;
    private final UserLayouts.Loaded layouts;
    private final NotesPlaces places;
    private final Supplier<HostWatcher> watchers;
    private final Clock clock;
    private final List<Consumer<IOException>> notSaved = new ArrayList<>();

    /** @param runner for what no window does alone */
    Shared(SettingsFile file, TaskRunner runner, SnapshotOpener opener, Supplier<HostWatcher> watchers, Clock clock) {
        this.watchers = watchers;
        this.clock = clock;
        loaded = file.load();
        layouts = UserLayouts.load(ConfigFolder.layoutsIn(file.folder()));
        places = new NotesPlaces(file.folder());
        settings = new SettingsModel(
                file,
                loaded.settings(),
                runner,
                failure -> List.copyOf(notSaved).forEach(window -> window.accept(failure)));
        theme = new ThemeModel(
                Theme.of(settings.get().theme()).orElse(Theme.LIGHT),
                settings.get().look().textSize(),
                settings.get().look().still());
        PciIds ids =
                settings.get().pciIds().map(path -> PciIds.file(Path.of(path))).orElseGet(PciIds::installed);
        loader = new DocumentLoader(opener, new StandardDeviceNames(ids));
    }

    SettingsFile.Loaded loaded() {
        return loaded;
    }

    SettingsModel settings() {
        return settings;
    }

    ThemeModel theme() {
        return theme;
    }

    DocumentLoader loader() {
        return loader;
    }

    UserLayouts.Loaded layouts() {
        return layouts;
    }

    NotesPlaces places() {
        return places;
    }

    Supplier<HostWatcher> watchers() {
        return watchers;
    }

    Clock clock() {
        return clock;
    }

    /** Who hears that settings could not be saved; one per window, taken away when it closes. */
    List<Consumer<IOException>> notSaved() {
        return notSaved;
    }
}
