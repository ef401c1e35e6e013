package ridscope.query;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ridscope.config.ClassNames;
import ridscope.config.ClassNames.Entry;
import ridscope.text.Numbers;
import ridscope.topology.Role;

/** The words that values are chosen from. Immutable. */
final class Vocabulary {

    /** Roles that are several of {@link Role}, or none. */
    static final List<String> GROUPS = List.of("bridge", "port", "switch", "pf", "vf");

    private static final int BASE_DIGITS = 2;
    private static final int ALL_DIGITS = 6;

    private final ClassNames names = new ClassNames();
    private final CapabilityWords capabilities = new CapabilityWords();
    private final NavigableSet<String> classes = new TreeSet<>();
    private final NavigableSet<String> roles = new TreeSet<>(GROUPS);
    private final NavigableSet<String> findings;

    /** @param findings ids of all rules */
    Vocabulary(Collection<String> findings) {
        this.findings = new TreeSet<>(findings);
        names.all().values().forEach(e -> classes.add(e.word().toLowerCase(Locale.ROOT)));
        Stream.of(Role.values()).filter(Role::known).map(Role::id).forEach(roles::add);
    }

    CapabilityWords capabilities() {
        return capabilities;
    }

    Set<String> roles() {
        return Collections.unmodifiableSet(roles);
    }

    Set<String> findings() {
        return Collections.unmodifiableSet(findings);
    }

    /** One word each, in lower case. */
    Set<String> classes() {
        return Collections.unmodifiableSet(classes);
    }

    /** The short word of a class, in lower case; its code where it has none. */
    String classWord(int baseAndSubclass) {
        return names.of(baseAndSubclass)
                .map(e -> e.word().toLowerCase(Locale.ROOT))
                .orElseGet(() -> Numbers.hexText(baseAndSubclass, 4));
    }

    /** Whether a text is the code of a class, or the word or name of one begins with it. */
    boolean isClass(String text) {
        return isCode(text) || names.all().values().stream().anyMatch(e -> called(e, text));
    }

    private static boolean isCode(String text) {
        String digits = digits(text);
        boolean length = digits.length() == BASE_DIGITS || digits.length() == 4 || digits.length() == ALL_DIGITS;
        return length && digits.chars().allMatch(c -> Numbers.hexDigit(c) >= 0);
    }

    private static String digits(String text) {
        return text.startsWith("0x") ? text.substring(2) : text;
    }

    /**
     * Whether a class is what a text says: by the first digits of its code, or by a word that its name, or that of its base
     * class, begins with.
     *
     * @param baseAndSubclass 16 bits
     * @param progIf 8 bits
     */
    Verdict classIs(String text, int baseAndSubclass, OptionalInt progIf) {
        boolean word = names.of(baseAndSubclass).filter(e -> called(e, text)).isPresent()
                || names.of(baseAndSubclass & 0xff00 | 0xff)
                        .filter(e -> called(e, text))
                        .isPresent();
        if (word || !isCode(text)) {
            return Verdict.of(word);
        }
        String code = Numbers.hexText(baseAndSubclass, 4);
        String wanted = digits(text);
        if (wanted.length() < ALL_DIGITS) {
            return Verdict.of(code.startsWith(wanted));
        }
        boolean same = wanted.startsWith(code);
        if (!same || progIf.isPresent()) {
            return Verdict.of(same && wanted.endsWith(Numbers.hexText(progIf.orElse(0), 2)));
        }
        return Verdict.unknown(Gap.CLASS);
    }

    private static boolean called(Entry entry, String text) {
        return entry.word().toLowerCase(Locale.ROOT).equals(text)
                || (" " + entry.name().toLowerCase(Locale.ROOT)).contains(" " + text);
    }
}
