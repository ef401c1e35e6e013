package ridscope.rid;

import java.util.Locale;

/** Ways to write a Routing ID that tools and logs understand. */
public enum RidNotation {
    /** Bus, device and function, {@code 3b:00.1}; with the segment, {@code 0001:3b:00.1}, where there can be several. */
    BDF,
    /** {@code 0x3b01}; the segment is no part of it. */
    HEX,
    /** {@code 15105}; the segment is no part of it. */
    DECIMAL;

    /**
     * The address in this notation.
     *
     * @param segments whether the host has others than segment 0, so that an address needs its own (as {@code lspci} prints
     *     domains)
     */
    public String of(FunctionAddress address, boolean segments) {
        return switch (this) {
            case BDF -> segments ? address.toString() : address.rid().toString();
            case HEX -> String.format(Locale.ROOT, "0x%04x", address.rid().value());
            case DECIMAL -> String.valueOf(address.rid().value());
        };
    }
}
