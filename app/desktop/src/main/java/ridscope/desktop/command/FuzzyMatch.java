package ridscope.desktop.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a text answers what somebody typed of it. The letters must come in this order, with anything between them; they
 * count more at the beginnings of words and next to each other. {@code tbp} finds "Toggle bus plan".
 */
final class FuzzyMatch {

    private static final int LETTER = 1;
    private static final int BESIDE = 8;
    private static final int BEGINS_WORD = 6;
    private static final int BEGINS_TEXT = 1;
    private static final int NONE = Integer.MIN_VALUE / 2;

    private FuzzyMatch() {}

    /** The better the larger; empty when the letters are not there. Blank finds everything. */
    static OptionalInt of(String typed, String text) {
        String letters = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        String in = text.toLowerCase(Locale.ROOT);
        if (letters.length() > in.length()) {
            return OptionalInt.empty();
        }
        // best[i]: of the letters so far, the last of them standing at i.
        int[] best = new int[in.length()];
        for (int l = 0; l < letters.length(); l++) {
            best = next(best, l == 0, letters.charAt(l), in);
        }
        return letters.isEmpty()
                ? OptionalInt.of(0)
                : Arrays.stream(best).max().stream().filter(score -> score > 0).findFirst();
    }

    private static int[] next(int[] before, boolean first, char letter, String in) {
        int[] now = new int[in.length()];
        int reach = first ? 0 : NONE;
        for (int i = 0; i < in.length(); i++) {
            int own = LETTER + (begins(in, i) ? BEGINS_WORD : 0) + (i == 0 ? BEGINS_TEXT : 0);
            int beside = first || i == 0 ? NONE : before[i - 1] + BESIDE;
            now[i] = in.charAt(i) == letter ? own + Math.max(reach, beside) : NONE;
            reach = first ? 0 : Math.max(reach, before[i]);
        }
        return now;
    }

    private static boolean begins(String in, int i) {
        return i == 0 || !Character.isLetterOrDigit(in.charAt(i - 1));
    }
}
