package ridscope.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;

/** Colours and labels of everything that is drawn. */
final class LookOptions {

    static final String THEME = "--theme";
    static final String LABELS = "--labels";

    private static final List<String> THEMES = List.of("light", "dark", "print", "grey", "contrast");
    private static final List<String> PRESETS = List.of("bdf", "short", "full");

    @Option(
            names = THEME,
            paramLabel = "THEME",
            defaultValue = "light",
            description = "light, dark, print, grey or contrast (default: light).")
    private String theme;

    @Option(
            names = LABELS,
            paramLabel = "LABELS",
            defaultValue = "short",
            description = "bdf, short or full (default: short).")
    private String labels;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Made by picocli. */
    LookOptions() {}

    Palette palette() {
        return Palettes.named(UsageWords.choice(spec, THEME, theme, THEMES)).orElseThrow();
    }

    LabelPreset preset() {
        return LabelPreset.valueOf(
                UsageWords.choice(spec, LABELS, labels, PRESETS).toUpperCase(Locale.ROOT));
    }
}
