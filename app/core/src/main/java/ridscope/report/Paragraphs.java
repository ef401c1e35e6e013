package ridscope.report;

import java.io.IOException;

/** Lines of at most a width, broken between words, with what follows the first indented. */
final class Paragraphs {

    /** A blank that is not inside a range such as {@code [bus 02-1f]}. */
    private static final String BETWEEN = " (?![^\\[\\]]*])";

    private final int width;
    private final Glyphs glyphs;
    private final Appendable out;

    /** @param width columns; a word that is longer stands alone */
    Paragraphs(int width, Glyphs glyphs, Appendable out) {
        this.width = width;
        this.glyphs = glyphs;
        this.out = out;
    }

    /** One line as it is, however long. */
    void line(String text) throws IOException {
        out.append(glyphs.render(text)).append('\n');
    }

    /** Words from the first column on; what follows the first line starts {@code indent} columns further in. */
    void words(String words, int indent) throws IOException {
        entry("", 0, indent, words);
    }

    /** A label, and words in a column beside it. */
    void entry(String label, int column, String words) throws IOException {
        entry(label, column, column, words);
    }

    private void entry(String label, int column, int indent, String words) throws IOException {
        StringBuilder line = new StringBuilder(label).append(" ".repeat(Math.max(0, column - label.length())));
        boolean empty = true;
        for (String word : words.split(BETWEEN)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                line(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(line.toString());
    }
}
