package ridscope.rid;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Routing ID: bus, device and function in 16 bits (PCIe Base Specification 2.2.4.2). With ARI the low byte is one 8-bit
 * function number; the value does not change, only its reading does, so ARI is an argument of formatting, not a field.
 *
 * @param value 0 to 0xFFFF
 */
public record RoutingId(int value) implements Comparable<RoutingId> {

    /** How many Routing IDs a segment has. */
    public static final int COUNT = 0x10000;

    private static final Pattern BDF = Pattern.compile("([0-9a-f]{2}):([01][0-9a-f])\\.([0-7])");

    /** @throws IllegalArgumentException if the value does not fit 16 bits */
    public RoutingId {
        if (value < 0 || value >= COUNT) {
            throw new IllegalArgumentException("not a 16-bit Routing ID: " + value);
        }
    }

    /**
     * From a bus (0 to 255) and a devfn (0 to 255).
     *
     * @throws IllegalArgumentException if either is out of range
     */
    public static RoutingId of(int bus, int devfn) {
        if (bus < 0 || bus > 0xff || devfn < 0 || devfn > 0xff) {
            throw new IllegalArgumentException("bus " + bus + " devfn " + devfn);
        }
        return new RoutingId(bus << 8 | devfn);
    }

    /** Parses {@code bb:dd.f} in hex, any case; empty if the text is anything else. */
    public static Optional<RoutingId> parse(String text) {
        Matcher m = BDF.matcher(text.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        int devfn = hex(m.group(2)) << 3 | hex(m.group(3));
        return Optional.of(of(hex(m.group(1)), devfn));
    }

    static int hex(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value << 4 | Character.digit(digits.charAt(i), 16);
        }
        return value;
    }

    /** Bus number, 0 to 255. */
    public int bus() {
        return value >> 8;
    }

    /** The low byte: device and function, or the ARI function. */
    public int devfn() {
        return value & 0xff;
    }

    /** Device number, 0 to 31. */
    public int device() {
        return value >> 3 & 0x1f;
    }

    /** Function number, 0 to 7. */
    public int function() {
        return value & 7;
    }

    /** The low byte read as an ARI function number, 0 to 255. */
    public int ariFunction() {
        return devfn();
    }

    @Override
    public int compareTo(RoutingId other) {
        return Integer.compare(value, other.value);
    }

    /** {@code 3b:00.1}, always as bus:device.function. */
    @Override
    public String toString() {
        char[] text = {digit(12), digit(8), ':', digit(7, 1), digit(3), '.', digit(0, 7)};
        return new String(text);
    }

    private char digit(int shift) {
        return digit(shift, 0xf);
    }

    private char digit(int shift, int mask) {
        return Character.forDigit(value >> shift & mask, 16);
    }
}
