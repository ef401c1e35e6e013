package ridscope.rid;

/**
 * A closed range of bus numbers, such as a bridge's secondary to subordinate.
 *
 * @param first 0 to 255
 * @param last first to 255
 */
public record BusRange(int first, int last) implements Comparable<BusRange> {

    /** All 256 buses. */
    public static final BusRange ALL = new BusRange(0, 0xff);

    /** @throws IllegalArgumentException if not 0 ≤ first ≤ last ≤ 255 */
    public BusRange {
        if (first < 0 || last > 0xff || first > last) {
            throw new IllegalArgumentException("bus range " + first + " to " + last);
        }
    }

    /** Whether the bus lies inside; a number above 255 never does. */
    public boolean contains(long bus) {
        return bus >= first && bus <= last;
    }

    /** Whether every bus of the other range lies inside. */
    public boolean contains(BusRange other) {
        return first <= other.first && other.last <= last;
    }

    /** Whether at least one bus is in both. */
    public boolean intersects(BusRange other) {
        return first <= other.last && other.first <= last;
    }

    /** How many bus numbers, 1 to 256. */
    public int size() {
        return last - first + 1;
    }

    @Override
    public int compareTo(BusRange other) {
        int byFirst = Integer.compare(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
    }

    /** {@code [0c-0e]}, as the kernel log prints it. */
    @Override
    public String toString() {
        return "[" + Hex.padded(first, 2) + "-" + Hex.padded(last, 2) + "]";
    }
}
