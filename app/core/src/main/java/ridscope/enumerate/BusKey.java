package ridscope.enumerate;

import ridscope.rid.Segment;

/**
 * A bus of one segment.
 *
 * @param bus 0 to 255
 */
record BusKey(Segment segment, int bus) implements Comparable<BusKey> {

    @Override
    public int compareTo(BusKey other) {
        int bySegment = segment.compareTo(other.segment);
        return bySegment != 0 ? bySegment : Integer.compare(bus, other.bus);
    }

    /** {@code 0000:3b}, as Linux names a bus. */
    @Override
    public String toString() {
        return String.format("%s:%02x", segment, bus);
    }
}
