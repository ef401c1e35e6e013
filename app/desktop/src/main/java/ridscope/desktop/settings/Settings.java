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
 * @param findings whether the pane of findings is shown
 * @param sshHosts hosts that were read over ssh, the latest first, at most {@link #RECENT_LIMIT}
 */
public record Settings(
        String theme,
        List<String> recentFiles,
        double width,
        double height,
        boolean maximized,
        Optional<String> pciIds,
        boolean findings,
        List<SshHost> sshHosts) {

    /**
     * A host and how it was read.
     *
     * @param target {@code [user@]host[:port]}
     * @param sudo with root rights through {@code sudo -n}
     */
    public record SshHost(String target, boolean sudo) {}

    /** How many recent files, and how many hosts, are kept. */
    public static final int RECENT_LIMIT = 12;

    /** What a first start has. */
    public static final Settings DEFAULT =
            new Settings("light", List.of(), 1280, 800, false, Optional.empty(), true, List.of());

    public Settings {
        recentFiles = List.copyOf(recentFiles);
        sshHosts = List.copyOf(sshHosts);
    }

    /** With a file at the head of the recent ones. */
    public Settings withRecent(String path) {
        List<String> files = new ArrayList<>(recentFiles);
        files.remove(path);
        files.add(0, path);
        return new Settings(theme, few(files), width, height, maximized, pciIds, findings, sshHosts);
    }

    /** With a host at the head of those read over ssh. */
    public Settings withSshHost(SshHost host) {
        List<SshHost> hosts = new ArrayList<>(sshHosts);
        hosts.removeIf(known -> known.target().equals(host.target()));
        hosts.add(0, host);
        return new Settings(theme, recentFiles, width, height, maximized, pciIds, findings, few(hosts));
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(RECENT_LIMIT, all.size()));
    }

    /** With another theme. */
    public Settings withTheme(String name) {
        return new Settings(name, recentFiles, width, height, maximized, pciIds, findings, sshHosts);
    }

    /** With the pane of findings shown or not. */
    public Settings withFindings(boolean shown) {
        return new Settings(theme, recentFiles, width, height, maximized, pciIds, shown, sshHosts);
    }

    /** With another window size; the size of a maximized window is not kept, or it could not be restored. */
    public Settings withWindow(double newWidth, double newHeight, boolean nowMaximized) {
        return nowMaximized
                ? new Settings(theme, recentFiles, width, height, true, pciIds, findings, sshHosts)
                : new Settings(theme, recentFiles, newWidth, newHeight, false, pciIds, findings, sshHosts);
    }
}
