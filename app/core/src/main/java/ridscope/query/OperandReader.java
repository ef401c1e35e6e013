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

    private static final List<String> RATES = List.of("2.5", "5", "8", "16", "32", "64", "128");
    private static final List<String> LEVELS = List.of("error", "warning", "info");
    private static final Pattern STANDARD_ID = Pattern.compile("(?:0x)?[0-9a-f]{2}");
    private static final Pattern EXTENDED_ID = Pattern.compile("(?:0x)?[0-9a-f]{4}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int HIGHEST_BUS = 0xff;

    private final Vocabulary words;

    OperandReader(Vocabulary words) {
        this.words = words;
    }

    /** @throws QueryException if it is no value of the field */
    Operand read(Field field, Operator operator, Token token) throws QueryException {
        return new Value(field, operator, token).read();
    }

    /** A value where it stands. */
    private final class Value {
        private final Field field;
        private final Operator operator;
        private final Token token;
        private final String text;

        Value(Field field, Operator operator, Token token) {
            this.field = field;
            this.operator = operator;
            this.token = token;
            text = token.text().toLowerCase(Locale.ROOT);
        }

        Operand read() throws QueryException {
            if (text.isBlank()) {
                throw wrong("nothing stands between the quotes");
            }
            if (text.equals("none") && field.mayBeNone()) {
                if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
                    throw wrong("none can only be asked for with = or !=");
                }
                return new Operand.None();
            }
            return switch (field) {
                case CLASS -> choice(words.isClass(text), words.classes());
                case ROLE -> choice(words.roles().contains(text), words.roles());
                case FINDING -> finding();
                case CAP -> capability();
                case WIDTH, SPEED -> link();
                case BUS, SEGMENT, VFS, TOTALVFS, SDIS, NUMA, GROUP -> number();
                case VENDOR, DEVICE, DRIVER, SLOT, NAME -> new Operand.Text(text);
            };
        }

        private Operand choice(boolean known, Collection<String> all) throws QueryException {
            if (!known) {
                throw unknown("there is no " + field.id() + " '" + token.text() + "'", all);
            }
            return new Operand.Text(text);
        }

        private Operand finding() throws QueryException {
            String id = text.replace('-', '_');
            if (LEVELS.contains(text)) {
                return new Operand.Text(text);
            }
            if (operator == Operator.AT_LEAST) {
                throw wrong("'" + token.text() + "' is no severity");
            }
            if (!words.findings().contains(id.toUpperCase(Locale.ROOT))) {
                List<String> all = new ArrayList<>(LEVELS);
                all.addAll(words.findings());
                throw unknown("no rule or severity is called '" + token.text() + "'", all);
            }
            return new Operand.Text(id);
        }

        /** Two digits are a standard capability, four an extended one. */
        private Operand capability() throws QueryException {
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
                    throw QueryException.value(
                            token,
                            field,
                            operator,
                            "standard capabilities are 01 to 15",
                            Optional.of(Numbers.hexText(id.getAsInt(), 4)));
                }
                return new Operand.Capabilities(Set.of(new CapabilityId(false, id.getAsInt())));
            }
            throw unknown(
                    "no capability is called '" + token.text() + "'",
                    words.capabilities().words());
        }

        private Operand link() throws QueryException {
            if (text.equals("max")) {
                if (operator == Operator.IN) {
                    throw wrong("max is one value, no range");
                }
                return new Operand.Maximum();
            }
            return number();
        }

        private Operand number() throws QueryException {
            if (operator != Operator.IN) {
                return new Operand.Amount(amount(text));
            }
            List<String> ends = Arrays.asList(text.split("-", -1));
            if (ends.size() > 2) {
                throw wrong("'" + token.text() + "' is no range");
            }
            if (ends.contains("")) {
                throw wrong("an end of the range '" + token.text() + "' is missing");
            }
            long first = amount(ends.get(0));
            long last = amount(ends.get(ends.size() - 1));
            if (first > last) {
                throw QueryException.value(
                        token,
                        field,
                        operator,
                        "the range '" + token.text() + "' ends before it begins",
                        Optional.of(ends.get(1) + "-" + ends.get(0)));
            }
            return new Operand.Range(first, last);
        }

        private long amount(String part) throws QueryException {
            return switch (field) {
                case SPEED -> speed(part);
                case WIDTH -> within(part, Numbers.decimal(part.startsWith("x") ? part.substring(1) : part), 32);
                case BUS -> hex(part, HIGHEST_BUS);
                case SEGMENT -> hex(part, 0xffff_ffffL);
                default -> within(part, Numbers.decimal(part), Integer.MAX_VALUE);
            };
        }

        /** The code in the link registers, so that speeds compare as numbers. */
        private long speed(String part) throws QueryException {
            int[] codes = {1, 2, 3, 4, 5, 6, 8};
            for (int i = 0; i < codes.length; i++) {
                if (part.equals(RATES.get(i)) || part.equals(RATES.get(i) + ".0") || part.equals("gen" + (i + 1))) {
                    return codes[i];
                }
            }
            throw wrong("'" + part + "' is no link speed");
        }

        private long within(String part, OptionalInt value, long highest) throws QueryException {
            boolean digits = DIGITS.matcher(part).matches();
            if (value.isEmpty() && !digits || value.isPresent() && value.getAsInt() < 0) {
                throw wrong("'" + part + "' is no whole number");
            }
            if (value.isEmpty() || value.getAsInt() > highest) {
                throw wrong("'" + part + "' is too large");
            }
            return value.getAsInt();
        }

        private long hex(String part, long highest) throws QueryException {
            OptionalLong value = Numbers.hexLong(part);
            if (value.isEmpty() || value.getAsLong() < 0) {
                throw wrong("'" + part + "' is no hex number");
            }
            if (value.getAsLong() > highest) {
                throw wrong("'" + part + "' is too large");
            }
            return value.getAsLong();
        }

        private QueryException wrong(String problem) {
            return QueryException.value(token, field, operator, problem, Optional.empty());
        }

        private QueryException unknown(String problem, Collection<String> all) {
            return QueryException.value(token, field, operator, problem, Nearest.to(token.text(), all));
        }
    }
}
