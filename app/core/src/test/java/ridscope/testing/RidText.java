package ridscope.testing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ridscope.rid.StridedRids;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** RID maps as text a person can check: buses, placements, conflicts. */
public final class RidText {

    private RidText() {}

    /** All segments. */
    public static String of(Topology topology) {
        return topology.segments().stream()
                .map(segment -> of(RidMap.of(topology, segment)))
                .collect(Collectors.joining("\n"));
    }

    private static String of(RidMap map) {
        StringBuilder text = new StringBuilder("segment " + map.segment() + ", " + map.usedCount() + " RIDs used\n");
        appendBuses(map.buses(), text);
        for (IovPlacement p : map.placements()) {
            text.append(placement(p)).append('\n');
        }
        appendConflicts(map.conflicts(), text);
        return text.toString();
    }

    private static void appendBuses(List<BusRouting> buses, StringBuilder text) {
        int from = 0;
        for (int bus = 1; bus <= buses.size(); bus++) {
            if (bus == buses.size() || !routing(buses.get(bus)).equals(routing(buses.get(from)))) {
                text.append(String.format("bus %02x-%02x %s%n", from, bus - 1, routing(buses.get(from))));
                from = bus;
            }
        }
    }

    private static String routing(BusRouting bus) {
        return (bus.state() + " " + bus.bridges()).toLowerCase(Locale.ROOT);
    }

    private static String placement(IovPlacement p) {
        StridedRids rids = p.rids();
        String kind = p.kind() == Claim.Kind.SDI ? "SDIs" : "VFs";
        return String.format(
                "%s of %s: %d from %s to %s, %d enabled, routed %s, %d outside%s, %d in conflict",
                kind,
                p.owner(),
                rids.count(),
                rids.first(),
                rids.last(),
                p.enabled(),
                p.routed().map(Object::toString).orElse("nowhere"),
                p.outside(),
                p.firstOutside().isPresent() ? " from index " + p.firstOutside().getAsInt() : "",
                p.conflicts());
    }

    private static void appendConflicts(List<Conflict> conflicts, StringBuilder text) {
        for (Conflict c : conflicts) {
            String owners = c.claims().stream()
                    .map(claim -> (claim.kind() + " " + claim.owner()).toLowerCase(Locale.ROOT)
                            + (claim.index().isPresent()
                                    ? " index " + claim.index().getAsInt()
                                    : ""))
                    .collect(Collectors.joining(" | "));
            text.append("conflict ").append(c.rid()).append(": ").append(owners).append('\n');
        }
    }
}
