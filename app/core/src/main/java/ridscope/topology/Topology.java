package ridscope.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import ridscope.host.NumaNode;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.text.Diagnostic;

/**
 * A host as an immutable tree. Children are in address order; VFs are children of the bridge above their PF. Any thread may
 * read it. Made by {@link ridscope.enumerate.Enumerator}.
 */
public final class Topology {

    private static final Set<Role> ON_ROOT_BUS = Set.of(Role.HOST_BRIDGE, Role.ROOT_PORT, Role.RCIEP, Role.RCEC);

    private final Provenance provenance;
    private final List<HostBridge> hostBridges;
    private final NavigableMap<FunctionAddress, PciFunction> functions;
    private final List<Switch> switches;
    private final Map<FunctionAddress, Link> linksByDevice;
    private final List<Slot> slots;
    private final Map<FunctionAddress, Slot> slotsByPort = new HashMap<>();
    private final List<NumaNode> numaNodes;
    private final List<LogNote> logNotes;
    private final List<Diagnostic> diagnostics;
    private final Map<FunctionAddress, List<PciFunction>> children = new HashMap<>();
    private final Map<FunctionAddress, List<PciFunction>> virtualFunctions = new HashMap<>();
    private final List<Segment> segments;
    private final boolean driversTold;

    Topology(TopologyBuilder builder) {
        provenance = builder.provenance;
        hostBridges = List.copyOf(builder.hostBridges);
        functions = Collections.unmodifiableNavigableMap(new TreeMap<>(builder.functions));
        switches = List.copyOf(builder.switches);
        linksByDevice = Map.copyOf(builder.links);
        slots = List.copyOf(builder.slots);
        slots.forEach(slot -> slot.port().ifPresent(port -> slotsByPort.put(port, slot)));
        numaNodes = List.copyOf(builder.numaNodes);
        logNotes = List.copyOf(builder.logNotes);
        diagnostics = List.copyOf(builder.diagnostics);
        SortedSet<Segment> seen = new TreeSet<>();
        hostBridges.forEach(h -> seen.add(h.segment()));
        for (PciFunction f : functions.values()) {
            seen.add(f.address().segment());
            f.parent()
                    .ifPresent(p ->
                            children.computeIfAbsent(p, k -> new ArrayList<>()).add(f));
            f.virtual()
                    .ifPresent(v -> virtualFunctions
                            .computeIfAbsent(v.physicalFunction(), k -> new ArrayList<>())
                            .add(f));
        }
        segments = List.copyOf(seen);
        driversTold = functions.values().stream().anyMatch(f -> f.driver().isPresent());
    }

    /** Where it comes from. */
    public Provenance provenance() {
        return provenance;
    }

    /** Whether the source tells drivers: it tells that of one function at least. Then a function without one has none. */
    public boolean driversTold() {
        return driversTold;
    }

    /** All segments, ascending. */
    public List<Segment> segments() {
        return segments;
    }

    /** All host bridges by segment and root bus. */
    public List<HostBridge> hostBridges() {
        return hostBridges;
    }

    /** Host bridges of one segment. */
    public List<HostBridge> hostBridges(Segment segment) {
        return hostBridges.stream().filter(h -> h.segment().equals(segment)).toList();
    }

    /** The host bridge above a function; empty when nobody decodes its bus. */
    public Optional<HostBridge> hostBridgeOf(PciFunction function) {
        return hostBridges.stream()
                .filter(h -> h.segment().equals(function.address().segment())
                        && h.rootBus() == function.place().rootBus())
                .findFirst();
    }

    /**
     * Whether a function stands below a bridge that the source does not have, as in a dump of a few functions only: it sits
     * on a bus that nothing leads to, nothing names a root bus, and nothing on it belongs on one.
     */
    public boolean parentMissing(PciFunction function) {
        if (function.parent().isPresent() || ON_ROOT_BUS.contains(function.role())) {
            return false;
        }
        Optional<HostBridge> host = hostBridgeOf(function);
        return host.isEmpty()
                || host.get().invented()
                        && host.get().rootBus() > 0
                        && onRootBus(host.get()).stream().noneMatch(f -> ON_ROOT_BUS.contains(f.role()));
    }

    /**
     * Whether the source does not tell the buses of every bridge of a segment, as a listing of a line per function does not.
     * Then nothing follows from a bus that no known range has in it.
     */
    public boolean rangesUnknown(Segment segment) {
        return functions(segment).stream()
                .anyMatch(f -> f.role().bridge() && f.bridge().isEmpty());
    }

