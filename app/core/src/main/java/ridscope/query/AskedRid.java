package ridscope.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/**
 * A Routing ID as somebody typed or pasted it.
 *
 * @param segment the segment, if the text named one
 * @param placement the ID; unwrapped, so a number above 0xFFFF stays what it is
 */
public record AskedRid(Optional<Segment> segment, Placement placement) {

    private static final long HIGHEST = 0xffff_ffffL;
    private static final Pattern BARE_HEX = Pattern.compile("[0-9a-f]{3,4}");
    private static final String BDF =
            "(?<![0-9a-f:.])((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])(?![0-9a-f.])";

    /** How logs introduce the culprit, the surest first; the last one takes any address. */
    private static final List<Pattern> IN_LOGS = List.of(
            Pattern.compile("(?:requester id|request device|device)\\s*[\\[=:(]*\\s*" + BDF),
            Pattern.compile("\\b(?:from|received|sid|source id|bdf)\\b\\s*[\\[=:(]*\\s*" + BDF),
            Pattern.compile(
                    "\\b(?:requester id|source id|stream id|streamid|sid|(?<![a-z] )id)\\s*[=:]?\\s*(0x[0-9a-f]{1,8})\\b"),
            Pattern.compile("\\bid\\s*=\\s*([0-9a-f]{4})\\b"),
            Pattern.compile(BDF));

    /**
     * Understands {@code 0x3b01}, {@code 15105}, {@code 3b:00.1}, {@code 0000:3b:00.1}, bare hex that cannot be decimal
     * ({@code 3b01}), and log lines of AER, DMAR, AMD-Vi, SMMU and EEH that contain one of these. In a log line with several
     * addresses the requester or sender wins over the port that reports.
     *
     * @return empty if the text names no Routing ID
     */
    public static Optional<AskedRid> parse(String text) {
        return all(text).stream().findFirst();
    }

    /**
     * The same for a text that is nothing but one Routing ID.
     *
     * @return empty if the text is anything else, a log line included
     */
    public static Optional<AskedRid> alone(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return single(wanted).or(() -> number(wanted));
    }

    /**
     * All that a text names: of a log line the culprit comes first, then the others from left to right, each once.
     *
     * @return empty if the text names no Routing ID
     */
    public static List<AskedRid> all(String text) {
        return alone(text).map(List::of).orElseGet(() -> inLog(text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<AskedRid> single(String text) {
        Optional<RoutingId> rid = RoutingId.parse(text);
        if (rid.isPresent()) {
            return rid.map(r -> new AskedRid(Optional.empty(), new Placement(r.value())));
        }
        return FunctionAddress.parse(text)
                .map(a -> new AskedRid(
                        Optional.of(a.segment()), new Placement(a.rid().value())));
    }

    private static Optional<AskedRid> number(String text) {
        OptionalInt decimal = Numbers.decimal(text);
        if (decimal.isPresent()) {
            return decimal.getAsInt() < 0 ? Optional.empty() : of(decimal.getAsInt());
        }
        return text.startsWith("0x") || BARE_HEX.matcher(text).matches() ? hex(text) : Optional.empty();
    }

    private static List<AskedRid> inLog(String line) {
        List<AskedRid> found = new ArrayList<>();
        for (Pattern pattern : IN_LOGS) {
            pattern.matcher(line)
                    .results()
                    .map(m -> m.group(1))
                    .forEach(text -> single(text)
                            .or(() -> hex(text))
                            .filter(asked -> found.stream().noneMatch(asked::sameAs))
                            .ifPresent(found::add));
        }
        return List.copyOf(found);
    }

    /** A log line may give one requester twice, with its segment and without. */
    private boolean sameAs(AskedRid other) {
        boolean sameSegment = segment.isEmpty() || other.segment.isEmpty() || segment.equals(other.segment);
        return sameSegment && placement.equals(other.placement);
    }

    private static Optional<AskedRid> hex(String text) {
        OptionalLong value = Numbers.hexLong(text);
        return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() <= HIGHEST
                ? of(value.getAsLong())
                : Optional.empty();
    }

    private static Optional<AskedRid> of(long value) {
        return Optional.of(new AskedRid(Optional.empty(), new Placement(value)));
    }
}
