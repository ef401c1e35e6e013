package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Decides what is shown: panels, hosts, their rows. */
final class TreeBuilder {

    private record PanelKey(Segment segment, OptionalInt numa) {}

    private static final String DECODED_BY_NOBODY = "decoded by nobody";
    private static final String ABOVE_EACH_OTHER = "above each other";

    private final Topology topology;
    private final BlockBuilder blocks;

    TreeBuilder(Topology topology, BlockBuilder blocks) {
        this.topology = topology;
        this.blocks = blocks;
    }

    /** Panels by segment and first root bus, the buses nobody decodes last. */
    List<Tree.Panel> build() {
        Map<FunctionAddress, List<PciFunction>> roots = roots();
        Map<PanelKey, List<Tree.Host>> panels = new LinkedHashMap<>();
        for (HostBridge bridge : topology.hostBridges()) {
            List<PciFunction> onBus = roots.remove(root(bridge.segment(), bridge.rootBus()));
            panels.computeIfAbsent(new PanelKey(bridge.segment(), bridge.numaNode()), k -> new ArrayList<>())
                    .add(host(bridge, onBus == null ? List.of() : onBus));
        }
        List<Tree.Panel> all = new ArrayList<>();
        panels.forEach((key, hosts) -> all.add(panel(key, hosts)));
        stranded(roots).ifPresent(all::add);
        return all;
    }

    /** Functions without a bridge above, by segment and root bus. */
    private Map<FunctionAddress, List<PciFunction>> roots() {
        Map<FunctionAddress, List<PciFunction>> roots = new TreeMap<>();
        for (PciFunction f : topology.functions()) {
            boolean top = f.parent().flatMap(topology::function).isEmpty();
            if (top && !blocks.standsInStack(f)) {
                int bus =
                        f.parent().isEmpty() ? f.place().rootBus() : f.address().bus();
                roots.computeIfAbsent(root(f.address().segment(), bus), k -> new ArrayList<>())
                        .add(f);
            }
        }
        return roots;
    }

    private static FunctionAddress root(Segment segment, int bus) {
        return new FunctionAddress(segment, RoutingId.of(bus, 0));
    }

    private Tree.Panel panel(PanelKey key, List<Tree.Host> hosts) {
        String segment = Hex.segment(key.segment());
        String node = node(key);
        boolean alone = topology.segments().size() == 1;
        String title = node.isEmpty() ? "Segment " + segment : alone ? node : "Segment " + segment + " · " + node;
        String suffix = key.numa().isPresent() ? "-numa" + key.numa().getAsInt() : "";
        return new Tree.Panel(new MarkId("panel-" + segment + suffix), title, "", hosts);
    }

    /** Empty where the segment knows no nodes at all; that one bridge's node is unknown is worth saying beside others. */
    private String node(PanelKey key) {
        if (key.numa().isPresent()) {
            return "NUMA node " + key.numa().getAsInt();
        }
        boolean others = topology.hostBridges(key.segment()).stream()
                .anyMatch(h -> h.numaNode().isPresent());
        return others ? "NUMA node unknown" : "";
    }

    private Optional<String> amongSeveral(Segment segment) {
        return topology.segments().size() > 1 ? Optional.of(Hex.segment(segment)) : Optional.empty();
    }

    private Tree.Host host(HostBridge bridge, List<PciFunction> functions) {
        Optional<Tree.FunctionCard> own = blocks.own(bridge.rootBus(), functions);
        List<PciFunction> others = functions.stream()
                .filter(f -> own.filter(o -> o.function().equals(f)).isEmpty())
                .toList();
        Target target = new Target.OfBuses(bridge.segment(), bridge.buses());
        Optional<Tree.Block> closed = blocks.folded(target, () -> others, Optional.empty());
        return new Tree.Host(
                Hex.id("host", bridge.segment(), bridge.rootBus()),
                amongSeveral(bridge.segment()),
                "Host bridge " + Hex.bus(bridge.rootBus()),
                Captions.hostLines(bridge),
                target,
                Captions.hostTitle(bridge),
                true,
                own,
                closed.<List<Tree.Row>>map(block -> List.of(new Tree.PortRow(block)))
                        .orElseGet(() -> rows(bridge.segment(), bridge.rootBus(), others)),
                blocks.several(others) ? Optional.of(closed.isPresent()) : Optional.empty());
    }

    private List<Tree.Row> rows(Segment segment, int bus, List<PciFunction> functions) {
        List<Tree.Row> rows = blocks.onRootBus(functions);
        List<Tree.Card> chips = blocks.chips(functions);
        if (!chips.isEmpty()) {
            rows.add(new Tree.GridRow(Hex.id("root-functions", segment, bus), chips));
        }
        return rows;
    }

    /** Buses that no host bridge decodes, and what a broken tree never reaches. */
    private Optional<Tree.Panel> stranded(Map<FunctionAddress, List<PciFunction>> roots) {
        List<Tree.Host> hosts = new ArrayList<>();
        roots.forEach((bus, functions) ->
                hosts.add(strandedBus(bus, stranded(bus.segment()), rows(bus.segment(), bus.bus(), functions))));
        Map<FunctionAddress, List<Tree.Card>> lost = new TreeMap<>();
        for (PciFunction f : unreached()) {
            lost.computeIfAbsent(root(f.address().segment(), f.address().bus()), k -> new ArrayList<>())
                    .add(blocks.card(f));
        }
        lost.forEach((bus, cards) -> hosts.add(strandedBus(
                bus,
                ABOVE_EACH_OTHER,
                List.of(new Tree.GridRow(Hex.id("lost-functions", bus.segment(), bus.bus()), cards)))));
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        boolean unknown = topology.segments().stream().anyMatch(topology::rangesUnknown);
        return Optional.of(new Tree.Panel(
                new MarkId("panel-undecoded"),
                unknown ? "Place not known" : "No host bridge",
                unknown
                        ? "the source does not tell which bridges lead to these buses"
                        : "nobody forwards requests to these buses",
                hosts));
    }

    private String stranded(Segment segment) {
        return topology.rangesUnknown(segment) ? "way to it not known" : DECODED_BY_NOBODY;
    }

    private Tree.Host strandedBus(FunctionAddress bus, String why, List<Tree.Row> rows) {
        String segment = topology.segments().size() == 1 ? "" : Hex.segment(bus.segment()) + ":";
        String kind = why.equals(ABOVE_EACH_OTHER) ? "lost" : "undecoded";
        return new Tree.Host(
                Hex.id(kind, bus.segment(), bus.bus()),
                amongSeveral(bus.segment()),
                "Bus " + segment + Hex.bus(bus.bus()),
                List.of(why),
                new Target.OfBuses(bus.segment(), new BusRange(bus.bus(), bus.bus())),
                "bus " + Hex.segment(bus.segment()) + ":" + Hex.bus(bus.bus()) + " · " + why,
                false,
                Optional.empty(),
                rows,
                Optional.empty());
    }

    /** A cycle of bridges has no root; its functions are shown all the same. */
    private List<PciFunction> unreached() {
        return topology.functions().stream()
                .filter(f -> !blocks.reached(f) && !blocks.standsInStack(f))
                .toList();
    }
}
