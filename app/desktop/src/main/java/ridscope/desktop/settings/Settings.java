package ridscope.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers. Immutable.
 *
 * @param theme {@code light} or {@code dark}
 * @param recentFiles absolute paths, the latest first, at most {@link #RECENT_LIMIT}
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param maximized whether the window fills the screen
 * @param pciIds where to read {@code pci.ids} from; empty for the system's own places
 */
public record Settings(
        String theme,
        List<String> recentFiles,
        double width,
        double height,
        boolean maximized,
        Optional<String> pciIds) {

    /** How many recent files are kept. */
    public static final int RECENT_LIMIT = 12;

    /** What a first start has. */
    public static final Settings DEFAULT = new Settings("light", List.of(), 1280, 800, false, Optional.empty());

    public Settings {
        recentFiles = List.copyOf(recentFiles);
    }

    /** With a file at the head of the recent ones. */
    public Settings withRecent(String path) {
        List<String> files = new ArrayList<>(recentFiles);
        files.remove(path);
        files.add(0, path);
        List<String> kept = files.subList(0, Math.min(RECENT_LIMIT, files.size()));
        return new Settings(theme, kept, width, height, maximized, pciIds);
    }

    /** With another theme. */
    public Settings withTheme(String name) {
        return new Settings(name, recentFiles, width, height, maximized, pciIds);
    }

    /** With another window size; the size of a maximized window is not kept, or it could not be restored. */
    public Settings withWindow(double newWidth, double newHeight, boolean nowMaximized) {
        return nowMaximized
                ? new Settings(theme, recentFiles, width, height, true, pciIds)
                : new Settings(theme, recentFiles, newWidth, newHeight, false, pciIds);
    }
}
