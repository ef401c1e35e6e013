package ridscope.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import ridscope.topology.PciFunction;

/**
 * Which root bus of the later host is which of the earlier one. Firmware gives root buses other numbers when windows change
 * size, and drivers such as VMD give out segments, so neither is taken for granted: of three mappings (same numbers, same
 * order, most in common) the one counts under which most functions sit at the same place. Same numbers win a tie, and win
 * altogether where both hosts have the same root buses and what is soldered to them agrees: cards that changed sides make
 * no root bus another.
 */
final class RootMatching {

    /** A feature that more root buses than this have tells none from another. */
    private static final int RARE = 4;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    /**
     * One function below a root bus, and what it is.
     *
     * @param path devices and functions on the way to it, mixed into one number
     * @param depth 1 on the root bus itself
     */
    private record Feature(long path, int depth, OptionalInt vendor, OptionalInt device) {}

    private final HostIndex before;
    private final HostIndex after;
    private final Map<RootBusKey, Map<Feature, Integer>> old;
    private final Map<RootBusKey, Map<Feature, Integer>> now;

    private RootMatching(HostIndex before, HostIndex after) {
        this.before = before;
        this.after = after;
        old = features(before);
        now = features(after);
    }

    static Map<RootBusKey, RootBusKey> match(HostIndex before, HostIndex after) {
        RootMatching matching = new RootMatching(before, after);
        Map<RootBusKey, RootBusKey> same = matching.completed(matching.sameNumbers());
        if (before.roots().keySet().equals(after.roots().keySet()) && matching.boardAgrees(same)) {
            return same;
        }
        Map<RootBusKey, RootBusKey> best = same;
        for (Map<RootBusKey, RootBusKey> other :
                List.of(matching.completed(Map.of()), matching.completed(matching.mostInCommon()))) {
            best = matching.score(other) > matching.score(best) ? other : best;
        }
        return best;
    }

    private Map<RootBusKey, RootBusKey> sameNumbers() {
        Map<RootBusKey, RootBusKey> same = new TreeMap<>();
        before.roots().keySet().stream().filter(after.roots()::containsKey).forEach(root -> same.put(root, root));
        return same;
    }

    /** The rest in order, as far as both have one. */
    private Map<RootBusKey, RootBusKey> completed(Map<RootBusKey, RootBusKey> known) {
        List<RootBusKey> left = new ArrayList<>(before.roots().keySet());
        List<RootBusKey> free = new ArrayList<>(after.roots().keySet());
        left.removeAll(new HashSet<>(known.keySet()));
        free.removeAll(new HashSet<>(known.values()));
        Map<RootBusKey, RootBusKey> all = new TreeMap<>(known);
        for (int i = 0; i < Math.min(left.size(), free.size()); i++) {
            all.put(left.get(i), free.get(i));
        }
        return all;
    }

    /** Pairs with most features in common first. */
    private Map<RootBusKey, RootBusKey> mostInCommon() {
        Map<Feature, List<RootBusKey>> oldRoots = rootsByFeature(old);
        Map<Feature, List<RootBusKey>> newRoots = rootsByFeature(now);
        Map<List<RootBusKey>, Integer> votes = new HashMap<>();
        oldRoots.forEach((feature, roots) -> {
            List<RootBusKey> others = newRoots.getOrDefault(feature, List.of());
            if (roots.size() <= RARE && others.size() <= RARE) {
                roots.forEach(a -> others.forEach(b -> votes.merge(List.of(a, b), 1, Integer::sum)));
            }
        });
        List<List<RootBusKey>> pairs = new ArrayList<>(votes.keySet());
        pairs.sort(Comparator.comparing((List<RootBusKey> pair) -> -votes.get(pair))
                .thenComparing(pair -> !pair.get(0).equals(pair.get(1)))
                .thenComparing(pair -> pair.get(0))
                .thenComparing(pair -> pair.get(1)));
        Map<RootBusKey, RootBusKey> chosen = new TreeMap<>();
        Set<RootBusKey> taken = new HashSet<>();
        for (List<RootBusKey> pair : pairs) {
            if (!chosen.containsKey(pair.get(0)) && taken.add(pair.get(1))) {
                chosen.put(pair.get(0), pair.get(1));
            }
        }
        return chosen;
    }

    private static Map<Feature, List<RootBusKey>> rootsByFeature(Map<RootBusKey, Map<Feature, Integer>> roots) {
        Map<Feature, List<RootBusKey>> byFeature = new HashMap<>();
        roots.forEach((root, features) -> features.keySet()
                .forEach(f ->
                        byFeature.computeIfAbsent(f, k -> new ArrayList<>()).add(root)));
        return byFeature;
    }

    private long score(Map<RootBusKey, RootBusKey> mapping) {
        return mapping.entrySet().stream()
                .mapToLong(e -> common(old.get(e.getKey()), now.get(e.getValue()), Integer.MAX_VALUE))
                .sum();
    }

    /** Whether at least half of what sits directly on each root bus is there on both. */
    private boolean boardAgrees(Map<RootBusKey, RootBusKey> mapping) {
        return mapping.entrySet().stream()
                .allMatch(e -> 2 * common(old.get(e.getKey()), now.get(e.getValue()), 1)
                        >= Math.min(
                                before.roots().get(e.getKey()).size(),
                                after.roots().get(e.getValue()).size()));
    }

    private static long common(Map<Feature, Integer> a, Map<Feature, Integer> b, int deepest) {
        return a.entrySet().stream()
                .filter(e -> e.getKey().depth() <= deepest)
                .mapToLong(e -> Math.min(e.getValue(), b.getOrDefault(e.getKey(), 0)))
                .sum();
    }

    private static Map<RootBusKey, Map<Feature, Integer>> features(HostIndex host) {
        Map<RootBusKey, Map<Feature, Integer>> all = new TreeMap<>();
        host.roots().forEach((root, functions) -> {
            Map<Feature, Integer> features = new HashMap<>();
            functions.forEach(f -> collect(host, f, 0, 1, features));
            all.put(root, features);
        });
        return all;
    }

    private static void collect(
            HostIndex host, PciFunction function, long above, int depth, Map<Feature, Integer> into) {
        long path = (above + host.spot(function) + 1) * MIX;
        Feature feature = new Feature(
                path, depth, function.identity().vendor(), function.identity().device());
        into.merge(feature, 1, Integer::sum);
        host.below(function).forEach(f -> collect(host, f, path, depth + 1, into));
    }
}
