package ridscope.plan;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * The Routing IDs of one PF with its VFs and SDIs: where they land, what of it reaches the PF, who else claims them, and how
 * many bus numbers it takes, as numbers for a figure or a report.
 *
 * @param pf the PF
 * @param port the bridge above; empty on a root bus
 * @param routed buses that are routed to the PF; empty where nobody decodes its bus or the source does not tell
 * @param assumed whether these are the window of a root bus that the source does not tell, or not where it ends: that the buses
 *     behind the PF's own are routed to it is a guess then
 * @param placements its VFs and then its SIOV SDIs, as far as known where they land; at least one
 * @param lastBus the highest bus that one of them needs, unwrapped: may exceed 255
 * @param conflicts Routing IDs of its VFs and SDIs that something else claims too, or both of them, ascending
 * @param others functions other than VFs on the buses from the PF's to {@code lastBus}, the PF left out
 * @param reserved bus numbers that each kernel sets aside behind the port's secondary bus; nothing on a root bus. Negative where
 *     the SIOV series' arithmetic wraps
 */
public record PfRids(
        FunctionAddress pf,
        Optional<FunctionAddress> port,
        Optional<BusRange> routed,
        boolean assumed,
        List<IovPlacement> placements,
        long lastBus,
        List<Conflict> conflicts,
        List<FunctionAddress> others,
        Map<Reservation, Long> reserved) {

    public PfRids {
        placements = List.copyOf(placements);
        conflicts = List.copyOf(conflicts);
        others = List.copyOf(others);
        reserved = Map.copyOf(reserved);
    }

    /** The first PF with usable SIOV, or else the first with VFs whose place is known. */
    public static Optional<FunctionAddress> first(Topology topology) {
        Optional<FunctionAddress> siov = topology.functions().stream()
                .filter(f -> f.siov().filter(s -> s.sdis().isPresent()).isPresent())
                .map(PciFunction::address)
                .findFirst();
        return siov.or(() -> topology.functions().stream()
                .filter(f -> f.sriov().flatMap(s -> s.possible()).isPresent())
                .map(PciFunction::address)
                .findFirst());
    }

    /**
     * The numbers of one PF; empty if it has neither VFs nor SDIs whose place is known.
     *
     * @param map that of the PF's segment
     */
    public static Optional<PfRids> of(Topology topology, RidMap map, FunctionAddress pf) {
        List<IovPlacement> placements = map.placements().stream()
                .filter(p -> p.owner().equals(pf) && p.rids().count() > 0)
                .sorted(Comparator.comparing(IovPlacement::kind))
                .toList();
        Optional<PciFunction> function = topology.function(pf);
        if (placements.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        Optional<FunctionAddress> port = function.get().parent();
        long lastBus =
                placements.stream().mapToLong(p -> p.rids().last().bus()).max().orElse(pf.bus());
        return Optional.of(new PfRids(
                pf,
                port,
                placements.get(0).routed(),
                port.isEmpty()
                        && topology.hostBridgeOf(function.get())
                                .flatMap(HostBridge::guess)
                                .isPresent(),
                placements,
                lastBus,
                map.conflicts().stream().filter(c -> concerns(c, pf)).toList(),
                topology.functions(pf.segment()).stream()
                        .filter(f -> f.virtual().isEmpty() && !f.address().equals(pf))
                        .map(PciFunction::address)
                        .filter(a -> a.bus() >= pf.bus() && a.bus() <= lastBus)
                        .toList(),
                port.map(p -> reserved(topology, p)).orElse(Map.of())));
    }

    private static boolean concerns(Conflict conflict, FunctionAddress pf) {
        return conflict.claims().stream()
                .anyMatch(c -> c.owner().equals(pf)
                        && (c.kind() == Claim.Kind.SDI
                                || c.kind() == Claim.Kind.POSSIBLE_VF
                                || c.kind() == Claim.Kind.ENABLED_VF));
    }

    private static Map<Reservation, Long> reserved(Topology topology, FunctionAddress port) {
        Map<Reservation, Long> reserved = new EnumMap<>(Reservation.class);
        for (Reservation rule : Reservation.values()) {
            BusPlanner.plan(topology, Wishes.none().withReservation(rule))
                    .bridge(port)
                    .filter(b -> !b.guessed())
                    .ifPresent(b -> reserved.put(
                            rule,
                            b.reserves().stream()
                                    .filter(r -> r.kind() == BridgePlan.Reserve.Kind.IOV)
                                    .mapToLong(BridgePlan.Reserve::buses)
                                    .sum()));
        }
        return reserved;
    }
}
