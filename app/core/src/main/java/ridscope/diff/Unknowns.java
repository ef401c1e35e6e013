package ridscope.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ridscope.diff.NotComparable.What;
import ridscope.host.OsFacts;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What only one of the two tells. */
final class Unknowns {

    private final Topology before;
    private final Topology after;
    private final Collection<Pair> pairs;
    private final List<NotComparable> found = new ArrayList<>();

    private Unknowns(Matching matching) {
        before = matching.before().topology();
        after = matching.after().topology();
        pairs = matching.pairs().values();
    }

    static List<NotComparable> of(Matching matching) {
        Unknowns unknowns = new Unknowns(matching);
        unknowns.host();
        unknowns.functions();
        return List.copyOf(unknowns.found);
    }

    private void host() {
        boolean was = before.provenance().kernel().isPresent();
        boolean is = after.provenance().kernel().isPresent();
        if (was != is) {
            add(What.KERNEL, !was, 0);
        }
        both(
                What.DRIVERS,
                KnownFacts.tellsDrivers(before) || pairs.isEmpty(),
                KnownFacts.tellsDrivers(after) || pairs.isEmpty());
    }

    private void functions() {
        each(What.CAPABILITIES, f -> FunctionFacts.walked(f.capabilities(), false));
        each(
                What.EXTENDED_CAPABILITIES,
                f -> FunctionFacts.walked(f.capabilities(), true) || !FunctionFacts.walked(f.capabilities(), false));
        each(What.BRIDGE_BUSES, f -> !f.role().bridge() || f.bridge().isPresent());
        whole(What.LINKS, f -> f.express().link().isPresent());
        whole(What.IOMMU_GROUPS, f -> f.iommuGroup().isPresent());
        whole(What.NUMA_NODES, f -> f.place().numaNode().isPresent());
        whole(What.BARS, Unknowns::tellsSizes);
        whole(What.POWER_STATES, f -> f.record().os().state().power().isPresent());
    }

    private static boolean tellsSizes(PciFunction function) {
        return function.record().os().resources().stream()
                .map(OsFacts.Resource::size)
                .anyMatch(size -> size.isPresent());
    }

    /** Counts the functions of which one tells it and the other does not. */
    private void each(What what, Predicate<PciFunction> known) {
        int lackingBefore = 0;
        int lackingAfter = 0;
        for (Pair pair : pairs) {
            boolean was = known.test(pair.before());
            boolean is = known.test(pair.after());
            lackingBefore += !was && is ? 1 : 0;
            lackingAfter += was && !is ? 1 : 0;
        }
        if (lackingBefore > 0) {
            add(what, true, lackingBefore);
        }
        if (lackingAfter > 0) {
            add(what, false, lackingAfter);
        }
    }

    /** A fact that functions lack for reasons of their own: not comparable if one of the two tells it of none. */
    private void whole(What what, Predicate<PciFunction> known) {
        both(
                what,
                pairs.stream().anyMatch(p -> known.test(p.before())),
                pairs.stream().anyMatch(p -> known.test(p.after())));
    }

    private void both(What what, boolean was, boolean is) {
        if (was != is) {
            add(what, !was, pairs.size());
        }
    }

    private void add(What what, boolean unknownBefore, int functions) {
        boolean withoutRoot =
                (unknownBefore ? before : after).provenance().privileged().equals(Optional.of(false));
        found.add(new NotComparable(what, unknownBefore, withoutRoot, functions));
    }
}
