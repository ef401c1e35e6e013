package ridscope.draw.export;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.ViewOptions;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What chosen targets are on a host. */
final class PartTargets {

    private PartTargets() {}

    static Optional<Segment> segment(Target target) {
        if (target instanceof Target.OfBuses b) {
            return Optional.of(b.segment());
        } else if (target instanceof Target.OfHandle h) {
            return segment(h.node());
        }
        return address(target).map(FunctionAddress::segment);
    }

    private static Optional<FunctionAddress> address(Target target) {
        if (target instanceof Target.OfFunction f) {
            return Optional.of(f.address());
        } else if (target instanceof Target.OfVfs v) {
            return Optional.of(v.pf());
        } else if (target instanceof Target.OfSdis s) {
            return Optional.of(s.pf());
        } else if (target instanceof Target.OfRid r) {
            return Optional.of(r.address());
        }
        return target instanceof Target.OfRun run ? Optional.of(run.first()) : Optional.empty();
    }

    /** Functions that are chosen themselves, own what is chosen, or are on chosen buses. */
    static Set<FunctionAddress> functions(Topology topology, Set<Target> targets) {
        Set<FunctionAddress> functions = new TreeSet<>();
        for (Target target : targets) {
            address(target).filter(a -> topology.function(a).isPresent()).ifPresent(functions::add);
            if (target instanceof Target.OfBuses b) {
                topology.functions(b.segment()).stream()
                        .map(PciFunction::address)
                        .filter(a -> b.buses().contains(a.bus()))
                        .forEach(functions::add);
            }
        }
        return functions;
    }

    /** Buses that chosen functions, their VFs and SDIs, and what is below chosen bridges may be on. */
    static BitSet buses(Topology topology, RidMap map, Set<Target> targets) {
        BitSet buses = new BitSet(256);
        for (FunctionAddress address : functions(topology, targets)) {
            if (address.segment().equals(map.segment())) {
                buses.set(address.bus());
                topology.function(address)
                        .flatMap(PciFunction::bridge)
                        .flatMap(b -> b.range())
                        .ifPresent(r -> buses.set(r.first(), r.last() + 1));
                map.placements().stream()
                        .filter(p -> p.owner().equals(address))
                        .forEach(p -> p.rids().perBus().keySet().stream()
                                .filter(b -> b < 256)
                                .forEach(b -> buses.set(b.intValue())));
            }
        }
        for (Target target : targets) {
            if (target instanceof Target.OfBuses b && b.segment().equals(map.segment())) {
                buses.set(b.buses().first(), b.buses().last() + 1);
            } else if (target instanceof Target.OfRid r && r.address().segment().equals(map.segment())) {
                buses.set(r.address().bus());
            }
        }
        return buses;
    }

    /** Chosen bridges closed. */
    static ViewOptions folded(Topology topology, Set<Target> targets, ViewOptions look) {
        TopologyOptions options = look.topology();
        Set<Target> closed = new HashSet<>(options.closed());
        List<FunctionAddress> bridges = functions(topology, targets).stream()
                .filter(a -> topology.function(a).filter(f -> f.role().bridge()).isPresent())
                .toList();
        bridges.forEach(a -> closed.add(new Target.OfFunction(a)));
        return look.withTopology(options.withClosed(closed));
    }
}
