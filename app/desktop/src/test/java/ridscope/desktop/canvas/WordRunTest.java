package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;

class WordRunTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.62, 0.72, 0.8, 1, 1.37, 3})
    void noGapVanishesAtAnyScale(double scale) {
        for (TextStyle style : TextStyle.values()) {
            double size = CanvasFonts.size(style, scale);
            assertThat(size * 2).isEqualTo(Math.rint(size * 2));
            WordRun run = WordRun.of("64 VFs \u00b7 8 of NUMA node 0", style, size);
            List<WordRun.Word> words = run.words();
            assertThat(words)
                    .extracting(WordRun.Word::text)
                    .containsExactly("64", "VFs", "\u00b7", "8", "of", "NUMA", "node", "0");
            for (int i = 1; i < words.size(); i++) {
                WordRun.Word before = words.get(i - 1);
                double end = before.x() + FontMetricsTable.bundled().width(style, before.text()) * size / style.size();
                assertThat(words.get(i).x()).isEqualTo(Math.rint(words.get(i).x()));
                assertThat(words.get(i).x() - end).isGreaterThanOrEqualTo(WordRun.LEAST_GAP - 1e-9);
            }
        }
    }

    @Test
    void whatIsWideEnoughStaysWhereTheLayoutPutIt() {
        String text = "16 GT/s x8";
        double whole = FontMetricsTable.bundled().width(TextStyle.BODY, text);
        assertThat(WordRun.of(text, TextStyle.BODY, 11).width()).isCloseTo(whole, within(1.0));
        assertThat(WordRun.of("", TextStyle.BODY, 11).words()).isEmpty();
    }
}
