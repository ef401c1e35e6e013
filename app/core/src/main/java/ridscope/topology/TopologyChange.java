package ridscope.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ridscope.host.OsFacts;
import ridscope.rid.FunctionAddress;

/**
 * What differs between two readings of the same host, function by function. An address stands for the same function as long
 * as vendor, device and class are the same: a renumbered device counts as gone and new. What changes by itself (power states,
 * counters, status bits) does not count, nor does what a port shows of a card that comes or goes below it.
 *
 * @param added functions that are there now and were not, or were another device
 * @param removed functions that were there, each with the nearest bridge above it that is still there
 * @param changed functions of which something else is different
 */
public record TopologyChange(
        SortedSet<FunctionAddress> added,
        SortedMap<FunctionAddress, Optional<FunctionAddress>> removed,
        SortedSet<FunctionAddress> changed) {

    /** No difference. */
    public static final TopologyChange NONE = new TopologyChange(
            Collections.emptySortedSet(), Collections.emptySortedMap(), Collections.emptySortedSet());

    public TopologyChange {
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    }

    /** The differences between two readings. */
    public static TopologyChange between(Topology before, Topology now) {
        SortedSet<FunctionAddress> added = new TreeSet<>();
        SortedSet<FunctionAddress> changed = new TreeSet<>();
        SortedMap<FunctionAddress, Optional<FunctionAddress>> removed = new TreeMap<>();
        for (PciFunction function : now.functions()) {
            Optional<PciFunction> was = before.function(function.address());
            if (was.isEmpty() || !sameDevice(was.get(), function)) {
                added.add(function.address());
            } else if (!face(before, was.get(), now).equals(face(now, function, before))) {
                changed.add(function.address());
            }
        }
        for (PciFunction function : before.functions()) {
            Optional<PciFunction> is = now.function(function.address());
            if (is.isEmpty() || added.contains(function.address())) {
                removed.put(function.address(), survivor(before, function, now));
            }
        }
        return new TopologyChange(added, removed, changed);
    }

    /** Whether nothing differs. */
    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** The nearest bridge above a function that is gone, as long as it is the same bridge. */
    private static Optional<FunctionAddress> survivor(Topology before, PciFunction gone, Topology now) {
        return before.pathToRoot(gone).stream()
                .filter(bridge -> now.function(bridge.address())
                        .filter(is -> sameDevice(bridge, is))
                        .isPresent())
                .map(PciFunction::address)
                .findFirst();
    }

    private static boolean sameDevice(PciFunction a, PciFunction b) {
        return a.identity().vendor().equals(b.identity().vendor())
                && a.identity().device().equals(b.identity().device())
                && a.identity().classCode().equals(b.identity().classCode());
    }

    /** Everything about a function that counts. */
    private static List<Object> face(Topology in, PciFunction f, Topology other) {
        OsFacts os = f.record().os();
        List<Object> face = new ArrayList<>(Arrays.asList(
                f.identity(),
                f.role(),
                f.parent(),
                f.place().rootBus(),
                f.place().numaNode(),
                f.iommuGroup(),
                f.bridge(),
                f.capabilities(),
                f.iov(),
                f.driver(),
                os.devices()));
        if (!f.role().bridge()) {
            face.add(os.resources());
            face.add(f.express().link());
            face.add(f.place().slot().map(Slot::label));
        } else if (children(in, f).equals(children(other, f))) {
            face.add(f.express().link());
            face.add(in.slotBelow(f.address())
                    .map(slot -> Arrays.asList(slot.occupied(), slot.powered(), slot.label())));
        }
        return face;
    }

    private static List<FunctionAddress> children(Topology topology, PciFunction bridge) {
        return topology.below(bridge).stream().map(PciFunction::address).toList();
    }
}