    /** All functions in address order. */
    public Collection<PciFunction> functions() {
        return functions.values();
    }

    /** The functions of one segment in address order. */
    public Collection<PciFunction> functions(Segment segment) {
        return functions
                .subMap(
                        new FunctionAddress(segment, new RoutingId(0)),
                        true,
                        new FunctionAddress(segment, new RoutingId(RoutingId.COUNT - 1)),
                        true)
                .values();
    }

    /** All functions by address. */
    public NavigableMap<FunctionAddress, PciFunction> byAddress() {
        return functions;
    }

    /** One function. */
    public Optional<PciFunction> function(FunctionAddress address) {
        return Optional.ofNullable(functions.get(address));
    }

    /** Functions directly on the root bus of a host bridge. */
    public List<PciFunction> onRootBus(HostBridge hostBridge) {
        return functions(hostBridge.segment()).stream()
                .filter(f -> f.parent().isEmpty() && f.place().rootBus() == hostBridge.rootBus())
                .toList();
    }

    /** Functions directly below a bridge, VFs included, in address order. */
    public List<PciFunction> below(PciFunction bridge) {
        return Collections.unmodifiableList(children.getOrDefault(bridge.address(), List.of()));
    }

    /** Existing VFs of a PF in address order. */
    public List<PciFunction> virtualFunctionsOf(PciFunction pf) {
        return Collections.unmodifiableList(virtualFunctions.getOrDefault(pf.address(), List.of()));
    }

    /** Bridges above a function, the nearest first. */
    public List<PciFunction> pathToRoot(PciFunction function) {
        List<PciFunction> path = new ArrayList<>();
        Optional<PciFunction> up = function.parent().flatMap(this::function);
        while (up.isPresent() && !path.contains(up.get())) {
            path.add(up.get());
            up = up.get().parent().flatMap(this::function);
        }
        return path;
    }

    /** All switches by upstream port. */
    public List<Switch> switches() {
        return switches;
    }

    /** All links by device address. */
    public List<Link> links() {
        return linksByDevice.values().stream()
                .sorted((a, b) -> a.device().compareTo(b.device()))
                .toList();
    }

    /** The link above a device, keyed by its function 0 (or the lowest function found). */
    public Optional<Link> linkAbove(FunctionAddress device) {
        return Optional.ofNullable(linksByDevice.get(device));
    }

    /** All slots: those below ports by the port's address, conventional ones, and those of which only the system knows. */
    public List<Slot> slots() {
        return slots;
    }

    /** All NUMA nodes the source lists, ascending. */
    public List<NumaNode> numaNodes() {
        return numaNodes;
    }

    /** The slot that a port's registers describe, also when nothing is plugged into it. */
    public Optional<Slot> slotBelow(FunctionAddress port) {
        return Optional.ofNullable(slotsByPort.get(port));
    }

    /** The slot that a function sits in, or else the one that it is the port of. */
    public Optional<Slot> slotOf(PciFunction function) {
        return function.place().slot().or(() -> slotBelow(function.address()));
    }

    /**
     * The function whose Routing ID the IOMMU sees in DMA from a segment above 0xFFFF: the VMD endpoint that made the segment
     * (Linux {@code pci_real_dma_dev}). Empty for other segments, and where it is not clear which endpoint that is.
     */
    public Optional<FunctionAddress> dmaRequesterOf(Segment segment) {
        return VmdEndpoints.above(segment) ? VmdEndpoints.only(functions.values()) : Optional.empty();
    }

    /**
     * Functions that may have VFs or SDIs nobody could read: no bridges and no VFs, and their extended capabilities, or the
     * registers of a capability that has them, are not in the snapshot. While there are any, the totals of VFs and SDIs are lower limits.
     */
    public List<PciFunction> unreadableTotals() {
        return functions.values().stream()
                .filter(f -> f.virtual().isEmpty() && !f.role().bridge())
                .filter(f -> f.vfsUnknown() || f.sdisUnknown())
                .toList();
    }

    /** What the boot log complains of, in the order of the log. */
    public List<LogNote> logNotes() {
        return logNotes;
    }

    /** What the boot log complains of about one function, in the order of the log. */
    public List<LogNote> logNotes(FunctionAddress function) {
        return logNotes.stream().filter(n -> n.subject().equals(function)).toList();
    }

    /** What was odd, from the source and from enumeration. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
