package ridscope.config.layout;

import java.util.OptionalLong;

/**
 * A bit field that a layout refers to.
 *
 * @param offset first byte, from the start of the capability, header or entry
 * @param low lowest bit, 0 to 63
 * @param high highest bit, low to 63
 * @param relative whether the offset counts from the start of the current entry of a repeat
 */
record Bits(int offset, int low, int high, boolean relative) implements Place {

    @Override
    public OptionalLong read(Scope scope) {
        int at = relative ? scope.entry().offset() + offset : offset;
        OptionalLong bytes = scope.read(at, (high / 8 + 1) * 8);
        return bytes.isPresent() ? OptionalLong.of(slice(bytes.getAsLong(), low, high)) : bytes;
    }

    /** Bits {@code high:low} of a value, shifted down. */
    static long slice(long value, int low, int high) {
        int count = high - low + 1;
        long shifted = value >>> low;
        return count == 64 ? shifted : shifted & (1L << count) - 1;
    }
}
