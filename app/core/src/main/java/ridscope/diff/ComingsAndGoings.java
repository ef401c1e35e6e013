package ridscope.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** What only one of the two has: devices with all that belongs to them, and VFs that were enabled or disabled. */
final class ComingsAndGoings {

    /** Functions of one kind in one device. */
    private record Device(
            Optional<FunctionAddress> parent, Segment segment, int place, OptionalInt vendor, OptionalInt device) {}

    private final Matching matching;

    ComingsAndGoings(Matching matching) {
        this.matching = matching;
    }

    List<Change> changes() {
        NavigableMap<FunctionAddress, List<FunctionAddress>> gone =
                grouped(matching.before(), f -> matching.old(f).isEmpty());
        NavigableMap<FunctionAddress, List<FunctionAddress>> appeared =
                grouped(matching.after(), f -> matching.now(f).isEmpty());
        List<Change> changes = new ArrayList<>(virtualFunctions(gone, appeared));
        Map<FunctionAddress, FunctionAddress> replaced = replaced(gone, appeared);
        Map<FunctionAddress, FunctionAddress> replacing = new HashMap<>();
        replaced.forEach((old, now) -> replacing.put(now, old));
        gone.forEach((address, with) ->
                changes.add(new Change.Gone(address, Optional.ofNullable(replaced.get(address)), with)));
        appeared.forEach((address, with) ->
                changes.add(new Change.New(address, Optional.ofNullable(replacing.get(address)), with)));
        return changes;
    }

    /** VFs of PFs that both have; takes them out of the maps. */
    private List<Change> virtualFunctions(
            NavigableMap<FunctionAddress, List<FunctionAddress>> gone,
            NavigableMap<FunctionAddress, List<FunctionAddress>> appeared) {
        List<Change> changes = new ArrayList<>();
        for (Pair pf : matching.pairs().values()) {
            List<FunctionAddress> lost = taken(gone, pf.from());
            List<FunctionAddress> won = taken(appeared, pf.to());
            int was = enabled(matching.before(), pf.before());
            int is = enabled(matching.after(), pf.after());
            boolean told = pf.before().sriov().isPresent() && pf.after().sriov().isPresent() && was != is;
            if (told || !lost.isEmpty() || !won.isEmpty()) {
                changes.add(new Change.VfsChanged(pf.from(), pf.to(), was, is, lost, won));
            }
        }
        return changes;
    }

    private static List<FunctionAddress> taken(
            NavigableMap<FunctionAddress, List<FunctionAddress>> groups, FunctionAddress pf) {
        List<FunctionAddress> vfs = groups.remove(pf);
        return vfs == null ? List.of() : vfs;
    }

    private static int enabled(HostIndex host, PciFunction pf) {
        return pf.sriov()
                .map(SrIov::enabledVfs)
                .orElseGet(() -> host.topology().virtualFunctionsOf(pf).size());
    }

    private Map<FunctionAddress, FunctionAddress> replaced(
            NavigableMap<FunctionAddress, List<FunctionAddress>> gone,
            NavigableMap<FunctionAddress, List<FunctionAddress>> appeared) {
        Map<FunctionAddress, FunctionAddress> replaced = new HashMap<>();
        gone.keySet()
                .forEach(address -> matching.before()
                        .topology()
                        .function(address)
                        .flatMap(matching::counterplace)
                        .map(PciFunction::address)
                        .filter(appeared::containsKey)
                        .ifPresent(now -> replaced.put(address, now)));
        return replaced;
    }

    /** Unmatched functions by the one that they come or go with; VFs of a matched PF by that PF. */
    private static NavigableMap<FunctionAddress, List<FunctionAddress>> grouped(
            HostIndex host, Predicate<PciFunction> unmatched) {
        Map<Device, FunctionAddress> firsts = new HashMap<>();
        NavigableMap<FunctionAddress, List<FunctionAddress>> groups = new TreeMap<>();
        for (PciFunction function : host.topology().functions()) {
            if (unmatched.test(function)) {
                PciFunction top = top(host, function, unmatched);
                FunctionAddress leader =
                        unmatched.test(top) ? firsts.computeIfAbsent(device(top), k -> top.address()) : top.address();
                List<FunctionAddress> with = groups.computeIfAbsent(leader, k -> new ArrayList<>());
                if (!leader.equals(function.address())) {
                    with.add(function.address());
                }
            }
        }
        return groups;
    }

    private static PciFunction top(HostIndex host, PciFunction function, Predicate<PciFunction> unmatched) {
        PciFunction top = function;
        Set<FunctionAddress> seen = new HashSet<>();
        // A damaged source may say that two bridges are below each other.
        while (seen.add(top.address())) {
            Optional<PciFunction> pf = physicalFunction(host, top);
            Optional<PciFunction> above = (pf.isPresent() ? pf : host.parent(top)).filter(unmatched);
            if (above.isEmpty()) {
                return pf.orElse(top);
            }
            top = above.get();
        }
        return function;
    }

    private static Optional<PciFunction> physicalFunction(HostIndex host, PciFunction function) {
        return function.virtual().flatMap(v -> host.topology().function(v.physicalFunction()));
    }

    private static Device device(PciFunction function) {
        return new Device(
                function.parent(),
                function.address().segment(),
                function.address().bus() << 8 | function.address().rid().device(),
                function.identity().vendor(),
                function.identity().device());
    }
}
