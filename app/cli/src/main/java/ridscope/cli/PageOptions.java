package ridscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.draw.export.PictureOptions;
import ridscope.draw.export.PicturePage;
import ridscope.draw.export.PictureSharpness;
import ridscope.draw.export.PictureTemplate;
import ridscope.text.Numbers;

/** What stands around a picture, the paper under it, and its pixels. */
final class PageOptions {

    /** Of every picture. */
    static final Set<String> NAMES = Set.of(
            "--no-title", "--title", "--no-legend", "--no-caption", "--page", "--landscape", "--fit", "--transparent");

    /** Of pictures that have pixels. */
    static final Set<String> PIXELS = Set.of("--scale", "--width");

    private static final int MOST_PIXELS = 100_000;
    private static final double MOST_SCALE = 100;

    @Option(names = "--no-title", description = "No title above the picture.")
    private boolean noTitle;

    @Option(names = "--title", paramLabel = "TEXT", description = "What the title says.")
    private String title;

    @Option(names = "--no-legend", description = "No explanation of the signs.")
    private boolean noLegend;

    @Option(
            names = "--no-caption",
            description = "No line below with host, kernel, capture time and version of the program.")
    private boolean noCaption;

    @Option(
            names = "--page",
            paramLabel = "SIZE",
            description = "a4, a3, letter or slide (16:9); without it the page is as large as the picture.")
    private String page;

    @Option(names = "--landscape", description = "The longer side of the page lies.")
    private boolean landscape;

    @Option(
            names = "--fit",
            paramLabel = "FIT",
            description =
                    "shrink: to one page (default); actual: in its own size, in PDF on as many pages as it takes.")
    private String fit;

    @Option(names = "--scale", paramLabel = "N", description = "Pixels per unit of the picture (default: 2).")
    private String scale;

    @Option(names = "--width", paramLabel = "PIXELS", description = "Exact width of the picture.")
    private String width;

    @Option(names = "--transparent", description = "No ground behind the picture.")
    private boolean transparent;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Made by picocli. */
    PageOptions() {}

    /** @throws CommandLine.ParameterException if one of them cannot be understood */
    PictureOptions options() {
        return PictureOptions.DEFAULT
                .withTemplate(template())
                .withPage(page())
                .withSharpness(sharpness())
                .withTransparent(transparent);
    }

    private PictureTemplate template() {
        if (noTitle && title != null) {
            throw usage("--title and --no-title contradict each other; leave one out");
        }
        return new PictureTemplate(!noTitle, Optional.ofNullable(title), !noLegend, !noCaption);
    }

    private PicturePage page() {
        if (page == null) {
            if (landscape || fit != null) {
                throw usage((landscape ? "--landscape" : "--fit") + " needs --page");
            }
            return PicturePage.OF_PICTURE;
        }
        String size = UsageWords.choice(spec, "--page", page, PicturePage.Size.ids());
        PicturePage asked = PicturePage.of(PicturePage.Size.of(size).orElseThrow());
        PicturePage lying = landscape ? asked.withLandscape(true) : asked;
        return fit == null ? lying : lying.withFit(fit());
    }

    private PicturePage.Fit fit() {
        String word = UsageWords.choice(spec, "--fit", fit, List.of("shrink", "actual"));
        return PicturePage.Fit.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private PictureSharpness sharpness() {
        if (scale != null && width != null) {
            throw usage("--scale and --width both say how many pixels; leave one out");
        }
        if (width != null) {
            OptionalInt pixels = Numbers.decimal(width);
            if (pixels.isEmpty() || pixels.getAsInt() < 1 || pixels.getAsInt() > MOST_PIXELS) {
                throw usage("--width is a number of pixels from 1 to 100000, not '" + width + "'");
            }
            return new PictureSharpness.Width(pixels.getAsInt());
        }
        if (scale != null) {
            double pixels = fraction(scale);
            if (pixels <= 0 || pixels > MOST_SCALE) {
                throw usage("--scale is a number above 0 and up to 100, such as 1.5, not '" + scale + "'");
            }
            return new PictureSharpness.Scale(pixels);
        }
        return PictureSharpness.AUTO;
    }

    /** Digits, and up to three behind a point; −1 for anything else. */
    private static double fraction(String text) {
        int point = text.indexOf('.');
        String behind = point < 0 ? "0" : text.substring(point + 1);
        OptionalInt whole = Numbers.decimal(point < 0 ? text : text.substring(0, point));
        OptionalInt part = behind.length() > 3 ? OptionalInt.empty() : Numbers.decimal(behind);
        return whole.isEmpty() || part.isEmpty()
                ? -1
                : whole.getAsInt() + part.getAsInt() / Math.pow(10, behind.length());
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
