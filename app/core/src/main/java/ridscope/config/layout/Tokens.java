package ridscope.config.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.text.Numbers;

/** The words of one line, read from left to right. Text in double quotes stays together; the quotes are dropped. */
final class Tokens {

    private final String file;
    private final int line;
    private final boolean inRepeat;
    private final List<String> words;
    private int next;

    /**
     * @param file name for messages
     * @param line counted from 1
     * @param inRepeat whether the line stands between {@code repeat} and {@code end}
     * @param text the line
     */
    Tokens(String file, int line, boolean inRepeat, String text) {
        this.file = file;
        this.line = line;
        this.inRepeat = inRepeat;
        this.words = split(text);
    }

    private List<String> split(String text) {
        List<String> split = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (any) {
                    split.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else if (!quoted && c == '#') {
                break;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (quoted) {
            throw problem("a quote is not closed");
        }
        if (any) {
            split.add(word.toString());
        }
        return split;
    }

    boolean inRepeat() {
        return inRepeat;
    }

    boolean hasNext() {
        return next < words.size();
    }

    String next(String what) {
        if (!hasNext()) {
            throw problem(what + " is missing");
        }
        return words.get(next++);
    }

    /** The next word, which stays; "" at the end. */
    String peek() {
        return hasNext() ? words.get(next) : "";
    }

    /** Takes the next word, which must be this one. */
    void expect(String word) {
        if (!take(word)) {
            throw problem(word + " is missing");
        }
    }

    /** Takes the next word if it is this one. */
    boolean take(String word) {
        boolean same = hasNext() && words.get(next).equals(word);
        next += same ? 1 : 0;
        return same;
    }

    int decimal(String what) {
        String word = next(what);
        return require(Numbers.decimal(word), what, word);
    }

    /** A hex offset within the largest configuration space. */
    int offset() {
        String word = next("an offset in hex");
        return offset(require(Numbers.hex(word), "an offset in hex", word), word);
    }

    /** An offset that is read already. */
    int offset(int offset, String word) {
        if (offset < 0 || offset > 0xfff) {
            throw problem("no offset within 4096 bytes: " + word);
        }
        return offset;
    }

    /** {@code 5} or {@code 7:4}, as {low, high}. */
    int[] bits(String word) {
        String[] ends = word.split(":", 2);
        int high = require(Numbers.decimal(ends[0]), "a bit number", word);
        int low = ends.length == 1 ? high : require(Numbers.decimal(ends[1]), "a bit number", word);
        if (low < 0 || high > 63 || low > high) {
            throw problem("bits " + word + " are not high:low within 63:0");
        }
        return new int[] {low, high};
    }

    int require(OptionalInt number, String what, String word) {
        return number.orElseThrow(() -> problem(what + " expected instead of " + word));
    }

    long require(OptionalLong number, String what, String word) {
        return number.orElseThrow(() -> problem(what + " expected instead of " + word));
    }

    LayoutException problem(String text) {
        return new LayoutException(file, line, text);
    }
}
