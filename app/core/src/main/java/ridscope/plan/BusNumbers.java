package ridscope.plan;

import ridscope.text.Numbers;

/**
 * Secondary and subordinate bus number as they stand in registers; they need not make a range.
 *
 * @param secondary 0 to 255
 * @param subordinate 0 to 255; below secondary in registers that went wrong
 */
public record BusNumbers(int secondary, int subordinate) {

    /** What a bridge has that got no numbers. */
    public static final BusNumbers NONE = new BusNumbers(0, 0);

    /** @throws IllegalArgumentException if a number is no byte */
    public BusNumbers {
        if (((secondary | subordinate) & ~0xff) != 0) {
            throw new IllegalArgumentException(secondary + "-" + subordinate);
        }
    }

    /** Whether at least one is not 0. */
    public boolean configured() {
        return (secondary | subordinate) != 0;
    }

    /** How many buses: 0 where they make no range. */
    public int size() {
        return secondary > 0 && secondary <= subordinate ? subordinate - secondary + 1 : 0;
    }

    /** Whether the bus is forwarded. */
    public boolean contains(long bus) {
        return size() > 0 && bus >= secondary && bus <= subordinate;
    }

    /** {@code [0c-0e]}, also when it makes no range. */
    @Override
    public String toString() {
        return "[" + Numbers.hexText(secondary, 2) + "-" + Numbers.hexText(subordinate, 2) + "]";
    }
}
