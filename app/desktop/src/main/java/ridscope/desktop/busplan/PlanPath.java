package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Target;
import ridscope.plan.BridgePlan;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanSubject;
import ridscope.rid.FunctionAddress;
import ridscope.topology.HostBridge;
import ridscope.topology.Topology;

/** Where the subject of a plan hangs: what is there today by its address, what is only thought of below what is there. */
final class PlanPath {

    /** Bridges cannot nest deeper than there are buses. */
    private static final int DEEPEST = 256;

    private PlanPath() {}

    /** The subject, the bridges above it, and its root bus. */
    static List<PlanSubject> of(Topology topology, BusPlan plan, PlanSubject subject) {
        List<PlanSubject> path = new ArrayList<>();
        path.add(subject);
        Optional<FunctionAddress> at = subject.function();
        Optional<BridgePlan> thought =
                at.filter(a -> topology.function(a).isEmpty()).flatMap(plan::bridge);
        while (thought.isPresent() && path.size() < DEEPEST) {
            at = thought.get().parent();
            at.ifPresent(up -> path.add(PlanSubject.of(up)));
            thought = at.filter(a -> topology.function(a).isEmpty()).flatMap(plan::bridge);
        }
        at.flatMap(topology::function).ifPresent(f -> {
            topology.pathToRoot(f).forEach(up -> path.add(PlanSubject.of(up.address())));
            path.add(PlanSubject.rootBus(subject.segment(), f.place().rootBus()));
        });
        return path;
    }

    /** What selects it: a function of today, itself or the next above, or the buses of a root bus. */
    static Optional<Target> target(Topology topology, BusPlan plan, PlanSubject subject) {
        Optional<Target> direct = target(topology, subject);
        return direct.isPresent()
                ? direct
                : of(topology, plan, subject).stream()
                        .flatMap(s -> target(topology, s).stream())
                        .findFirst();
    }

    private static Optional<Target> target(Topology topology, PlanSubject subject) {
        if (subject.function().isPresent()) {
            return subject.function()
                    .filter(f -> topology.function(f).isPresent())
                    .map(Target.OfFunction::new);
        }
        return root(topology, subject).map(h -> new Target.OfBuses(subject.segment(), h.buses()));
    }

    /** The root bus that a subject is. */
    static Optional<HostBridge> root(Topology topology, PlanSubject subject) {
        return topology.hostBridges(subject.segment()).stream()
                .filter(h -> h.rootBus() == subject.bus())
                .findFirst();
    }
}
