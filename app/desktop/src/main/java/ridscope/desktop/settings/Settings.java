package ridscope.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers. Immutable.
 *
 * @param look how everything looks and speaks
 * @param recent what was used last
 * @param frame of the window that was closed last
 * @param pciIds where to read {@code pci.ids} from; empty for the system's own places
 * @param findings whether the pane of findings is shown
 * @param view name of the view in the middle of the window that was closed last, such as {@code both}
 */
public record Settings(Look look, Recent recent, Frame frame, Optional<String> pciIds, boolean findings, String view) {

    /** How many recent files, hosts and commands are kept. */
    public static final int RECENT_LIMIT = 12;

    /** Size of text in percent: the smallest, the usual and the largest. */
    public static final int LEAST_TEXT = 80;

    public static final int USUAL_TEXT = 100;
    public static final int MOST_TEXT = 200;

    /** What a first start has. */
    public static final Settings DEFAULT = new Settings(
            new Look("light", USUAL_TEXT, Optional.empty(), false),
            new Recent(List.of(), List.of(), List.of()),
            new Frame(1280, 800, false),
            Optional.empty(),
            true,
            "both");

    /**
     * How everything looks and speaks.
     *
     * @param theme name of a theme, such as {@code light}
     * @param textSize in percent, {@link #LEAST_TEXT} to {@link #MOST_TEXT}
     * @param language {@code en} or {@code de}; empty for the system's
     * @param still whether pictures jump instead of gliding
     */
    public record Look(String theme, int textSize, Optional<String> language, boolean still) {

        public Look {
            textSize = Math.max(LEAST_TEXT, Math.min(MOST_TEXT, textSize));
        }
    }

    /**
     * What was used, the latest first, at most {@link #RECENT_LIMIT} of each.
     *
     * @param files absolute paths
     * @param sshHosts hosts that were read over ssh
     * @param commands ids of commands that were chosen by name
     */
    public record Recent(List<String> files, List<SshHost> sshHosts, List<String> commands) {

        public Recent {
            files = few(files);
            sshHosts = few(sshHosts);
            commands = few(commands);
        }

        private static <T> List<T> few(List<T> all) {
            return List.copyOf(all.subList(0, Math.min(RECENT_LIMIT, all.size())));
        }
    }

    /**
     * A window.
     *
     * @param width in pixels
     * @param height in pixels
     * @param maximized whether it fills the screen; width and height are those of before
     */
    public record Frame(double width, double height, boolean maximized) {}

    /**
     * A host and how it was read.
     *
     * @param target {@code [user@]host[:port]}
     * @param sudo with root rights through {@code sudo -n}
     */
    public record SshHost(String target, boolean sudo) {}

    /** Name of the theme. */
    public String theme() {
        return look.theme();
    }

    /** Absolute paths, the latest first. */
    public List<String> recentFiles() {
        return recent.files();
    }

    /** Hosts that were read over ssh, the latest first. */
    public List<SshHost> sshHosts() {
        return recent.sshHosts();
    }

    /** Width of the window in pixels. */
    public double width() {
        return frame.width();
    }

    /** Height of the window in pixels. */
    public double height() {
        return frame.height();
    }

    /** Whether the window fills the screen. */
    public boolean maximized() {
        return frame.maximized();
    }

    /** With a file at the head of the recent ones. */
    public Settings withRecent(String path) {
        return with(new Recent(first(path, recent.files()), recent.sshHosts(), recent.commands()));
    }

    /** With a host at the head of those read over ssh. */
    public Settings withSshHost(SshHost host) {
        List<SshHost> others = recent.sshHosts().stream()
                .filter(known -> !known.target().equals(host.target()))
                .toList();
        return with(new Recent(recent.files(), first(host, others), recent.commands()));
    }

    /** With a command at the head of those chosen by name. */
    public Settings withCommand(String id) {
        return with(new Recent(recent.files(), recent.sshHosts(), first(id, recent.commands())));
    }

    private static <T> List<T> first(T head, List<T> others) {
        List<T> all = new ArrayList<>(others);
        all.remove(head);
        all.add(0, head);
        return all;
    }

    private Settings with(Recent next) {
        return new Settings(look, next, frame, pciIds, findings, view);
    }

    private Settings with(Look next) {
        return new Settings(next, recent, frame, pciIds, findings, view);
    }

    /** With another theme. */
    public Settings withTheme(String name) {
        return with(new Look(name, look.textSize(), look.language(), look.still()));
    }

    /** With text of another size, in percent. */
    public Settings withTextSize(int percent) {
        return with(new Look(look.theme(), percent, look.language(), look.still()));
    }

    /** With another language; empty for the system's. */
    public Settings withLanguage(Optional<String> language) {
        return with(new Look(look.theme(), look.textSize(), language, look.still()));
    }

    /** With pictures that jump instead of gliding, or not. */
    public Settings withStill(boolean still) {
        return with(new Look(look.theme(), look.textSize(), look.language(), still));
    }

    /** With the pane of findings shown or not. */
    public Settings withFindings(boolean shown) {
        return new Settings(look, recent, frame, pciIds, shown, view);
    }

    /** With another view in the middle. */
    public Settings withView(String name) {
        return new Settings(look, recent, frame, pciIds, findings, name);
    }

    /** With another window size; the size of a maximized window is not kept, or it could not be restored. */
    public Settings withWindow(double newWidth, double newHeight, boolean nowMaximized) {
        Frame next = nowMaximized ? new Frame(width(), height(), true) : new Frame(newWidth, newHeight, false);
        return new Settings(look, recent, next, pciIds, findings, view);
    }
}
