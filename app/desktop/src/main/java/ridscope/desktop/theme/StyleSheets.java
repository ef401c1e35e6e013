package ridscope.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;

/** The sheets of a theme, in the order in which they override each other. */
public final class StyleSheets {

    private static final String FOLDER = "/ridscope/desktop/styles/";
    private static final List<String> PARTS = List.of(
            "base.css",
            "icons.css",
            "part-shell.css",
            "part-palette.css",
            "part-outline.css",
            "part-canvas.css",
            "part-inspector.css",
            "part-busplan.css",
            "part-compare.css",
            "part-export.css",
            "part-findings.css");

    private StyleSheets() {}

    /** Gives a scene the theme's look, with text of a size in percent. The sheet below ours is the same for all windows. */
    public static void apply(Theme theme, int textSize, Scene scene) {
        Application.setUserAgentStylesheet(
                (theme.dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheets(theme, textSize));
    }

    /** Addresses of our own sheets: the tokens first. */
    static List<String> sheets(Theme theme) {
        return sheets(theme, 100);
    }

    private static List<String> sheets(Theme theme, int textSize) {
        return Stream.concat(Stream.of("tokens-" + theme.id() + ".css"), PARTS.stream())
                .map(name -> ScaledSheet.address(find(name), textSize))
                .toList();
    }

    private static URL find(String name) {
        URL url = StyleSheets.class.getResource(FOLDER + name);
        return Objects.requireNonNull(url, name);
    }
}
