package ridscope.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** One of the two hosts, made ready for looking things up by place. */
final class HostIndex {

    private final Topology topology;
    private final SerialNumbers serials;
    private final NavigableMap<RootBusKey, List<PciFunction>> roots = new TreeMap<>();
    private final Map<String, Integer> slotLabels = new HashMap<>();
    private final Map<FunctionAddress, Integer> bases = new HashMap<>();

    HostIndex(Topology topology) {
        this.topology = topology;
        serials = new SerialNumbers(topology);
        topology.hostBridges().forEach(h -> roots.put(new RootBusKey(h.segment(), h.rootBus()), new ArrayList<>()));
        for (PciFunction function : topology.functions()) {
            if (function.virtual().isEmpty() && parent(function).isEmpty()) {
                roots.computeIfAbsent(RootBusKey.above(function), k -> new ArrayList<>())
                        .add(function);
            }
        }
        topology.slots().forEach(s -> slotLabels.merge(s.label(), 1, Integer::sum));
    }

    Topology topology() {
        return topology;
    }

    SerialNumbers serials() {
        return serials;
    }

    /** Root buses in order with what sits on them; VFs left out. */
    NavigableMap<RootBusKey, List<PciFunction>> roots() {
        return roots;
    }

    Optional<PciFunction> parent(PciFunction function) {
        return function.parent().flatMap(topology::function);
    }

    /** Functions directly below a bridge, VFs left out. */
    List<PciFunction> below(PciFunction bridge) {
        return topology.below(bridge).stream()
                .filter(f -> f.virtual().isEmpty())
                .toList();
    }

    /** Number of the bus below a bridge; where its registers do not tell, the lowest that something sits on. */
    int base(PciFunction bridge) {
        return bases.computeIfAbsent(
                bridge.address(),
                k -> bridge.bridge()
                        .filter(b -> b.configured())
                        .map(b -> b.secondary())
                        .orElseGet(() -> topology.below(bridge).stream()
                                .mapToInt(f -> f.address().bus())
                                .min()
                                .orElse(0)));
    }

    /** Number of the bus that a function sits on, as the bridge or root above it has it. */
    int baseAbove(PciFunction function) {
        return parent(function).map(this::base).orElse(function.place().rootBus());
    }

    /** Where a function sits on its bus; buses of its own count from the one below the bridge. */
    int spot(PciFunction function) {
        return function.address().bus() - baseAbove(function) << 8
                | function.address().rid().devfn();
    }

    /** The label of the slot that a function sits in, where no other slot has it. */
    Optional<String> ownSlot(PciFunction function) {
        return function.place()
                .slot()
                .map(Slot::label)
                .filter(label -> !label.isEmpty() && slotLabels.getOrDefault(label, 0) == 1);
    }
}
