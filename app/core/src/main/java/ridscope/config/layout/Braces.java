package ridscope.config.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with holes in it, each in braces: names of variants and of repeated registers.
 *
 * @param texts what stands before, between and behind the holes: one more than there are holes
 * @param holes what stands in the braces
 */
record Braces(List<String> texts, List<String> holes) {

    Braces {
        texts = List.copyOf(texts);
        holes = List.copyOf(holes);
    }

    static Braces split(Tokens tokens, String text) {
        List<String> texts = new ArrayList<>();
        List<String> holes = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw tokens.problem("a brace is not closed in " + text);
            }
            texts.add(text.substring(from, open));
            holes.add(text.substring(open + 1, close));
            from = close + 1;
        }
        texts.add(text.substring(from));
        return new Braces(texts, holes);
    }

    /** The text with this in its holes, one for each. */
    String fill(List<String> values) {
        StringBuilder text = new StringBuilder(texts.get(0));
        for (int i = 0; i < holes.size(); i++) {
            text.append(values.get(i)).append(texts.get(i + 1));
        }
        return text.toString();
    }
}
