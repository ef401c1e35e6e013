package ridscope.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.host.Provenance;
import ridscope.topology.HostBridge;
import ridscope.topology.Topology;

/** What differs of the host as a whole. */
final class HostFacts {

    private HostFacts() {}

    static List<FactChange> of(Matching matching, int renumberedGroups) {
        Topology before = matching.before().topology();
        Topology after = matching.after().topology();
        List<FactChange> changes = new ArrayList<>();
        Provenance was = before.provenance();
        Provenance is = after.provenance();
        add(changes, Fact.HOST_NAME, was.host(), is.host());
        add(changes, Fact.KERNEL, was.kernel(), is.kernel());
        roots(matching, changes);
        if (renumberedGroups > 0) {
            changes.add(FactChange.of(
                    Fact.IOMMU_GROUP_NUMBERS,
                    "as before",
                    "other numbers for " + renumberedGroups + (renumberedGroups == 1 ? " function" : " functions")
                            + ", with the same others in their groups"));
        }
        return changes;
    }

    private static void add(List<FactChange> changes, Fact fact, Optional<String> was, Optional<String> is) {
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
            changes.add(FactChange.of(fact, was.get(), is.get()));
        }
    }

    private static void roots(Matching matching, List<FactChange> changes) {
        Map<RootBusKey, HostBridge> old = bridges(matching.before().topology());
        Map<RootBusKey, HostBridge> now = bridges(matching.after().topology());
        old.forEach((key, bridge) -> {
            RootBusKey other = matching.roots().get(key);
            if (other == null) {
                changes.add(new FactChange(Fact.ROOT_BUS, "root bus " + key, "there", "none"));
            } else if (now.containsKey(other)) {
                window(bridge, now.get(other)).ifPresent(changes::add);
            }
        });
        now.keySet().stream()
                .filter(key -> !matching.roots().containsValue(key))
                .forEach(key -> changes.add(new FactChange(Fact.ROOT_BUS, "root bus " + key, "none", "there")));
    }

    /** Only where both ends are known, and where the window did more than move along with its root bus. */
    private static Optional<FactChange> window(HostBridge was, HostBridge is) {
        boolean assumed = was.endAssumed() || is.endAssumed();
        return assumed || was.buses().equals(is.buses())
                ? Optional.empty()
                : Optional.of(new FactChange(
                        Fact.ROOT_WINDOW,
                        "bus window of root bus " + new RootBusKey(was.segment(), was.rootBus()),
                        was.buses().toString(),
                        is.buses().toString()));
    }

    private static Map<RootBusKey, HostBridge> bridges(Topology topology) {
        Map<RootBusKey, HostBridge> bridges = new TreeMap<>();
        topology.hostBridges().forEach(h -> bridges.put(new RootBusKey(h.segment(), h.rootBus()), h));
        return bridges;
    }
}
