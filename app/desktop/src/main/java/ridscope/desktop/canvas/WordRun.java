package ridscope.desktop.canvas;

import java.util.ArrayList;
import java.util.List;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;

/**
 * A line of text as words on whole pixels. The toolkit puts each glyph on a whole pixel but advances by fractions, so in
 * small text drawn in one piece the gaps between words vanish; drawn word by word they stay. Immutable.
 *
 * @param words from left to right
 * @param width of the line in pixels
 */
record WordRun(List<Word> words, double width) {

    /** Narrowest gap in which two words are still seen as two, in pixels. */
    static final double LEAST_GAP = 2;

    WordRun {
        words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param text without spaces
     * @param x left edge in whole pixels from the start of the line
     */
    record Word(String text, double x) {}

    /** @param size of the font in pixels */
    static WordRun of(String text, TextStyle style, double size) {
        FontMetricsTable metrics = FontMetricsTable.bundled();
        double perUnit = size / style.size();
        List<Word> words = new ArrayList<>();
        double least = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            end = end < 0 ? text.length() : end;
            if (end > at) {
                String word = text.substring(at, end);
                double ideal = metrics.width(style, text.substring(0, at)) * perUnit;
                double x = Math.max(Math.round(ideal), least);
                words.add(new Word(word, x));
                least = Math.ceil(x + metrics.width(style, word) * perUnit + LEAST_GAP);
            }
            at = end + 1;
        }
        return new WordRun(words, Math.max(metrics.width(style, text) * perUnit, least - LEAST_GAP));
    }
}
