package ridscope.source.lspci;

import java.util.Optional;
import java.util.OptionalInt;

/** Flags as lspci prints them: a word, then {@code +} or {@code -}. */
final class Flags {

    private Flags() {}

    /** The first flag of this name in a text; empty if it has none. */
    static Optional<Boolean> of(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean word = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (word && end < text.length() && (text.charAt(end) == '+' || text.charAt(end) == '-')) {
                return Optional.of(text.charAt(end) == '+');
            }
        }
        return Optional.empty();
    }

    /** A register from its flags, the first being bit 0; empty unless all are there. */
    static OptionalInt register(String text, String... names) {
        int value = 0;
        for (int bit = 0; bit < names.length; bit++) {
            Optional<Boolean> flag = of(text, names[bit]);
            if (flag.isEmpty()) {
                return OptionalInt.empty();
            }
            value |= flag.get() ? 1 << bit : 0;
        }
        return OptionalInt.of(value);
    }
}
