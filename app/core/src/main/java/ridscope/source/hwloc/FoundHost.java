package ridscope.source.hwloc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.source.Limits;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** Gathers what one topology tells, and decides at its end what of that may be believed. */
final class FoundHost {

    private static final int HOST_BRIDGE_CLASS = 0x0600;
    private static final int SMALLEST_COMPLETE = 3;

    private final Map<String, String> infos = new HashMap<>();
    private final NavigableMap<Integer, Optional<String>> numaNodes = new TreeMap<>();
    private final NavigableMap<FunctionAddress, PciObject> functions = new TreeMap<>();
    private final List<RootBus> rootBuses = new ArrayList<>();
    private final Gaps gaps = new Gaps();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void info(String name, String value) {
        if (!value.isEmpty() && infos.size() < Limits.LIST) {
            infos.putIfAbsent(name, value);
        }
    }

    void numaNode(Optional<String> number, Optional<String> cpus) {
        OptionalInt node = number.map(Numbers::decimal).orElse(OptionalInt.empty());
        if (node.orElse(-1) >= 0 && numaNodes.size() < Limits.LIST) {
            numaNodes.putIfAbsent(node.getAsInt(), cpus.flatMap(Bitmap::parse).map(Bitmap::list));
        }
    }

    void hostBridge(BusSpan below, OptionalInt node) {
        if (rootBuses.size() < Limits.LIST) {
            rootBuses.add(new RootBus(below.segment(), below.secondary(), OptionalInt.empty(), node));
        }
    }

    void unaddressed() {
        gaps.unaddressed();
    }

    /** @param above the bridge it is nested in; hwloc leaves out bridges on request, so it need not be the one directly above */
    void function(PciObject function, Optional<TopologyHandler.Bridge> above) {
        if (functions.size() >= Limits.FUNCTIONS) {
            return;
        }
        if (functions.putIfAbsent(function.address(), function) != null) {
            diagnostics.add(Diagnostic.of(
                    "DUPLICATE_RID", function.address(), "The topology has it more than once; the first one counts"));
            return;
        }
        if (above.isEmpty()) {
            gaps.withoutBridge(function.address());
        } else if (above.get().below().leadsTo(function.address())) {
            function.parent(Optional.of(new OsFacts.Parent(above.get().function())));
        } else {
            gaps.behind(function.address(), above.get());
        }
    }

    /** Everything found, with what it does not tell said in words. */
    HostSnapshot snapshot(String kind, Optional<Diagnostic> damage) {
        Map<Bus, RootBus> roots = roots();
        functions.values().forEach(f -> settle(f, roots.keySet()));
        diagnostics.addAll(gaps.diagnostics());
        if (listsImportantOnly()) {
            diagnostics.add(Diagnostic.of(
                    "SOURCE_FILTERED",
                    "Every function listed is of a kind that hwloc calls important, so it was probably asked for those only"
                            + " and others exist; `lstopo --whole-io` lists all"));
        }
        damage.ifPresent(diagnostics::add);
        List<NumaNode> nodes = new ArrayList<>();
        numaNodes.forEach((node, cpus) -> nodes.add(new NumaNode(node, cpus)));
        return new HostSnapshot(
                provenance(kind),
                List.copyOf(roots.values()),
                functions.values().stream().map(PciObject::record).toList(),
                List.of(),
                List.of(),
                nodes,
                diagnostics);
    }

    private record Bus(Segment segment, int bus) {
        static Bus of(FunctionAddress function) {
            return new Bus(function.segment(), function.bus());
        }
    }

    /**
     * What stands behind a bridge whose buses hwloc did not read (CardBus, or no configuration space) gets a host bridge of its
     * own in the file. Where there is such a bridge, only bus 0 and buses with a host bridge function are surely root buses.
     */
    private Map<Bus, RootBus> roots() {
        Set<Segment> unread = new HashSet<>();
        Set<Bus> proved = new HashSet<>();
        for (PciObject function : functions.values()) {
            if (function.bridgeWithoutBuses()) {
                unread.add(function.address().segment());
            }
            if (function.shortClass().equals(OptionalInt.of(HOST_BRIDGE_CLASS))) {
                proved.add(Bus.of(function.address()));
            }
        }
        Map<Bus, RootBus> roots = new LinkedHashMap<>();
        for (RootBus root : rootBuses) {
            Bus bus = new Bus(root.segment(), root.bus());
            if (root.bus() == 0 || proved.contains(bus) || !unread.contains(root.segment())) {
                roots.putIfAbsent(bus, new RootBus(root.segment(), root.bus(), root.end(), listed(root.numaNode())));
            }
        }
        return roots;
    }

    /** A node set without node objects is the one that hwloc gives a machine without NUMA. */
    private OptionalInt listed(OptionalInt node) {
        return node.isPresent() && numaNodes.containsKey(node.getAsInt()) ? node : OptionalInt.empty();
    }

    private void settle(PciObject function, Set<Bus> roots) {
        function.numaNode(listed(function.numaNode()));
        if (function.parent().equals(Optional.of(OsFacts.Parent.ROOT)) && !roots.contains(Bus.of(function.address()))) {
            function.parent(Optional.empty());
        }
    }

    private boolean listsImportantOnly() {
        return functions.size() >= SMALLEST_COMPLETE
                && functions.values().stream().noneMatch(PciObject::unimportant);
    }

    private Provenance provenance(String kind) {
        return new Provenance(
                kind,
                Optional.ofNullable(infos.get("HostName")),
                Optional.ofNullable(infos.get("OSRelease")),
                Optional.empty(),
                Optional.ofNullable(infos.get("hwlocVersion")).map(version -> "hwloc " + version),
                Optional.empty(),
                false);
    }
}
