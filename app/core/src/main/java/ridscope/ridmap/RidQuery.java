package ridscope.ridmap;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/**
 * A Routing ID as somebody typed it.
 *
 * @param segment the segment, when it was typed
 * @param rid the Routing ID
 */
public record RidQuery(Optional<Segment> segment, RoutingId rid) {

    private static final Pattern WITH_SEGMENT = Pattern.compile("([0-9a-f]{4,8}):(.+)");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-f]{1,8}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}");

    /**
     * Parses {@code 0x3b01}, {@code 15105}, {@code 3b:00.1}, each with an optional segment in front as in
     * {@code 0000:3b:00.1}; spaces around it do not matter. Empty if the text is anything else or does not fit 16 bits.
     */
    public static Optional<RidQuery> parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        Matcher m = WITH_SEGMENT.matcher(trimmed);
        if (m.matches()) {
            OptionalInt segment = Numbers.hex(m.group(1));
            return segment.isEmpty()
                    ? Optional.empty()
                    : rid(m.group(2)).map(r -> new RidQuery(Optional.of(new Segment(segment.getAsInt())), r));
        }
        return rid(trimmed).map(r -> new RidQuery(Optional.empty(), r));
    }

    private static Optional<RoutingId> rid(String text) {
        OptionalInt number = OptionalInt.empty();
        if (HEX.matcher(text).matches()) {
            number = Numbers.hex(text);
        } else if (DECIMAL.matcher(text).matches()) {
            number = Numbers.decimal(text);
        }
        if (number.isEmpty()) {
            return RoutingId.parse(text);
        }
        int value = number.getAsInt();
        return value >= 0 && value < RoutingId.COUNT ? Optional.of(new RoutingId(value)) : Optional.empty();
    }

    /** The address in the typed segment, or in this one. */
    public FunctionAddress address(Segment otherwise) {
        return new FunctionAddress(segment.orElse(otherwise), rid);
    }
}
