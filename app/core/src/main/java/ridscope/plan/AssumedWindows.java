package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import ridscope.topology.HostBridge;
import ridscope.topology.Topology;

/** Root buses where a plan rests on a guess: where the window ends is not known, and it hands out numbers that nobody has today. */
final class AssumedWindows {

    private AssumedWindows() {}

    static List<PlanSubject> of(Topology topology, BusPlan plan) {
        List<PlanSubject> assumed = new ArrayList<>();
        for (HostBridge host : topology.hostBridges()) {
            if (host.endAssumed() && highestPlanned(plan, host) > highestToday(topology, host)) {
                assumed.add(PlanSubject.rootBus(host.segment(), host.rootBus()));
            }
        }
        return assumed;
    }

    private static int highestToday(Topology topology, HostBridge host) {
        return topology.functions(host.segment()).stream()
                .filter(f -> f.place().rootBus() == host.rootBus())
                .mapToInt(f -> Math.max(
                        f.address().bus(),
                        f.bridge().map(b -> b.subordinate() & 0xff).orElse(0)))
                .max()
                .orElse(host.rootBus());
    }

    private static int highestPlanned(BusPlan plan, HostBridge host) {
        return plan.bridges().stream()
                .filter(b -> !b.guessed())
                .filter(b -> b.address().segment().equals(host.segment()) && b.rootBus() == host.rootBus())
                .mapToInt(b -> b.planned().subordinate())
                .max()
                .orElse(host.rootBus());
    }
}
