package ridscope.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * Which function of the later host is which of the earlier one. What proves most counts first: serial numbers, then the way
 * from the root in device and function numbers, then slots, and last that something is the only one of its kind. Bus
 * numbers prove nothing.
 */
final class Matching {

    private final HostIndex before;
    private final HostIndex after;
    private final Map<RootBusKey, RootBusKey> roots;
    private final NavigableMap<FunctionAddress, Pair> byOld = new TreeMap<>();
    private final Map<FunctionAddress, Pair> byNew = new HashMap<>();
    private final Deque<Pair> open = new ArrayDeque<>();
    private final Likeness likeness;

    private Matching(HostIndex before, HostIndex after, boolean withLeftovers) {
        this.before = before;
        this.after = after;
        roots = RootMatching.match(before, after);
        serialNumbers();
        roots.forEach(
                (was, is) -> siblings(before.roots().get(was), after.roots().get(is)));
        descend();
        if (withLeftovers) {
            new Leftovers(this).match();
        }
        likeness = counted();
        virtualFunctions();
        samePlace();
    }

    static Matching of(Topology before, Topology after) {
        HostIndex old = new HostIndex(before);
        HostIndex now = new HostIndex(after);
        Matching matching = new Matching(old, now, true);
        // Between two machines, what is the only one of its kind on either did not move.
        return matching.likeness().differentMachines() ? new Matching(old, now, false) : matching;
    }

    HostIndex before() {
        return before;
    }

    HostIndex after() {
        return after;
    }

    /** Root buses by their old number. */
    Map<RootBusKey, RootBusKey> roots() {
        return roots;
    }

    /** How much the two have in common. */
    Likeness likeness() {
        return likeness;
    }

    private Likeness counted() {
        int matched = 0;
        int same = 0;
        int other = 0;
        for (Pair pair : byOld.values()) {
            same += pair.basis() == Basis.SERIAL_NUMBER ? 1 : 0;
            other += SerialNumbers.differ(pair.before(), before.serials(), pair.after(), after.serials()) ? 1 : 0;
            matched += Kinds.agree(pair.before(), pair.after()) ? 1 : 0;
        }
        return new Likeness(matched, count(before), count(after), same, other);
    }

    private static int count(HostIndex host) {
        return (int) host.topology().functions().stream()
                .filter(f -> f.virtual().isEmpty())
                .count();
    }

    /** All pairs by old address. */
    NavigableMap<FunctionAddress, Pair> pairs() {
        return byOld;
    }

    Optional<Pair> old(PciFunction function) {
        return Optional.ofNullable(byOld.get(function.address()));
    }

    Optional<Pair> now(PciFunction function) {
        return Optional.ofNullable(byNew.get(function.address()));
    }

    /** Takes two for the same if neither is taken yet; what is below them comes with {@link #descend}. */
    boolean take(PciFunction was, PciFunction is, Basis basis) {
        if (byOld.containsKey(was.address()) || byNew.containsKey(is.address())) {
            return false;
        }
        Pair pair = new Pair(was, is, basis);
        byOld.put(was.address(), pair);
        byNew.put(is.address(), pair);
        open.add(pair);
        return true;
    }

    /** Matches everything below what was taken. */
    void descend() {
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            siblings(before.below(pair.before()), after.below(pair.after()));
        }
    }

    private void serialNumbers() {
        for (PciFunction function : before.topology().functions()) {
            after.serials()
                    .counterpart(function, before.serials())
                    .ifPresent(is -> take(function, is, Basis.SERIAL_NUMBER));
        }
    }

    private void siblings(List<PciFunction> old, List<PciFunction> now) {
        Map<Integer, PciFunction> bySpot = new HashMap<>();
        now.forEach(f -> bySpot.putIfAbsent(after.spot(f), f));
        for (PciFunction function : old) {
            PciFunction candidate = bySpot.get(before.spot(function));
            if (candidate != null && same(function, candidate)) {
                take(function, candidate, Basis.PATH);
            }
        }
    }

    private static boolean same(PciFunction was, PciFunction is) {
        return Kinds.agree(was, is) || Kinds.sameRootPort(was, is);
    }

    private void virtualFunctions() {
        for (Pair pf : List.copyOf(byOld.values())) {
            Map<Integer, PciFunction> byIndex = new HashMap<>();
            after.topology()
                    .virtualFunctionsOf(pf.after())
                    .forEach(vf -> byIndex.put(vf.virtual().orElseThrow().index(), vf));
            for (PciFunction vf : before.topology().virtualFunctionsOf(pf.before())) {
                PciFunction is = byIndex.get(vf.virtual().orElseThrow().index());
                if (is != null) {
                    take(vf, is, Basis.VF_INDEX);
                }
            }
        }
    }

    /** What one source calls a VF and the other cannot tell from any function is found by its place. */
    private void samePlace() {
        for (PciFunction function : before.topology().functions()) {
            if (old(function).isEmpty()) {
                counterplace(function)
                        .filter(is -> now(is).isEmpty() && Kinds.agree(function, is))
                        .ifPresent(is -> take(function, is, Basis.PATH));
            }
        }
    }

    /** What sits on the later host where a function of the earlier one was. */
    Optional<PciFunction> counterplace(PciFunction function) {
        Optional<PciFunction> above = before.parent(function);
        if (above.isPresent()) {
            return above.flatMap(this::old)
                    .flatMap(p -> at(
                            function,
                            before.base(p.before()),
                            new RootBusKey(p.to().segment(), after.base(p.after()))));
        }
        RootBusKey root = RootBusKey.above(function);
        return Optional.ofNullable(roots.get(root)).flatMap(is -> at(function, root.bus(), is));
    }

    private Optional<PciFunction> at(PciFunction function, int oldBase, RootBusKey newBase) {
        int bus = function.address().bus() - oldBase + newBase.bus();
        if (bus < 0 || bus > 0xff) {
            return Optional.empty();
        }
        RoutingId rid = RoutingId.of(bus, function.address().rid().devfn());
        return after.topology().function(new FunctionAddress(newBase.segment(), rid));
    }
}
