package ridscope.diff;

import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/**
 * A root bus of one of the two hosts.
 *
 * @param segment its segment
 * @param bus its number, 0 to 255
 */
public record RootBusKey(Segment segment, int bus) implements Comparable<RootBusKey> {

    /** The root bus above a function; its own bus where nobody decodes it. */
    static RootBusKey above(PciFunction function) {
        return new RootBusKey(function.address().segment(), function.place().rootBus());
    }

    @Override
    public int compareTo(RootBusKey other) {
        int bySegment = segment.compareTo(other.segment);
        return bySegment != 0 ? bySegment : Integer.compare(bus, other.bus);
    }

    /** {@code 0000:40}. */
    @Override
    public String toString() {
        return segment + ":" + Numbers.hexText(bus, 2);
    }
}
