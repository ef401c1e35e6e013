package ridscope.config.layout;

import java.util.OptionalLong;

/**
 * A bit field that a layout refers to.
 *
 * @param offset first byte, from the start of the capability or header
 * @param low lowest bit, 0 to 31
 * @param high highest bit, low to 31
 */
record Bits(int offset, int low, int high) implements Place {

    @Override
    public OptionalLong read(Scope scope) {
        OptionalLong bytes = scope.read(offset, (high / 8 + 1) * 8);
        return bytes.isPresent() ? OptionalLong.of(slice(bytes.getAsLong(), low, high)) : bytes;
    }

    /** Bits {@code high:low} of a value, shifted down. */
    static long slice(long value, int low, int high) {
        int count = high - low + 1;
        long shifted = value >>> low;
        return count == 64 ? shifted : shifted & (1L << count) - 1;
    }
}
