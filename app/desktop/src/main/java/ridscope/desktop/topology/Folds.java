package ridscope.desktop.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.ViewOptions;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What folding and unfolding makes of the options of a picture. */
final class Folds {

    private Folds() {}

    /** Folds a node, or unfolds it. */
    static ViewOptions set(ViewOptions options, Target node, boolean folded) {
        Set<Target> opened = new HashSet<>(options.opened());
        Set<Target> closed = new HashSet<>(options.topology().closed());
        change(folded ? closed : opened, folded ? opened : closed, node);
        return with(options, opened, closed);
    }

    private static void change(Set<Target> to, Set<Target> from, Target node) {
        from.remove(node);
        to.add(node);
    }

    /** Unfolds all that a function is folded into, the runs it stands in included. */
    static ViewOptions unfoldedTo(ViewOptions options, Topology topology, PciFunction function) {
        Set<Target> opened = new HashSet<>(options.opened());
        Set<Target> closed = new HashSet<>(options.topology().closed());
        for (Target node : above(topology, function)) {
            change(opened, closed, node);
        }
        return with(options, opened, closed);
    }

    /** The same, and all that is below it. */
    static ViewOptions unfoldedAround(ViewOptions options, Topology topology, PciFunction function) {
        ViewOptions path = unfoldedTo(options, topology, function);
        Set<Target> opened = new HashSet<>(path.opened());
        Set<Target> closed = new HashSet<>(path.topology().closed());
        Set<PciFunction> seen = new HashSet<>();
        below(topology, function, seen);
        seen.forEach(f -> change(opened, closed, node(f)));
        return with(path, opened, closed);
    }

    private static void below(Topology topology, PciFunction function, Set<PciFunction> seen) {
        for (PciFunction f : topology.below(function)) {
            if (f.virtual().isEmpty() && seen.add(f)) {
                below(topology, f, seen);
            }
        }
    }

    /** Host bridge, bridges, the device by its first function, and the function itself. */
    private static Set<Target> above(Topology topology, PciFunction function) {
        Set<Target> nodes = new HashSet<>(Set.of(node(function)));
        PciFunction physical = function.virtual()
                .flatMap(v -> topology.function(v.physicalFunction()))
                .orElse(function);
        nodes.add(node(physical));
        topology.pathToRoot(physical).forEach(f -> nodes.add(node(f)));
        Optional<HostBridge> host = topology.hostBridgeOf(physical);
        host.ifPresent(h -> nodes.add(new Target.OfBuses(h.segment(), h.buses())));
        List<PciFunction> bus = physical.parent()
                .flatMap(topology::function)
                .map(topology::below)
                .or(() -> host.map(topology::onRootBus))
                .orElse(List.of());
        bus.stream().filter(f -> sameDevice(f, physical)).findFirst().ifPresent(f -> nodes.add(node(f)));
        return nodes;
    }

    /** Below a link there is one device, with functions up to ff where it has ARI. */
    private static boolean sameDevice(PciFunction a, PciFunction b) {
        boolean link =
                b.parent().isPresent() && a.address().bus() == b.address().bus();
        boolean same = a.address().rid().value() >> 3 == b.address().rid().value() >> 3;
        return (link || same) && !a.role().bridge() && a.virtual().isEmpty();
    }

    private static Target node(PciFunction f) {
        return new Target.OfFunction(f.address());
    }

    private static ViewOptions with(ViewOptions options, Set<Target> opened, Set<Target> closed) {
        return options.withOpened(opened).withTopology(options.topology().withClosed(closed));
    }
}
