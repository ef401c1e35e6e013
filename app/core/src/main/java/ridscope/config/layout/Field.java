package ridscope.config.layout;

import java.util.OptionalLong;

/**
 * One bit field of a register.
 *
 * @param name as the specification calls it
 * @param low lowest bit, 0 to 63
 * @param high highest bit, at least {@code low}
 * @param raw the bits shifted down to bit 0; empty when the register's bytes are not in the snapshot
 * @param meaning the value in words or with its unit, such as {@code 16 GT/s}; empty when {@code raw} is
 */
public record Field(String name, int low, int high, OptionalLong raw, String meaning) {

    /** Ones where the field stands in its register; 64 bits, unsigned. */
    public long mask() {
        return Bits.slice(-1L, low, high) << low;
    }

    /** {@code 7:4}, or {@code 5} for a single bit. */
    public String bits() {
        return low == high ? String.valueOf(low) : high + ":" + low;
    }
}
