package ridscope.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.config.PciExpress;
import ridscope.config.Views;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Slot;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** One segment as Linux meets it after a reset: firmware's registers, no VFs, and what is wished for on top. */
final class Machine {

    /** A root bus and what sits on it, by devfn. */
    record Root(HostBridge hostBridge, List<Part> functions) {}

    private final Topology topology;
    private final Wishes wishes;
    private final PlanLog log;
    private final List<Root> roots = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<FunctionAddress, Part> byAddress = new HashMap<>();
    private final Segment segment;

    private Machine(Topology topology, Segment segment, Wishes wishes, PlanLog log) {
        this.topology = topology;
        this.segment = segment;
        this.wishes = wishes;
        this.log = log;
    }

    static Machine of(Topology topology, Segment segment, Wishes wishes, PlanLog log) {
        Machine machine = new Machine(topology, segment, wishes, log);
        machine.build();
        return machine;
    }

    Segment segment() {
        return segment;
    }

    List<Root> roots() {
        return roots;
    }

    /** Every function that hangs below a root bus, each behind the bridge above it. */
    List<Part> parts() {
        return parts;
    }

    Optional<Part> part(FunctionAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private void build() {
        Map<Integer, List<PciFunction>> onRoot = new HashMap<>();
        for (PciFunction f : topology.functions(segment)) {
            if (f.parent().isEmpty() && f.virtual().isEmpty()) {
                onRoot.computeIfAbsent(f.place().rootBus(), k -> new ArrayList<>())
                        .add(f);
            }
        }
        for (HostBridge hostBridge : topology.hostBridges(segment)) {
            List<Part> functions = new ArrayList<>();
            for (PciFunction f : onRoot.getOrDefault(hostBridge.rootBus(), List.of())) {
                functions.add(part(f, null));
            }
            functions.sort(Comparator.comparing(p -> p.devfn));
            roots.add(new Root(hostBridge, functions));
        }
        descend();
        inferUnknown();
    }

    /** Level by level: nesting may be deeper than the stack. */
    private void descend() {
        roots.forEach(r -> parts.addAll(r.functions()));
        for (int i = 0; i < parts.size(); i++) {
            Part above = parts.get(i);
            if (above.bridge() && above.known.isPresent()) {
                addBelow(above, above.known.get());
            }
            parts.addAll(above.below);
        }
    }

    private void addBelow(Part above, PciFunction bridge) {
        boolean deviceZeroOnly = Boolean.FALSE.equals(wishes.ari().get(bridge.address()))
                && bridge.role().downstreamPort();
        for (PciFunction f : topology.below(bridge)) {
            boolean seen = !deviceZeroOnly || f.address().rid().device() == 0;
            if (f.virtual().isEmpty() && seen) {
                above.below.add(part(f, above));
            }
        }
        PluggedCard card = wishes.cards().get(bridge.address());
        if (card != null && above.below.isEmpty()) {
            PluggedParts.add(card, above);
        }
        above.below.sort(Comparator.comparing(p -> p.devfn));
    }

    private Part part(PciFunction f, Part above) {
        Part part = new Part(Optional.of(f), kind(f), f.address().rid().devfn(), above);
        byAddress.put(f.address(), part);
        if (part.bridge()) {
            part.hotplug = hotplug(topology, f);
            part.fixed = Views.eaFixedBuses(f.config(), f.capabilities()).map(ea -> ea.range());
            f.bridge().ifPresent(b -> {
                part.primaryKnown = b.primary().isPresent();
                part.primary = b.primary().orElse(0);
                part.secondary = b.secondary() & 0xff;
                part.subordinate = b.subordinate() & 0xff;
                part.now = Optional.of(part.registers());
            });
        }
        part.vfs = f.sriov().map(Machine::registers).orElse(IovRegisters.NONE);
        part.sdis = f.siov()
                .flatMap(s -> s.sdis())
                .map(r -> new IovRegisters(r.count(), r.count(), r.offset(), r.stride()))
                .orElse(IovRegisters.NONE);
        SdiWish wish = wishes.sdis().get(f.address());
        if (wish != null) {
            part.sdis = wished(part.sdis, wish);
        }
        return part;
    }

    /** What the device has where that covers the wish, else a capability with what the wish says. */
    static IovRegisters wished(IovRegisters own, SdiWish wish) {
        boolean covered = wish.offset().isEmpty() && wish.stride().isEmpty() && wish.total() <= own.total();
        int offset = wish.offset().orElse(own.usable() ? own.offset() : 1);
        int stride = wish.stride().orElse(own.usable() ? own.stride() : 1);
        return covered ? own : new IovRegisters(wish.total(), wish.total(), offset, stride);
    }

    private static IovRegisters registers(SrIov s) {
        return s.possible()
                .map(r -> new IovRegisters(
                        s.capability().map(c -> c.initialVfs()).orElse(r.count()), r.count(), r.offset(), r.stride()))
                .orElse(IovRegisters.NONE);
    }

    private static Part.Kind kind(PciFunction f) {
        if (f.role() == Role.CARDBUS_BRIDGE) {
            return Part.Kind.CARDBUS;
        }
        return f.role().bridge() || f.bridge().isPresent() ? Part.Kind.BRIDGE : Part.Kind.DEVICE;
    }

    /** Slot Capabilities bit 6; where nobody could read it, what the system says of the slot. */
    static boolean hotplug(Topology topology, PciFunction f) {
        return f.express()
                .capability()
                .map(e -> e.slot().filter(PciExpress.SlotRegisters::hotplug).isPresent())
                .orElseGet(() ->
                        topology.slotBelow(f.address()).filter(Slot::hotplug).isPresent());
    }

    /** A bridge whose registers the source does not tell is taken for one with the numbers seen below it. */
    private void inferUnknown() {
        Map<Part, Integer> highest = new HashMap<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            boolean unknown = part.bridge() && part.now.isEmpty() && part.known.isPresent();
            if (unknown && !part.below.isEmpty() && part.below.get(0).known.isPresent()) {
                part.secondary = part.below.get(0).known.get().address().bus();
                part.subordinate = Math.max(part.secondary, highest.getOrDefault(part, 0));
                log.add(
                        PlanEvent.Id.BUS_NUMBERS_UNKNOWN,
                        part.subject(),
                        "The source does not tell its bus numbers; " + part.registers()
                                + " was taken from what is seen below it",
                        "");
            }
            if (part.above != null && part.known.isPresent()) {
                int own = Math.max(part.known.get().address().bus(), part.subordinate);
                highest.merge(part.above, own, Math::max);
            }
        }
    }
}
