package ridscope.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.draw.diagram.Role;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;

class StyleSheetsTest {

    private static final String FOLDER = "/ridscope/desktop/styles/";
    private static final Pattern DEFINED = Pattern.compile("^\\s+(-rid-[a-z-]+):\\s*([^;]+);", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("-rid-[a-z-]+");
    private static final double READABLE = 4.5;
    private static final double WELL_READABLE = 7;

    private static String read(String name) throws IOException {
        try (var in = StyleSheetsTest.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        Map<String, String> tokens = new TreeMap<>();
        Matcher m = DEFINED.matcher(read("tokens-" + theme + ".css"));
        while (m.find()) {
            tokens.put(m.group(1), m.group(2));
        }
        return tokens;
    }

    private static Set<String> partNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Theme theme : Theme.values()) {
            StyleSheets.sheets(theme).forEach(address -> names.add(address.substring(address.lastIndexOf('/') + 1)));
        }
        names.removeIf(name -> name.startsWith("tokens-"));
        return names;
    }

    @Test
    void theParserAcceptsEverySheet() throws IOException {
        List<String> names = new ArrayList<>(partNames());
        Stream.of("light", "dark", "contrast", "print", "grey").forEach(theme -> names.add("tokens-" + theme + ".css"));
        for (String name : names) {
            CssParser.errorsProperty().clear();
            URL url = StyleSheetsTest.class.getResource(FOLDER + name);
            assertThat(new CssParser().parse(url).getRules()).as(name).isNotEmpty();
            assertThat(CssParser.errorsProperty()).as(name).isEmpty();
        }
    }

    @Test
    void allThemesDefineTheSameTokens() throws IOException {
        assertThat(tokens("dark").keySet()).isEqualTo(tokens("light").keySet());
        assertThat(tokens("print").keySet()).isEqualTo(tokens("light").keySet());
        assertThat(tokens("contrast").keySet()).isEqualTo(tokens("light").keySet());
        assertThat(tokens("grey").keySet()).isEqualTo(tokens("light").keySet());
    }

    @Test
    void everyTokenThatIsUsedIsDefined() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String name : partNames()) {
            Matcher m = USED.matcher(read(name));
            while (m.find()) {
                used.add(m.group());
            }
        }
        assertThat(tokens("light").keySet()).containsAll(used);
    }

    @Test
    void colourValuesStandInTheTokensOnly() throws IOException {
        for (String name : partNames()) {
            assertThat(read(name)).as(name).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast", "print", "grey"})
    void rolesHaveTheColoursOfThePalette(String theme) throws IOException {
        Palette palette = Palettes.named(theme).orElseThrow();
        Map<String, String> tokens = tokens(theme);
        for (Role role : Role.values()) {
            assertThat(tokens)
                    .containsEntry("-rid-" + role.id(), palette.color(role).hex());
            assertThat(tokens)
                    .containsEntry(
                            "-rid-" + role.id() + "-fill", palette.fill(role).hex());
        }
        assertThat(tokens).containsEntry("-rid-selection", palette.selection().hex());
        assertThat(tokens)
                .containsEntry("-rid-selection-fill", palette.selectionFill().hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast", "print", "grey"})
    void textCanBeRead(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        double least = theme.equals("contrast") ? WELL_READABLE : READABLE;
        for (String ground : List.of("window", "chrome", "control", "hover", "chosen")) {
            for (String text : List.of("ink", "quiet")) {
                readable(tokens, "-rid-ui-" + text, "-rid-ui-" + ground, least);
            }
        }
        for (String ground : List.of("chrome", "chosen", "hover", "window")) {
            readable(tokens, "-rid-ui-alert", "-rid-ui-" + ground, least);
        }
        // Words in the colours of roles: what is missing, and that a host is watched.
        for (String role : List.of("-rid-warning", "-rid-good")) {
            readable(tokens, role, "-rid-ui-chrome", least);
            readable(tokens, role, "-rid-ui-window", least);
        }
        readable(tokens, "-rid-ui-ink", "-rid-ui-alert-ground", least);
        readable(tokens, "-rid-ui-ink", "-rid-ui-notice-ground", least);
        readable(tokens, "-rid-ui-on-accent", "-rid-ui-accent", least);
        readable(tokens, "-rid-ui-accent", "-rid-ui-chrome", least);
    }

    private static void readable(Map<String, String> tokens, String text, String ground, double least) {
        Color front = Color.web(tokens.get(text));
        Color back = Color.web(tokens.get(ground));
        assertThat(contrast(front, back)).as("%s on %s", text, ground).isGreaterThanOrEqualTo(least);
    }

    @Test
    void largerTextScalesEverySizeButThinLines() throws IOException {
        assertThat(ScaledSheet.scale("a { -fx-font-size: 12px; -fx-padding: 0 1px 2px -4.5px; }", 150))
                .isEqualTo("a { -fx-font-size: 18.00px; -fx-padding: 0 1px 3.00px -6.75px; }");
        for (String name : partNames()) {
            CssParser.errorsProperty().clear();
            assertThat(new CssParser().parse(ScaledSheet.scale(read(name), 200)).getRules())
                    .isNotEmpty();
            assertThat(CssParser.errorsProperty()).as(name).isEmpty();
        }
    }

    /** Contrast ratio of WCAG 2.1. */
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
