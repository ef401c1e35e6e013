package ridscope.draw.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.draw.diagram.TextStyle;

class FontMetricsTableTest {

    private final FontMetricsTable metrics = FontMetricsTable.bundled();

    @ParameterizedTest
    @EnumSource(TextStyle.class)
    void agreesWithTheRealFont(TextStyle style) throws IOException, FontFormatException {
        Font font = awt(style);
        FontRenderContext exact = new FontRenderContext(null, true, true);
        for (String text :
                List.of("3b:00.0", "Non-Volatile memory controller", "32 GT/s x16 · below", "·…–—→×✕", "ÄÖÜß AVAfi")) {
            double expected = font.getStringBounds(text, exact).getWidth();
            assertThat(metrics.width(style, text)).as(text).isCloseTo(expected, within(0.02));
        }
    }

    @ParameterizedTest
    @EnumSource(TextStyle.class)
    void everyGlyphOfLatinScriptsAgrees(TextStyle style) throws IOException, FontFormatException {
        Font font = awt(style);
        FontRenderContext exact = new FontRenderContext(null, true, true);
        IntStream.rangeClosed(0x20, 0x24f)
                .filter(c -> !Character.isISOControl(c) && font.canDisplay(c))
                .mapToObj(Character::toString)
                .forEach(s -> assertThat(metrics.width(style, s))
                        .as(s)
                        .isCloseTo(font.getStringBounds(s, exact).getWidth(), within(0.01)));
    }

    @Test
    void monospacedTextIsSixTenthsOfTheSizePerCharacter() {
        assertThat(metrics.width(TextStyle.MONO, "0000:3b:00.0")).isCloseTo(12 * 6.6, within(1e-9));
    }

    @Test
    void missingGlyphsHaveAWidthToo() {
        assertThat(metrics.width(TextStyle.BODY, "\u4e2d")).isCloseTo(11, within(1e-9));
        assertThat(metrics.width(TextStyle.BODY, "\ud83d\ude00")).isPositive();
        assertThat(metrics.width(TextStyle.BODY, "\ue000")).isPositive();
        assertThat(metrics.width(TextStyle.BODY, "")).isZero();
    }

    @Test
    void capitalsAreAbout70PercentOfTheSize() {
        assertThat(metrics.capHeight(TextStyle.TITLE)).isBetween(0.65 * 13, 0.75 * 13);
    }

    @Test
    void fitCutsWithAnEllipsis() {
        String cut = metrics.fit(TextStyle.BODY, "Ethernet Controller E810-C for QSFP", 80);
        assertThat(cut).endsWith("…").startsWith("Ethernet");
        assertThat(metrics.width(TextStyle.BODY, cut)).isLessThanOrEqualTo(80);
        assertThat(metrics.fit(TextStyle.BODY, "NIC", 80)).isEqualTo("NIC");
    }

    private static Font awt(TextStyle style) throws IOException, FontFormatException {
        try (InputStream in = BundledFonts.open(FontFace.of(style))) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) style.size());
        }
    }
}
