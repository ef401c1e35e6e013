package ridscope.isolation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * The groups that a running kernel has against those computed from the registers. Only functions count of which the source
 * tells a group and whose computed group hangs on nothing unknown.
 */
public final class GroupComparison {

    private final Map<Integer, SortedSet<FunctionAddress>> told = new TreeMap<>();
    private final Map<FunctionAddress, Integer> numbers = new TreeMap<>();
    private final Map<FunctionAddress, SortedSet<FunctionAddress>> computed = new HashMap<>();
    private final int left;

    private GroupComparison(Topology topology, IommuGroups groups) {
        Map<FunctionAddress, SortedSet<FunctionAddress>> byFirst = new HashMap<>();
        int unknown = 0;
        for (PciFunction f : topology.functions()) {
            if (f.iommuGroup().isEmpty()) {
                continue;
            }
            IommuGroup group = groups.of(f.address()).orElseThrow();
            if (!group.certain()) {
                unknown++;
                continue;
            }
            numbers.put(f.address(), f.iommuGroup().getAsInt());
            told.computeIfAbsent(f.iommuGroup().getAsInt(), k -> new TreeSet<>())
                    .add(f.address());
            SortedSet<FunctionAddress> ours =
                    byFirst.computeIfAbsent(group.members().first(), k -> new TreeSet<>());
            ours.add(f.address());
            computed.put(f.address(), ours);
        }
        left = unknown;
    }

    /** Compares the groups of a host. */
    public static GroupComparison of(Topology topology, IommuGroups groups) {
        return new GroupComparison(topology, groups);
    }

    /** How many functions were compared. */
    public int compared() {
        return numbers.size();
    }

    /** How many functions the kernel has in a group whose computed group hangs on unknown registers. */
    public int left() {
        return left;
    }

    /** All differences, each as small as it can be told, by the lowest function involved. */
    public List<GroupDifference> differences() {
        List<GroupDifference> differences = new ArrayList<>();
        Set<FunctionAddress> seen = new HashSet<>();
        numbers.forEach((function, number) -> {
            if (!seen.contains(function) && !told.get(number).equals(computed.get(function))) {
                differences.add(around(function, seen));
            }
        });
        return differences;
    }

    /** Everything that is connected with a function by either kind of group. */
    private GroupDifference around(FunctionAddress start, Set<FunctionAddress> seen) {
        SortedMap<Integer, SortedSet<FunctionAddress>> theirs = new TreeMap<>();
        Set<SortedSet<FunctionAddress>> ours = new HashSet<>();
        Deque<FunctionAddress> todo = new ArrayDeque<>(List.of(start));
        while (!todo.isEmpty()) {
            FunctionAddress next = todo.remove();
            if (seen.add(next)) {
                int number = numbers.get(next);
                theirs.put(number, told.get(number));
                ours.add(computed.get(next));
                todo.addAll(told.get(number));
                todo.addAll(computed.get(next));
            }
        }
        return new GroupDifference(
                theirs,
                ours.stream()
                        .sorted(Comparator.comparing(group -> group.first()))
                        .toList());
    }
}
