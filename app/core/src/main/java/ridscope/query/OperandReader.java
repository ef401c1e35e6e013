package ridscope.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/** Understands the value behind a field, and says what would be one where it is none. */
final class OperandReader {

    private static final Set<Field> MAY_BE_NONE = Set.of(Field.DRIVER, Field.NUMA, Field.GROUP, Field.SLOT);
    private static final List<String> RATES = List.of("2.5", "5", "8", "16", "32", "64", "128");
    private static final List<String> LEVELS = List.of("error", "warning", "info");
    private static final Pattern STANDARD_ID = Pattern.compile("(?:0x)?[0-9a-f]{2}");
    private static final Pattern EXTENDED_ID = Pattern.compile("(?:0x)?[0-9a-f]{4}");
    private static final int HIGHEST_BUS = 0xff;

    private final Vocabulary words;

    OperandReader(Vocabulary words) {
        this.words = words;
    }

    /** @throws QueryException if it is no value of the field */
    Operand read(Field field, Operator operator, Token token) throws QueryException {
        String text = token.text().toLowerCase(Locale.ROOT);
        if (text.equals("none") && MAY_BE_NONE.contains(field)) {
            if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
                throw wrong(token, "none can only be asked for with = or !=", List.of());
            }
            return new Operand.None();
        }
        return switch (field) {
            case CLASS -> choice(token, text, words.isClass(text), "class", words.classes());
            case ROLE -> choice(token, text, words.roles().contains(text), "role", words.roles());
            case FINDING -> finding(operator, token, text);
            case CAP -> capability(token, text);
            case WIDTH, SPEED -> link(field, operator, token, text);
            case BUS -> number(operator, token, text, true, HIGHEST_BUS);
            case SEGMENT -> number(operator, token, text, true, 0xffff_ffffL);
            case VFS, TOTALVFS, SDIS, NUMA, GROUP -> number(operator, token, text, false, Integer.MAX_VALUE);
            case VENDOR, DEVICE, DRIVER, SLOT, NAME -> text(token, text);
        };
    }

    private static Operand text(Token token, String text) throws QueryException {
        if (text.isBlank()) {
            throw wrong(token, "nothing stands between the quotes", List.of("a value"));
        }
        return new Operand.Text(text);
    }

    private static Operand choice(Token token, String text, boolean known, String noun, Collection<String> all)
            throws QueryException {
        if (!known) {
            throw unknown(token, "there is no " + noun + " '" + token.text() + "'", all);
        }
        return new Operand.Text(text);
    }

    private Operand finding(Operator operator, Token token, String text) throws QueryException {
        String id = text.replace('-', '_');
        if (LEVELS.contains(text)) {
            return new Operand.Text(text);
        }
        if (operator == Operator.AT_LEAST) {
            throw wrong(token, "'" + token.text() + "' is no severity", LEVELS);
        }
        if (!words.findings().contains(id.toUpperCase(Locale.ROOT))) {
            List<String> all = new ArrayList<>(LEVELS);
            all.addAll(words.findings());
            throw unknown(token, "no rule or severity is called '" + token.text() + "'", all);
        }
        return new Operand.Text(id);
    }

    /** Two digits are a standard capability, four an extended one. */
    private Operand capability(Token token, String text) throws QueryException {
        Set<CapabilityId> named = words.capabilities().named(text);
        if (!named.isEmpty()) {
            return new Operand.Capabilities(named);
        }
        OptionalInt id = Numbers.hex(text);
        if (EXTENDED_ID.matcher(text).matches()) {
            return new Operand.Capabilities(Set.of(new CapabilityId(true, id.orElseThrow())));
        }
        if (STANDARD_ID.matcher(text).matches()) {
            if (id.orElseThrow() > CapabilityWords.LAST_STANDARD) {
                throw new QueryException(
                        token.start(),
                        token.end(),
                        "two digits are a standard capability, 01 to 15; extended ones have four",
                        List.of(),
                        Optional.of(Numbers.hexText(id.getAsInt(), 4)));
            }
            return new Operand.Capabilities(Set.of(new CapabilityId(false, id.getAsInt())));
        }
        throw unknown(
                token,
                "no capability is called '" + token.text() + "'",
                words.capabilities().words());
    }

    private static Operand link(Field field, Operator operator, Token token, String text) throws QueryException {
        if (text.equals("max")) {
            if (operator == Operator.IN) {
                throw wrong(token, "max is one value, no range", List.of("first-last"));
            }
            return new Operand.Maximum();
        }
        if (field == Field.WIDTH) {
            return number(operator, token, text.startsWith("x") ? text.substring(1) : text, false, 32);
        }
        if (operator == Operator.IN) {
            List<String> ends = ends(token, text);
            return range(token, speed(token, ends.get(0)), speed(token, ends.get(1)));
        }
        return new Operand.Amount(speed(token, text));
    }

    /** The code in the link registers, so that speeds compare as numbers. */
    private static long speed(Token token, String text) throws QueryException {
        int[] codes = {1, 2, 3, 4, 5, 6, 8};
        for (int i = 0; i < codes.length; i++) {
            if (text.equals(RATES.get(i)) || text.equals(RATES.get(i) + ".0") || text.equals("gen" + (i + 1))) {
                return codes[i];
            }
        }
        throw wrong(token, "'" + token.text() + "' is no link speed", RATES);
    }

    private static Operand number(Operator operator, Token token, String text, boolean hex, long highest)
            throws QueryException {
        if (operator == Operator.IN) {
            List<String> ends = ends(token, text);
            return range(token, value(token, ends.get(0), hex, highest), value(token, ends.get(1), hex, highest));
        }
        return new Operand.Amount(value(token, text, hex, highest));
    }

    private static List<String> ends(Token token, String text) throws QueryException {
        List<String> ends = Arrays.asList(text.split("-", -1));
        if (ends.size() > 2) {
            throw wrong(token, "'" + token.text() + "' is no range", List.of("first-last"));
        }
        return List.of(ends.get(0), ends.get(ends.size() - 1));
    }

    private static Operand range(Token token, long first, long last) throws QueryException {
        if (first > last) {
            throw wrong(token, "the range '" + token.text() + "' ends before it begins", List.of("first-last"));
        }
        return new Operand.Range(first, last);
    }

    private static long value(Token token, String text, boolean hex, long highest) throws QueryException {
        OptionalInt decimal = Numbers.decimal(text);
        OptionalLong value = hex ? Numbers.hexLong(text) : decimal.isPresent() ? wide(decimal) : OptionalLong.empty();
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > highest) {
            String limit = hex ? Long.toHexString(highest) + ", in hex" : Long.toString(highest);
            String what = highest == Integer.MAX_VALUE ? "a whole number" : "a number from 0 to " + limit;
            throw wrong(token, "'" + token.text() + "' is not " + what, List.of("a number"));
        }
        return value.getAsLong();
    }

    private static OptionalLong wide(OptionalInt value) {
        return OptionalLong.of(value.getAsInt());
    }

    private static QueryException wrong(Token token, String problem, List<String> expected) {
        return new QueryException(token.start(), token.end(), problem, expected, Optional.empty());
    }

    private static QueryException unknown(Token token, String problem, Collection<String> all) {
        return new QueryException(token.start(), token.end(), problem, List.copyOf(all), Nearest.to(token.text(), all));
    }
}
