package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.PciExpress;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;

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

    /** Below one port; none where its registers make no range. */
    public static SoftwareRids below(RidMap map, PciFunction port) {
        List<Run> runs = new ArrayList<>();
        Optional<Boolean> ari = port.express()
                .capability()
                .flatMap(PciExpress::control2)
                .map(PciExpress.DeviceControl2::ariForwardingEnabled);
        boolean narrow = port.role().downstreamPort() && !ari.orElse(false);
        int count = 0;
        int start = -1;
        for (int rid = 0; rid <= RoutingId.COUNT; rid++) {
            boolean free = rid < RoutingId.COUNT && free(map, port, narrow, rid);
            if (free && start < 0) {
                start = rid;
            } else if (!free && start >= 0) {
                runs.add(new Run(new RoutingId(start), new RoutingId(rid - 1)));
                count += rid - start;
                start = -1;
            }
        }
        return new SoftwareRids(port.address(), count, runs, narrow && ari.isEmpty());
    }

    private static boolean free(RidMap map, PciFunction port, boolean narrow, int value) {
        int bus = value >> 8;
        if (port.bridge().flatMap(b -> b.range()).filter(r -> r.contains(bus)).isEmpty()) {
            return false;
        }
        List<FunctionAddress> bridges = map.bus(bus).bridges();
        if (bridges.isEmpty() || !bridges.get(bridges.size() - 1).equals(port.address())) {
            return false;
        }
        boolean unreached = narrow && bus == port.bridge().get().secondary() && (value & 0xf8) != 0;
        return !unreached && map.claimsAt(new RoutingId(value)).isEmpty();
    }
}
