package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Target;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanSubject;
import ridscope.topology.Topology;

/**
 * Something that happens while Linux hands out the numbers.
 *
 * @param event what happens
 * @param path its subject, the bridges above it, and its root bus
 * @param target what it selects today
 */
record EventLine(PlanEvent event, List<PlanSubject> path, Optional<Target> target) {

    EventLine {
        path = List.copyOf(path);
    }

    static List<EventLine> of(Topology topology, BusPlan plan) {
        return plan.events().stream()
                .map(e -> new EventLine(
                        e, PlanPath.of(topology, plan, e.subject()), PlanPath.target(topology, plan, e.subject())))
                .toList();
    }

    /** Whether it happens at a bridge or root bus, or below it. */
    boolean within(PlanSubject bridge) {
        return path.contains(bridge);
    }
}
