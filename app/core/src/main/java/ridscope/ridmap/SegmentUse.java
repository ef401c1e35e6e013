package ridscope.ridmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * How much of a segment's Routing IDs has functions, at a glance. Immutable.
 *
 * @param segment the segment
 * @param functions how many answered, VFs too
 * @param buses those with functions, in order
 */
public record SegmentUse(Segment segment, int functions, List<Bus> buses) {

    public SegmentUse {
        buses = List.copyOf(buses);
    }

    /**
     * A bus with functions.
     *
     * @param number 0 to 255
     * @param first lowest device and function number, 0 to 255
     * @param last highest one
     */
    public record Bus(int number, int first, int last) {

        private Bus with(int devfn) {
            return new Bus(number, Math.min(first, devfn), Math.max(last, devfn));
        }
    }

    /** All segments of a host in order, those with a host bridge and nothing behind it too. */
    public static List<SegmentUse> of(Topology topology) {
        Map<Segment, Map<Integer, Bus>> buses = new TreeMap<>();
        Map<Segment, Integer> counts = new TreeMap<>();
        for (PciFunction f : topology.functions()) {
            int number = f.address().bus();
            int devfn = f.address().rid().devfn();
            Map<Integer, Bus> own = buses.computeIfAbsent(f.address().segment(), s -> new TreeMap<>());
            own.put(
                    number,
                    own.getOrDefault(number, new Bus(number, devfn, devfn)).with(devfn));
            counts.merge(f.address().segment(), 1, Integer::sum);
        }
        List<SegmentUse> uses = new ArrayList<>();
        for (Segment segment : topology.segments()) {
            List<Bus> own = List.copyOf(buses.getOrDefault(segment, Map.of()).values());
            uses.add(new SegmentUse(segment, counts.getOrDefault(segment, 0), own));
        }
        return uses;
    }
}
