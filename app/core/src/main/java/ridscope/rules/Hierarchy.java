package ridscope.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.BridgeBuses;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** Who is above whom, and which bus numbers are used and needed below each bridge. */
final class Hierarchy {

    /** No bus has more bridges above it but in a damaged dump. */
    private static final int MOST = 64;

    /** Numbers that Linux reserves behind a CardBus bridge besides its own. */
    private static final int CARDBUS_RESERVE = 3;

    private final Topology topology;
    private final Map<FunctionAddress, int[]> spans = new HashMap<>();
    private final Map<FunctionAddress, Integer> used = new HashMap<>();
    private final Map<FunctionAddress, OptionalInt> needed = new HashMap<>();
    private final Map<Segment, List<PciFunction>> bridges = new HashMap<>();
    private final Map<Segment, List<List<PciFunction>>> byBus = new HashMap<>();

    Hierarchy(Topology topology) {
        this.topology = topology;
        topology.segments().forEach(this::index);
        number();
        List<PciFunction> order = topDown();
        Collections.reverse(order);
        order.stream().filter(f -> f.role().bridge()).forEach(this::count);
    }

    private void index(Segment segment) {
        List<List<PciFunction>> buses = new ArrayList<>();
        for (int bus = 0; bus < 256; bus++) {
            buses.add(new ArrayList<>(0));
        }
        List<PciFunction> known = topology.functions(segment).stream()
                .filter(f -> f.bridge().isPresent())
                .toList();
        for (PciFunction bridge : known) {
            bridge.bridge().flatMap(BridgeBuses::range).ifPresent(range -> {
                for (int bus = range.first(); bus <= range.last(); bus++) {
                    if (buses.get(bus).size() < MOST) {
                        buses.get(bus).add(bridge);
                    }
                }
            });
        }
        bridges.put(segment, known);
        byBus.put(segment, buses);
    }

    /** Bridges of a segment whose bus registers are known, in address order. */
    List<PciFunction> bridges(Segment segment) {
        return bridges.getOrDefault(segment, List.of());
    }

    /** Bridges whose range holds a bus, 0 to 255; at most 64 of them. */
    List<PciFunction> over(Segment segment, int bus) {
        return byBus.get(segment).get(bus);
    }

    /** All bridges whose bus registers are known. */
    List<PciFunction> bridges() {
        return topology.segments().stream().flatMap(s -> bridges(s).stream()).toList();
    }

    /** Bridges of which nothing tells the bus numbers. */
    List<PciFunction> blindBridges() {
        return topology.functions().stream()
                .filter(f -> f.role().bridge() && f.bridge().isEmpty())
                .toList();
    }

    Optional<PciFunction> above(PciFunction function) {
        return function.parent().flatMap(topology::function);
    }

    /** The downstream-type port directly above. */
    Optional<PciFunction> portAbove(PciFunction function) {
        return above(function).filter(p -> p.role().downstreamPort());
    }

    /** Whether one function is among the bridges above another one. */
    boolean isAbove(PciFunction upper, PciFunction lower) {
        int[] outer = spans.get(upper.address());
        int[] inner = spans.get(lower.address());
        return outer != null && inner != null && outer[0] < inner[0] && inner[1] <= outer[1];
    }

    /** Highest bus number used below a bridge: its own secondary bus, functions, and the ranges of bridges. */
    int used(PciFunction bridge) {
        return used.getOrDefault(bridge.address(), 0);
    }

    /**
     * Highest bus number needed below a bridge, all VFs and SDIs counted and ranges of hot-plug ports taken as they are; may
     * exceed 255. Empty where that cannot be told.
     */
    OptionalInt needed(PciFunction bridge) {
        return needed.getOrDefault(bridge.address(), OptionalInt.empty());
    }

