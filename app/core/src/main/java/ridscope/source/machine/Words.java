package ridscope.source.machine;

import java.util.ArrayList;
import java.util.List;

/** A line cut into words. What stands in double quotes is one; a {@code #} outside of them begins a comment. */
final class Words {

    private final List<String> words = new ArrayList<>();
    private final List<Boolean> quoted = new ArrayList<>();
    private int next;

    Words(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) != '#') {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '"') {
                int end = line.indexOf('"', at + 1);
                end = end < 0 ? line.length() : end;
                add(line.substring(at + 1, end), true);
                at = end + 1;
            } else {
                int end = at;
                while (end < line.length() && " \t\"#".indexOf(line.charAt(end)) < 0) {
                    end++;
                }
                add(line.substring(at, end), false);
                at = end;
            }
        }
    }

    private void add(String word, boolean inQuotes) {
        words.add(word);
        quoted.add(inQuotes);
    }

    boolean more() {
        return next < words.size();
    }

    /** The next word; empty when there is none. */
    String next() {
        return more() ? words.get(next++) : "";
    }

    String peek() {
        return more() ? words.get(next) : "";
    }

    /** Whether the word that {@link #next} gave last stood in quotes. */
    boolean inQuotes() {
        return next > 0 && quoted.get(next - 1);
    }
}
