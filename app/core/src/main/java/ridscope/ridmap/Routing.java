package ridscope.ridmap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.BusRouting.State;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Follows a bus number from the root down, as a completion would be routed: by the ranges in the registers alone. */
final class Routing {

    private final List<HostBridge> hostBridges;
    private final Map<FunctionAddress, List<Bridge>> below = new HashMap<>();
    private final List<Bridge> top = new ArrayList<>();
    private final BitSet inhabited;
    private final boolean rangesUnknown;

    private record Bridge(FunctionAddress address, int rootBus, BusRange range) {}

    /** @param inhabited buses with functions or enabled VFs on them */
    Routing(Topology topology, Segment segment, BitSet inhabited) {
        this.inhabited = inhabited;
        hostBridges = topology.hostBridges(segment);
        rangesUnknown = topology.rangesUnknown(segment);
        for (PciFunction f : topology.functions(segment)) {
            Optional<BusRange> range = f.bridge().flatMap(b -> b.range());
            if (range.isPresent()) {
                Bridge bridge = new Bridge(f.address(), f.place().rootBus(), range.get());
                f.parent()
                        .map(p -> below.computeIfAbsent(p, k -> new ArrayList<>()))
                        .orElse(top)
                        .add(bridge);
            }
        }
    }

    List<BusRouting> buses() {
        List<BusRouting> buses = new ArrayList<>(256);
        for (int bus = 0; bus < 256; bus++) {
            buses.add(route(bus));
        }
        return List.copyOf(buses);
    }

    private BusRouting route(int bus) {
        Optional<HostBridge> host = hostBridges.stream()
                .filter(h -> h.buses().contains(bus))
                .max(Comparator.comparing(HostBridge::rootBus));
        boolean root = host.filter(h -> h.rootBus() == bus).isPresent();
        List<FunctionAddress> chain = root ? List.of() : chain(bus, host);
        return new BusRouting(bus, state(bus, root, host.isPresent(), !chain.isEmpty()), host, chain);
    }

    private State state(int bus, boolean root, boolean inWindow, boolean forwarded) {
        if (root || inhabited.get(bus)) {
            return State.USED;
        }
        if (forwarded) {
            return State.RESERVED;
        }
        if (rangesUnknown) {
            return State.UNKNOWN;
        }
        return inWindow ? State.FREE : State.UNROUTED;
    }

    private List<FunctionAddress> chain(int bus, Optional<HostBridge> host) {
        List<FunctionAddress> chain = new ArrayList<>();
        List<Bridge> level = host.isEmpty()
                ? top
                : top.stream().filter(b -> b.rootBus == host.get().rootBus()).toList();
        Optional<Bridge> next = forwarding(level, bus);
        while (next.isPresent()) {
            chain.add(next.get().address);
            next = next.get().range.first() == bus
                    ? Optional.empty()
                    : forwarding(below.getOrDefault(next.get().address, List.of()), bus);
        }
        return chain;
    }

    /** Of several, the one whose secondary bus it is. */
    private static Optional<Bridge> forwarding(List<Bridge> bridges, int bus) {
        return bridges.stream()
                .filter(b -> b.range.contains(bus))
                .min(Comparator.comparing((Bridge b) -> b.range.first() != bus).thenComparing(Bridge::address));
    }
}