    /** Slot Capabilities bit 6; empty where the registers are not in the snapshot. */
    Optional<Boolean> hotplug(PciFunction bridge) {
        Optional<PciExpress> express = bridge.express().capability();
        Optional<PciExpress.SlotRegisters> slot = express.flatMap(PciExpress::slot);
        if (slot.isPresent()) {
            return Optional.of(slot.get().hotplug());
        }
        if (express.filter(e -> e.flags().isPresent()).isPresent()) {
            return Optional.of(false);
        }
        boolean conventional = express.isEmpty() && bridge.capabilities().standard() != Walked.UNKNOWN;
        return conventional
                ? Optional.of(false)
                : topology.slotBelow(bridge.address()).map(Slot::hotplug);
    }

    private void number() {
        int next = 0;
        Deque<PciFunction> todo = new ArrayDeque<>();
        List<PciFunction> roots = roots();
        Collections.reverse(roots);
        roots.forEach(todo::push);
        while (!todo.isEmpty()) {
            PciFunction f = todo.pop();
            int[] span = spans.get(f.address());
            if (span != null) {
                span[1] = next++;
                continue;
            }
            spans.put(f.address(), new int[] {next++, 0});
            todo.push(f);
            topology.below(f).forEach(todo::push);
        }
    }

    private List<PciFunction> roots() {
        List<PciFunction> roots = new ArrayList<>();
        for (PciFunction f : topology.functions()) {
            if (above(f).isEmpty()) {
                roots.add(f);
            }
        }
        return roots;
    }

    private List<PciFunction> topDown() {
        List<PciFunction> order = new ArrayList<>(roots());
        for (int i = 0; i < order.size(); i++) {
            order.addAll(topology.below(order.get(i)));
        }
        return order;
    }

    private void count(PciFunction bridge) {
        int secondary = bridge.bridge().map(BridgeBuses::secondary).orElse(0);
        int highest = secondary;
        long need = secondary;
        boolean known = bridge.bridge().filter(b -> b.range().isPresent()).isPresent();
        for (PciFunction child : topology.below(bridge)) {
            highest = Math.max(highest, child.address().bus());
            need = Math.max(need, child.address().bus());
            if (child.role().bridge()) {
                OptionalInt below = neededBy(child);
                known &= below.isPresent();
                need = Math.max(need, below.orElse(0));
                int subordinate = child.bridge().map(BridgeBuses::subordinate).orElse(0);
                highest = Math.max(highest, Math.max(subordinate, used(child)));
            } else if (child.virtual().isEmpty()) {
                known &= !child.vfsUnknown() && !child.sdisUnknown();
                need = Math.max(need, lastBus(child));
            }
        }
        used.put(bridge.address(), highest);
        needed.put(bridge.address(), known ? OptionalInt.of((int) need) : OptionalInt.empty());
    }

    /** A hot-plug port and a CardBus bridge keep numbers for what may be plugged in: all of their range is needed. */
    private OptionalInt neededBy(PciFunction bridge) {
        Optional<Boolean> hotplug = hotplug(bridge);
        boolean reserve = bridge.role() == Role.CARDBUS_BRIDGE || hotplug.orElse(false);
        OptionalInt below = needed(bridge);
        if (hotplug.isEmpty() || below.isEmpty()) {
            return OptionalInt.empty();
        }
        int subordinate = bridge.bridge().map(BridgeBuses::subordinate).orElse(0);
        int kept = bridge.role() == Role.CARDBUS_BRIDGE
                ? Math.min(0xff, bridge.bridge().map(BridgeBuses::secondary).orElse(0) + CARDBUS_RESERVE)
                : 0;
        return reserve ? OptionalInt.of(Math.max(Math.max(subordinate, kept), below.getAsInt())) : below;
    }

    private static long lastBus(PciFunction pf) {
        long vfs = pf.sriov().flatMap(s -> s.possible()).map(Hierarchy::lastBus).orElse(0L);
        long sdis = pf.siov().flatMap(s -> s.sdis()).map(Hierarchy::lastBus).orElse(0L);
        return Math.max(vfs, sdis);
    }

    private static long lastBus(StridedRids rids) {
        return rids.last().bus();
    }
}
