package ridscope.rid;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a function on one host: segment and Routing ID.
 *
 * @param segment the segment, 32 bits
 * @param rid the Routing ID within it
 */
public record FunctionAddress(Segment segment, RoutingId rid) implements Comparable<FunctionAddress> {

    private static final Pattern ADDRESS = Pattern.compile("(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}:[01][0-9a-f]\\.[0-7])");

    /** Parses {@code [ssss:]bb:dd.f}, four to eight segment digits; empty if the text is anything else. */
    public static Optional<FunctionAddress> parse(String text) {
        Matcher m = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        Segment segment = m.group(1) == null ? Segment.ZERO : new Segment(RoutingId.hex(m.group(1)));
        return RoutingId.parse(m.group(2)).map(rid -> new FunctionAddress(segment, rid));
    }

    /**
     * For constants and tests.
     *
     * @throws IllegalArgumentException if the text is not an address
     */
    public static FunctionAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a function address: " + text));
    }

    /** Bus number, 0 to 255. */
    public int bus() {
        return rid.bus();
    }

    /** Spread out: the usual sum makes neighbours in different segments equal, and immutable maps probe linearly. */
    @Override
    public int hashCode() {
        int mixed = (segment.number() * 0x9e3779b1 ^ rid.value()) * 0x85ebca6b;
        return mixed ^ mixed >>> 15;
    }

    @Override
    public int compareTo(FunctionAddress other) {
        int bySegment = segment.compareTo(other.segment);
        return bySegment != 0 ? bySegment : rid.compareTo(other.rid);
    }

    /** {@code 0000:3b:00.1}. */
    @Override
    public String toString() {
        return segment + ":" + rid;
    }
}
