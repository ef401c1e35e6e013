package ridscope.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/**
 * What differs between two readings of a host, or between two hosts. Functions are matched by serial number, place and kind,
 * so that a device with another bus number is the same device. Takes time in proportion to the functions, and a little more
 * for sorting. The same input gives the same changes in the same order.
 *
 * @param before the earlier host
 * @param after the later host
 * @param likeness how far they are the same machine
 * @param changes the differences, each told once: of the host, renumbered root buses and bridges, moved, VFs, gone, new,
 *     changed, each kind in order of address
 * @param notComparable what only one of them tells
 * @param pairs functions that both have, by old address
 */
public record Comparison(
        Topology before,
        Topology after,
        Likeness likeness,
        List<Change> changes,
        List<NotComparable> notComparable,
        NavigableMap<FunctionAddress, Pair> pairs) {

    public Comparison {
        changes = List.copyOf(changes);
        notComparable = List.copyOf(notComparable);
        pairs = Collections.unmodifiableNavigableMap(new TreeMap<>(pairs));
    }

    /** Compares two hosts. */
    public static Comparison of(Topology before, Topology after) {
        Matching matching = Matching.of(before, after);
        Causes causes = new Causes(matching);
        IommuGroupFacts groups = new IommuGroupFacts(matching);
        List<Change> placed = causes.changes();
        List<Change> changed = changed(matching, causes, placed, groups);
        List<FactChange> host = HostFacts.of(matching, groups.renumbered());
        List<Change> all = new ArrayList<>();
        if (!host.isEmpty()) {
            all.add(new Change.HostChanged(host));
        }
        all.addAll(placed);
        all.addAll(new ComingsAndGoings(matching).changes());
        all.addAll(changed);
        return new Comparison(before, after, matching.likeness(), all, Unknowns.of(matching), matching.pairs());
    }

    private static List<Change> changed(Matching matching, Causes causes, List<Change> placed, IommuGroupFacts groups) {
        Set<FunctionAddress> moved = new HashSet<>();
        for (Change change : placed) {
            if (change instanceof Change.Moved move) {
                moved.add(move.function());
                moved.addAll(move.with());
            }
        }
        Topology before = matching.before().topology();
        Topology after = matching.after().topology();
        FunctionFacts facts = new FunctionFacts(
                new KnownFacts(before),
                new KnownFacts(after),
                before.provenance().kind().equals(after.provenance().kind()),
                pair -> moved.contains(pair.from()),
                causes::renumbered);
        List<Change> changes = new ArrayList<>();
        for (Pair pair : matching.pairs().values()) {
            List<FactChange> differing = facts.of(pair);
            groups.of(pair).ifPresent(differing::add);
            if (!differing.isEmpty()) {
                changes.add(new Change.Changed(pair.from(), pair.to(), differing));
            }
        }
        return changes;
    }

    /** Whether nothing differs of what both tell. */
    public boolean same() {
        return changes.isEmpty();
    }

    /** The differences of one kind. */
    public <C extends Change> List<C> changes(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** New address of a function that both have. */
    public Optional<FunctionAddress> now(FunctionAddress old) {
        return Optional.ofNullable(pairs.get(old)).map(Pair::to);
    }

    /** New address by old address, of the functions that have another. */
    public NavigableMap<FunctionAddress, FunctionAddress> readdressed() {
        NavigableMap<FunctionAddress, FunctionAddress> table = new TreeMap<>();
        pairs.forEach((old, pair) -> {
            if (pair.readdressed()) {
                table.put(old, pair.to());
            }
        });
        return Collections.unmodifiableNavigableMap(table);
    }
}
