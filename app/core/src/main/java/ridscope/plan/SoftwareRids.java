package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.config.PciExpress;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * The Routing IDs that software between device and guest could hand out below a port. No specification that we know lists
 * them; this is RIDscope's own set of rules: the port's registers route the bus and no bridge below takes it further; no
 * function, VF, possible VF, SDI, phantom function or bridge claims the ID; and on the secondary bus of a port without ARI
 * forwarding the device number is 0, because nothing else is reached there.
 *
 * @param port the port
 * @param count how many there are
 * @param runs consecutive ones, ascending
 * @param ariAssumedOff whether IDs were left out only because nothing readable says that ARI forwarding is on
 */
public record SoftwareRids(FunctionAddress port, int count, List<Run> runs, boolean ariAssumedOff) {

    /** Functions of device 0, all that is reached on the secondary bus without ARI. */
    private static final int DEVICE_0 = 8;

    public SoftwareRids {
        runs = List.copyOf(runs);
    }

    /**
     * Consecutive Routing IDs.
     *
     * @param first the lowest
     * @param last the highest, not below the first
     */
    public record Run(RoutingId first, RoutingId last) {

        /** How many. */
        public int size() {
            return last.value() - first.value() + 1;
        }
    }

    /** Below every port that PCI Express devices hang from, by address; ports below which there are none are left out. */
    public static List<SoftwareRids> of(Topology topology) {
        List<SoftwareRids> all = new ArrayList<>();
        for (Segment segment : topology.segments()) {
            RidMap map = RidMap.of(topology, segment);
            topology.functions(segment).stream()
                    .filter(f -> f.role().downstreamPort())
                    .map(port -> below(map, port))
                    .filter(rids -> rids.count() > 0)
                    .forEach(all::add);
        }
        return all;
    }

    /** Below one port; none where its registers make no range. */
    public static SoftwareRids below(RidMap map, PciFunction port) {
        Optional<Boolean> ari = port.express()
                .capability()
                .flatMap(PciExpress::control2)
                .map(PciExpress.DeviceControl2::ariForwardingEnabled);
        boolean narrow = port.role().downstreamPort() && !ari.orElse(false);
        Optional<BusRange> range = port.bridge().flatMap(BridgeBuses::range);
        List<Run> runs = range.map(r -> runs(map, port.address(), r, narrow)).orElse(List.of());
        int count = runs.stream().mapToInt(Run::size).sum();
        return new SoftwareRids(port.address(), count, runs, narrow && ari.isEmpty());
    }

    private static List<Run> runs(RidMap map, FunctionAddress port, BusRange range, boolean narrow) {
        List<Run> runs = new ArrayList<>();
        int start = -1;
        int end = range.last() << 8 | 0xff;
        for (int bus = range.first(); bus <= range.last(); bus++) {
            boolean own = last(map.bus(bus).bridges()).equals(Optional.of(port));
            int reached = !own ? 0 : narrow && bus == range.first() ? DEVICE_0 : 256;
            for (int devfn = 0; devfn < 256; devfn++) {
                int rid = bus << 8 | devfn;
                boolean free =
                        devfn < reached && map.claimsAt(new RoutingId(rid)).isEmpty();
                if (free && start < 0) {
                    start = rid;
                } else if (!free && start >= 0) {
                    runs.add(new Run(new RoutingId(start), new RoutingId(rid - 1)));
                    start = -1;
                }
            }
        }
        if (start >= 0) {
            runs.add(new Run(new RoutingId(start), new RoutingId(end)));
        }
        return runs;
    }

    private static Optional<FunctionAddress> last(List<FunctionAddress> bridges) {
        return bridges.isEmpty() ? Optional.empty() : Optional.of(bridges.get(bridges.size() - 1));
    }
}
