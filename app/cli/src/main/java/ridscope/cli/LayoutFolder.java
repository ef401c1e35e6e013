package ridscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.json.UserLayouts;
import ridscope.file.ConfigFolder;

/** The layouts of registers, with those of the user's own. */
final class LayoutFolder {

    static final String HELP =
            "With --registers: read the layouts of vendors' registers (*.json) from this folder instead of the folder"
                    + " layouts beside the settings.";

    private LayoutFolder() {}

    /** Says what is wrong with a layout; the others count. */
    static RegisterLayouts load(Optional<Path> option, Streams streams) {
        Path folder =
                option.orElseGet(() -> ConfigFolder.layouts(System.getenv(), Path.of(System.getProperty("user.home"))));
        UserLayouts.Loaded loaded = UserLayouts.load(folder);
        loaded.problems().forEach(streams::note);
        return loaded.layouts();
    }
}
