package ridscope.desktop.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ridscope.diff.Fate;
import ridscope.report.DiffRow;

/**
 * Which rows are listed.
 *
 * @param fates of these kinds
 * @param words that a row must have, in lower case: of its addresses, its name, or what differs
 */
record RowFilter(Set<Fate> fates, List<String> words) {

    RowFilter {
        fates = Set.copyOf(fates);
        words = List.copyOf(words);
    }

    static RowFilter of(Set<Fate> fates, String typed) {
        return new RowFilter(
                fates,
                Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    List<DiffRow> of(List<DiffRow> rows) {
        return rows.stream().filter(this::lists).toList();
    }

    private boolean lists(DiffRow row) {
        if (!fates.contains(row.fate())) {
            return false;
        }
        return words.isEmpty() || words.stream().allMatch(text(row)::contains);
    }

    private static String text(DiffRow row) {
        String places = row.before().map(a -> a + " ").orElse("")
                + row.after().map(a -> a + " ").orElse("");
        return (places + row.name() + " " + row.what() + " " + row.matchedBy()).toLowerCase(Locale.ROOT);
    }
}
