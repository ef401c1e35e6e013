package ridscope.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.topology.SrIov;

/** Adds up, from the leaves to the root, what every bridge has and needs. */
final class Budget {

    private final Map<Part, Sum> sums = new HashMap<>();

    /** Figures of one bus and everything below it. */
    private static final class Sum {
        private long used = 1;
        private long initialVfs = 1;
        private long vfs = 1;
        private long sdis = 1;
        private long hotplug;

        /** Farthest buses of PFs on the bus itself, beyond it. */
        private long farInitial;

        private long farVfs;
        private long farSdis;

        /** Whether there could be more than is counted. */
        private boolean guessed;

        private final Set<Integer> vfBuses = new HashSet<>();

        private void settle() {
            used += vfBuses.size();
            initialVfs += farInitial;
            vfs += farVfs;
            sdis += Math.max(farVfs, farSdis);
        }
    }

    private final Unknowns unknowns;
    private final Forwarding forwarding;

    private Budget(Machine machine, Unknowns unknowns) {
        this.unknowns = unknowns;
        forwarding = Forwarding.of(machine);
    }

    static List<BudgetRow> of(Machine machine, Unknowns unknowns) {
        Budget budget = new Budget(machine, unknowns);
        List<BudgetRow> rows = new ArrayList<>();
        List<Part> parts = machine.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.bridge()) {
                rows.add(budget.bridge(part));
            }
        }
        for (Machine.Root root : machine.roots()) {
            rows.add(budget.root(root));
        }
        Collections.sort(rows, (a, b) -> a.subject().compareTo(b.subject()));
        return rows;
    }

    private BudgetRow root(Machine.Root root) {
        Sum sum = sum(root.functions());
        return row(
                PlanSubject.rootBus(
                        root.hostBridge().segment(), root.hostBridge().rootBus()),
                root.hostBridge().buses().size(),
                sum,
                unknowns.needsGuessed() || unknowns.needsGuessed(root) || sum.guessed,
                Optional.empty());
    }

    private BudgetRow bridge(Part part) {
        Sum sum = sum(part.below);
        long assigned = part.registers().size();
        if (part.hotplug || part.cardBus()) {
            sum.hotplug = Math.max(sum.hotplug, assigned - sum.sdis);
        }
        boolean there =
                part.known.isPresent() && part.now.map(BusNumbers::configured).orElse(true);
        sum.used = there ? sum.used : 0;
        // A hot-plug port would hold what is left; where nothing is, it does not matter whether it is one.
        sum.guessed |= unknowns.needsGuessed(part) || unknowns.slotUnknown(part) && assigned > sum.sdis + sum.hotplug;
        sums.put(part, sum);
        return row(
                part.subject(),
                assigned,
                sum,
                unknowns.needsGuessed() || unknowns.guessed(part) || sum.guessed,
                forwarding.cutOff(part));
    }

    private static BudgetRow row(
            PlanSubject subject, long assigned, Sum sum, boolean guessed, Optional<String> cutOff) {
        return new BudgetRow(
                subject, assigned, sum.used, sum.initialVfs, sum.vfs, sum.sdis, sum.hotplug, guessed, cutOff);
    }

    private Sum sum(List<Part> functions) {
        Sum sum = new Sum();
        for (Part part : functions) {
            sum.farInitial = Math.max(
                    sum.farInitial, part.vfs.extraBuses(part.devfn, Math.min(part.vfs.initial(), part.vfs.total())));
            sum.farVfs = Math.max(sum.farVfs, part.vfs.extraBuses(part.devfn, part.vfs.total()));
            sum.farSdis = Math.max(sum.farSdis, part.sdis.extraBuses(part.devfn, part.sdis.total()));
            enabled(part, sum.vfBuses);
            sum.guessed |= unknowns.needsGuessed(part);
            Sum below = sums.get(part);
            if (below != null) {
                sum.used += below.used;
                sum.initialVfs += below.initialVfs;
                sum.vfs += below.vfs;
                sum.sdis += below.sdis;
                sum.hotplug += below.hotplug;
                sum.guessed |= below.guessed;
            }
        }
        sum.settle();
        return sum;
    }

    private static void enabled(Part part, Set<Integer> buses) {
        if (part.known.isEmpty() || part.known.get().sriov().isEmpty()) {
            return;
        }
        SrIov s = part.known.get().sriov().get();
        RoutingId pf = part.known.get().address().rid();
        s.possible().ifPresent(all -> {
            StridedRids rids = all.withCount(Math.min(s.enabledVfs(), all.count()));
            int fitting = rids.countUpTo(RoutingId.COUNT - 1);
            for (int k = 0; k < fitting; k++) {
                int bus = (int) rids.at(k).bus();
                if (bus != pf.bus()) {
                    buses.add(bus);
                }
            }
        });
    }
}
