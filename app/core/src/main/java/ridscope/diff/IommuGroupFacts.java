package ridscope.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * IOMMU groups of both hosts. Their numbers say nothing and change with every device that comes or goes, so groups are
 * compared by who is in them. VFs are not counted among the others.
 */
final class IommuGroupFacts {

    /** A function of either host: by its new address, or by its old one if it is gone. */
    private record Member(FunctionAddress address, boolean gone) {}

    private final Map<Integer, Set<Member>> before;
    private final Map<Integer, Set<Member>> after;
    private final Map<List<Integer>, Boolean> same = new HashMap<>();
    private int renumbered;

    IommuGroupFacts(Matching matching) {
        before = groups(
                matching.before().topology(),
                f -> matching.old(f)
                        .map(p -> new Member(p.to(), false))
                        .orElseGet(() -> new Member(f.address(), true)));
        after = groups(matching.after().topology(), f -> new Member(f.address(), false));
    }

    private static Map<Integer, Set<Member>> groups(Topology topology, Function<PciFunction, Member> member) {
        Map<Integer, Set<Member>> groups = new HashMap<>();
        for (PciFunction function : topology.functions()) {
            if (function.virtual().isEmpty() && function.iommuGroup().isPresent()) {
                groups.computeIfAbsent(function.iommuGroup().getAsInt(), k -> new HashSet<>())
                        .add(member.apply(function));
            }
        }
        return groups;
    }

    /** A change if its group has other members than before; if only the number is another, that is counted. */
    Optional<FactChange> of(Pair pair) {
        OptionalInt was = pair.before().iommuGroup();
        OptionalInt is = pair.after().iommuGroup();
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        int old = was.getAsInt();
        int now = is.getAsInt();
        if (same.computeIfAbsent(List.of(old, now), k -> members(before, old).equals(members(after, now)))) {
            renumbered += old == now ? 0 : 1;
            return Optional.empty();
        }
        return Optional.of(FactChange.of(
                Fact.IOMMU_GROUP, words(old, members(before, old), pair), words(now, members(after, now), pair)));
    }

    /** How many functions have the same fellows in a group of another number, of those asked for so far. */
    int renumbered() {
        return renumbered;
    }

    private static Set<Member> members(Map<Integer, Set<Member>> groups, int group) {
        return groups.getOrDefault(group, Set.of());
    }

    private static String words(int group, Set<Member> members, Pair pair) {
        int others = members.size() - (members.contains(new Member(pair.to(), false)) ? 1 : 0);
        return group + (others == 0 ? ", alone" : ", with " + others + (others == 1 ? " other" : " others"));
    }
}
