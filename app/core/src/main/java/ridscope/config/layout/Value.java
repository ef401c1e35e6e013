package ridscope.config.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import ridscope.text.Numbers;

/**
 * How a number is put into words: listed meanings first, then the format with the unit.
 *
 * @param format how it is written
 * @param scaled what it is multiplied with, for a number that comes with a scale
 * @param unit written behind the number, or ""
 * @param meanings words for single values
 */
record Value(Format format, Optional<Scaled> scaled, String unit, Map<Long, String> meanings) {

    private static final int LONGEST_RANGE = 0x1000;

    Value {
        meanings = Map.copyOf(meanings);
    }

    /**
     * @param raw the bits, shifted down
     * @param low where they stood
     * @param high where they ended
     * @param scope where they are from
     */
    String text(long raw, int low, int high, Scope scope) {
        String meaning = meanings.get(raw);
        if (meaning != null) {
            return meaning;
        }
        if (scaled.isPresent()) {
            return scaled.get().text(raw, unit, scope);
        }
        if (!meanings.isEmpty() && format == Format.DEFAULT) {
            return String.format("reserved (0x%x)", raw);
        }
        String text = format.text(raw, low, high);
        return unit.isEmpty() ? text : text + " " + unit;
    }

    /** {@code [as FORMAT] [unit TEXT] [N=MEANING …]}, ends at {@code when} or at the end of the line. */
    static Value parse(Tokens tokens) {
        Format format = Format.DEFAULT;
        Optional<Scaled> scaled = Optional.empty();
        if (tokens.take("as")) {
            if (tokens.take("scaled")) {
                scaled = Optional.of(Scaled.parse(tokens));
            } else {
                String name = tokens.next("a format");
                format = Format.of(name).orElseThrow(() -> tokens.problem("unknown format " + name));
            }
        }
        String unit = tokens.take("unit") ? tokens.next("a unit") : "";
        Map<Long, String> meanings = new LinkedHashMap<>();
        while (tokens.hasNext() && !tokens.take("when")) {
            meaning(tokens, meanings);
        }
        return new Value(format, scaled, unit, meanings);
    }

    /** {@code N=MEANING} or {@code N-M=MEANING}. */
    private static void meaning(Tokens tokens, Map<Long, String> meanings) {
        String word = tokens.next("a meaning");
        int equals = word.indexOf('=');
        String number = equals < 0 ? "" : word.substring(0, equals);
        String[] ends = number.split("-", 2);
        OptionalLong first = Numbers.hexLong(ends[0]);
        OptionalLong last = Numbers.hexLong(ends[ends.length - 1]);
        if (first.isEmpty() || last.isEmpty()) {
            throw tokens.problem("a meaning looks like 1f=\"text\" or 20-2f=\"text\", not like " + word);
        }
        long count = last.getAsLong() - first.getAsLong();
        if (count < 0 || count >= LONGEST_RANGE) {
            throw tokens.problem("values " + number + " do not ascend, or are too many");
        }
        for (long value = first.getAsLong(); value <= last.getAsLong(); value++) {
            if (meanings.put(value, word.substring(equals + 1)) != null) {
                throw tokens.problem("two meanings for " + Long.toHexString(value));
            }
        }
    }
}
