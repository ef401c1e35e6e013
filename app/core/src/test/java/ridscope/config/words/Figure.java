package ridscope.config.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/**
 * How a figure in lspci's text is read and when ours is the same.
 *
 * @param regex what it looks like, without groups
 * @param same the printed text against what ours says
 */
record Figure(String regex, BiPredicate<String, Ours> same) {

    /** Up to the next comma, semicolon, bracket or line. */
    private static final String PHRASE = "[^,;()\\]\\n\\x01]+?(?=\\s*(?:[,;()\\]\\n\\x01]|$))";

    private static final BigInteger LOW = BigInteger.valueOf(0xffff);
    private static final Pattern QUANTITY = Pattern.compile("([0-9.]+)\\s*([A-Za-z]*).*");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("ns", "1 t"),
            Map.entry("us", "1000 t"),
            Map.entry("ms", "1000000 t"),
            Map.entry("s", "1000000000 t"),
            Map.entry("mW", "1 p"),
            Map.entry("W", "1000 p"),
            Map.entry("mA", "1 a"),
            Map.entry("bytes", "1 b"),
            Map.entry("bits", "1 i"),
            Map.entry("MHz", "1 f"));

    /**
     * @param name as in the table
     * @param words the lists of words in the table
     */
    static Figure of(String name, Map<String, Map<String, String>> words) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            int number = Numbers.decimal(name.substring(slash + 1)).orElseThrow();
            return numbered(name.substring(0, slash), number);
        }
        return switch (name) {
            case "decimal" -> new Figure("\\d+", (printed, ours) -> new BigInteger(printed).equals(ours.raw()));
            case "hex" -> new Figure("[0-9a-f]+", Figure::sameHex);
            case "hex4" -> new Figure("[0-9a-f]{4}", Figure::sameHex);
            case "hex8" -> new Figure("[0-9a-f]{8}", Figure::sameHex);
            case "hex16" -> new Figure("[0-9a-f]{16}", Figure::sameHex);
            case "low16" ->
                new Figure(
                        "0000[0-9a-f]{4}",
                        (printed, ours) -> hex(printed).equals(ours.raw().and(LOW)));
            case "hex-in-place" ->
                new Figure("[0-9a-f]+", (printed, ours) -> hex(printed).equals(ours.inPlace()));
            case "kib" -> new Figure("[0-9a-f]{8}", Figure::kib);
            case "shown" -> new Figure("\\d+", (printed, ours) -> new BigInteger(printed).equals(first(ours)));
            case "word" -> new Figure("\\S+", (printed, ours) -> bare(printed).equals(bare(ours.meaning())));
            case "same" -> new Figure(PHRASE, (printed, ours) -> bare(printed).equals(bare(ours.meaning())));
            case "line" ->
                new Figure("[^\\n\\x01]+", (printed, ours) -> bare(printed).equals(bare(ours.meaning())));
            case "sizes" -> new Figure("\\d+[MGTPE]B(?: \\d+[MGTPE]B)*", Figure::sizes);
            case "quantity" -> new Figure("[0-9.]+[A-Za-z]+", Figure::quantity);
            case "watts" -> new Figure(">?[0-9.]+W", Figure::watts);
            case "speeds" -> new Figure("[0-9.]+(?:-[0-9]+)?GT/s|Unknown", Figure::speeds);
            case "bits" -> new Figure("\\d+(?: \\d+)*", Figure::bits);
            case "any" -> new Figure(PHRASE, (printed, ours) -> true);
            case "rest" -> new Figure("[^\\n]*", (printed, ours) -> true);
            default -> words(name, words.get(name));
        };
    }

    private static Figure numbered(String name, int number) {
        return switch (name) {
            case "hex" ->
                new Figure(
                        "[0-9a-f]+",
                        (printed, ours) -> hex(printed).shiftRight(number).equals(ours.raw()));
            case "like" -> new Figure("[0-9a-f]+", (printed, ours) -> shifted(hex(printed), ours.raw(), number));
            case "long" -> new Figure("[0-9a-f]{9,16}", (printed, ours) -> shifted(hex(printed), ours.raw(), number));
            case "div" ->
                new Figure(
                        "\\d+",
                        (printed, ours) ->
                                new BigInteger(printed).equals(ours.raw().multiply(BigInteger.valueOf(number))));
            default -> throw new IllegalArgumentException("no figure " + name + "/" + number);
        };
    }

    private static boolean sameHex(String printed, Ours ours) {
        return hex(printed).equals(ours.raw());
    }

    private static boolean shifted(BigInteger printed, BigInteger raw, int by) {
        return printed.shiftRight(by).equals(raw.shiftRight(by));
    }

    private static boolean kib(String printed, Ours ours) {
        return hex(printed).shiftRight(10).equals(first(ours));
    }

    /** The first number in our words. */
    private static BigInteger first(Ours ours) {
        Matcher number = Pattern.compile("\\d+").matcher(ours.meaning());
        return number.find() ? new BigInteger(number.group()) : BigInteger.ONE.negate();
    }

    /** BAR sizes, of which ours are bits from 1 MiB on. */
    private static boolean sizes(String printed, Ours ours) {
        BigInteger vector = BigInteger.ZERO;
        for (String size : printed.split(" ")) {
            int power = 10 * "MGTPE".indexOf(size.charAt(size.length() - 2));
            int number = Numbers.decimal(size.substring(0, size.length() - 2)).orElseThrow();
            vector = vector.setBit(power + Integer.numberOfTrailingZeros(number));
        }
        return vector.equals(ours.raw());
    }

    private static Figure words(String name, Map<String, String> list) {
        if (list == null) {
            throw new IllegalArgumentException("no list of words named " + name);
        }
        List<String> keys = new ArrayList<>(list.keySet());
        keys.sort(Comparator.comparingInt(String::length).reversed());
        String regex = String.join("|", keys.stream().map(Pattern::quote).toList());
        return new Figure("(?:" + regex + ")", (printed, ours) -> meant(list.get(printed), ours.meaning()));
    }

    /** {@code A | B}: either; {@code reserved*}: so it begins. */
    private static boolean meant(String wanted, String meaning) {
        for (String choice : wanted.split(" \\| ")) {
            String text = choice.strip();
            boolean begin = text.endsWith("*") && meaning.startsWith(text.substring(0, text.length() - 1));
            if (begin || meaning.equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s,]", "").replace("iB", "B").toLowerCase(Locale.ROOT);
    }

    private static boolean quantity(String printed, Ours ours) {
        Optional<String> theirs = normal(printed, BigDecimal.ONE);
        BigDecimal factor = BigDecimal.ONE;
        String unit = "";
        for (int i = 0; i < ours.meanings().size(); i++) {
            Matcher matcher = QUANTITY.matcher(ours.meanings().get(i));
            if (!matcher.matches()) {
                return false;
            }
            factor = factor.multiply(new BigDecimal(matcher.group(1)));
            unit = matcher.group(2).isEmpty() ? unit : matcher.group(2);
        }
        return theirs.isPresent() && theirs.equals(normal("1" + unit, factor));
    }

    /** A slot power limit: the highest codes of the value stand for watts of their own. */
    private static boolean watts(String printed, Ours ours) {
        return ours.meaning().endsWith("W") ? bare(printed).equals(bare(ours.meaning())) : quantity(printed, ours);
    }

    private static Optional<String> normal(String text, BigDecimal factor) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        String[] unit = UNITS.get(matcher.group(2)).split(" ");
        BigDecimal value = new BigDecimal(matcher.group(1))
                .multiply(new BigDecimal(unit[0]))
                .multiply(factor);
        return Optional.of(value.stripTrailingZeros().toPlainString() + unit[1]);
    }

    /** lspci prints the lowest and the highest speed. */
    private static boolean speeds(String printed, Ours ours) {
        String[] own = ours.meaning().split(", ");
        if (printed.equals("Unknown")) {
            return ours.raw().signum() == 0;
        }
        String highest = own[own.length - 1].replace(" ", "");
        String lowest = own[0].replace(" GT/s", "");
        return printed.equals(own.length == 1 ? highest : lowest + "-" + highest);
    }

    private static boolean bits(String printed, Ours ours) {
        BigInteger value = BigInteger.ZERO;
        for (String bit : printed.split(" ")) {
            value = value.setBit(Numbers.decimal(bit).orElseThrow());
        }
        return value.equals(ours.raw());
    }
}
