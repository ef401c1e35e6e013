package ridscope.plan;

import java.util.OptionalInt;

/**
 * SDIs wanted on one PF. Where the device has a SIOV capability with at least that many and neither offset nor stride is
 * given, they are taken from those it has; otherwise the device is thought to have a SIOV capability with these registers.
 *
 * @param total how many, 0 to 0xFFFF
 * @param offset First SDI Offset, 0 to 0xFFFF; empty: the device's own, else 1
 * @param stride SDI Stride, 0 to 0xFFFF; empty: the device's own, else 1
 */
public record SdiWish(int total, OptionalInt offset, OptionalInt stride) {

    /** @throws IllegalArgumentException if a value does not fit an unsigned 16-bit register */
    public SdiWish {
        if (((total | offset.orElse(0) | stride.orElse(0)) & ~0xffff) != 0) {
            throw new IllegalArgumentException("SDIs " + total + " offset " + offset + " stride " + stride);
        }
    }

    /** That many, where the device puts them. */
    public static SdiWish of(int total) {
        return new SdiWish(total, OptionalInt.empty(), OptionalInt.empty());
    }

    /** That many with registers of their own. */
    public static SdiWish of(int total, int offset, int stride) {
        return new SdiWish(total, OptionalInt.of(offset), OptionalInt.of(stride));
    }
}
