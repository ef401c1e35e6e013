package ridscope.draw.layout.topology;

import ridscope.draw.diagram.MarkId;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/** Addresses as text without a format parser: a picture of 20,000 functions spells each of them several times. */
final class Hex {

    private static final String DIGITS = "0123456789abcdef";

    private Hex() {}

    /** {@code 3b}. */
    static String bus(int bus) {
        return "" + DIGITS.charAt(bus >> 4 & 0xf) + DIGITS.charAt(bus & 0xf);
    }

    /** {@code 8086}: 16 bits. */
    static String word(int value) {
        return bus(value >> 8) + bus(value);
    }

    /** {@code 3b:00.1}. */
    static String bdf(RoutingId rid) {
        return bus(rid.bus()) + ":" + bus(rid.device()) + "." + rid.function();
    }

    /** {@code 3b:00.1}, without the segment. */
    static String bdf(FunctionAddress address) {
        return bdf(address.rid());
    }

    /** {@code 0000}. */
    static String segment(Segment segment) {
        String digits = Integer.toHexString(segment.number());
        return digits.length() >= 4 ? digits : "0000".substring(digits.length()) + digits;
    }

    /** {@code [0c-0e]}. */
    static String range(BusRange range) {
        return "[" + bus(range.first()) + "-" + bus(range.last()) + "]";
    }

    /** {@code fn-0000-3b-00.1}. */
    static MarkId id(String kind, FunctionAddress a) {
        RoutingId rid = a.rid();
        return new MarkId(kind + "-" + segment(a.segment()) + "-" + bus(rid.bus()) + "-" + bus(rid.device()) + "."
                + rid.function());
    }

    /** {@code host-0000-40}. */
    static MarkId id(String kind, Segment segment, int bus) {
        return new MarkId(kind + "-" + segment(segment) + "-" + bus(bus));
    }
}
