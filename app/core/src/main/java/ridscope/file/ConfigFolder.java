package ridscope.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the user's own files of RIDscope are: settings and register layouts. */
public final class ConfigFolder {

    private ConfigFolder() {}

    /**
     * {@code $XDG_CONFIG_HOME/ridscope}, else {@code ~/.config/ridscope}; it need not exist.
     *
     * @param environment of the process; {@code XDG_CONFIG_HOME} counts when it is absolute, as its specification says
     * @param home the user's home directory
     */
    public static Path of(Map<String, String> environment, Path home) {
        Path base = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"));
        return base.resolve("ridscope");
    }

    /** Where the register layouts of the user are. */
    public static Path layouts(Map<String, String> environment, Path home) {
        return layoutsIn(of(environment, home));
    }

    /** The same for a folder that is known. */
    public static Path layoutsIn(Path folder) {
        return folder.resolve("layouts");
    }
}
