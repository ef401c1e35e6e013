package ridscope.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.config.BridgeBuses;
import ridscope.names.DeviceNames;
import ridscope.report.graph.Edge;
import ridscope.report.graph.Graph;
import ridscope.report.graph.Group;
import ridscope.report.graph.Node;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.HostBridge;
import ridscope.topology.Link;
import ridscope.topology.PciFunction;
import ridscope.topology.Switch;
import ridscope.topology.Topology;

/**
 * A host as a graph: NUMA nodes, host bridges and switches are groups; root buses, ports, functions and empty slots are nodes, and
 * so are all VFs and all SDIs of one PF together.
 */
public final class HostGraph {

    /** How much nodes say. */
    public enum Labels {
        /** The address. */
        BDF,
        /** And a short name. */
        SHORT,
        /** And the whole name and the driver. */
        FULL
    }

    private final Topology topology;
    private final DeviceNames names;
    private final Labels labels;
    private final IovWords iov;
    private final Map<FunctionAddress, Switch> switchesByPort = new LinkedHashMap<>();
    private final Set<FunctionAddress> drawn = new HashSet<>();
    private final List<Edge> edges = new ArrayList<>();

    private HostGraph(Topology topology, Collection<IovPlacement> placements, DeviceNames names, Labels labels) {
        this.topology = topology;
        this.names = names;
        this.labels = labels;
        iov = new IovWords(topology, placements);
        topology.switches().forEach(s -> switchesByPort.put(s.upstreamPort(), s));
    }

    /** @param placements of all segments; what they lack is not told */
    public static Graph of(Topology topology, Collection<IovPlacement> placements, DeviceNames names, Labels labels) {
        return new HostGraph(topology, placements, names, labels).graph();
    }

    /** A group that still grows. */
    private record Frame(String id, String label, List<Node> nodes, List<Frame> frames) {
        private Frame(String id, String label) {
            this(id, label, new ArrayList<>(), new ArrayList<>());
        }

        private Frame inner(String innerId, String innerLabel) {
            Frame inner = new Frame(innerId, innerLabel);
            frames.add(inner);
            return inner;
        }

        private Group group() {
            return new Group(id, label, nodes, frames.stream().map(Frame::group).toList());
        }
    }

    private Graph graph() {
        List<Frame> frames = new ArrayList<>();
        Map<Integer, Frame> numa = new LinkedHashMap<>();
        for (HostBridge bridge : topology.hostBridges()) {
            Frame frame =
                    new Frame("hb_" + id(bridge.segment()) + "_" + Words.hex(bridge.rootBus(), 2), heading(bridge));
            if (bridge.numaNode().isPresent()) {
                int node = bridge.numaNode().getAsInt();
                Frame around = numa.get(node);
                if (around == null) {
                    around = new Frame("numa_" + id(node), "NUMA node " + node);
                    numa.put(node, around);
                    frames.add(around);
                }
                around.frames().add(frame);
            } else {
                frames.add(frame);
            }
            rootBus(bridge, frame);
        }
        topology.segments().forEach(segment -> undecoded(segment).ifPresent(frames::add));
        return new Graph(
                String.join(" · ", Summary.origin(topology.provenance())),
                frames.stream().map(Frame::group).toList(),
                edges);
    }

    private String heading(HostBridge bridge) {
        return "host bridge " + bridge.segment() + ":" + Words.hex(bridge.rootBus(), 2);
    }

    private void rootBus(HostBridge bridge, Frame frame) {
        String id = "bus_" + id(bridge.segment()) + "_" + Words.hex(bridge.rootBus(), 2);
        List<String> lines = List.of(
                "root bus " + Words.hex(bridge.rootBus(), 2),
                bridge.buses() + (bridge.endAssumed() ? ", end assumed" : ""));
        frame.nodes().add(new Node(id, Node.Kind.ROOT_BUS, lines));
        children(id, topology.onRootBus(bridge), frame, Optional.empty());
    }

    /** Functions that hang below no host bridge; also those that hang below themselves. */
    private Optional<Frame> undecoded(Segment segment) {
        List<PciFunction> left = topology.functions(segment).stream()
                .filter(f -> !drawn.contains(f.address()))
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Frame frame = new Frame("none_" + id(segment), "below no host bridge, segment " + segment);
        List<PciFunction> tops = left.stream()
                .filter(f -> f.parent().flatMap(topology::function).isEmpty())
                .toList();
        visible(tops).forEach(f -> function(f, frame, frame));
        visible(left).forEach(f -> function(f, frame, frame));
        return Optional.of(frame);
    }

    /** VFs of a known PF are told at their PF. */
    private List<PciFunction> visible(Collection<PciFunction> functions) {
        List<PciFunction> visible = new ArrayList<>();
        for (PciFunction function : functions) {
            boolean told = function.virtual()
                    .flatMap(v -> topology.function(v.physicalFunction()))
                    .isPresent();
            if (told) {
                drawn.add(function.address());
            } else {
                visible.add(function);
            }
        }
        return visible;
    }

    private void children(String above, List<PciFunction> functions, Frame frame, Optional<SwitchFrame> inside) {
        for (PciFunction function : visible(functions)) {
            boolean port =
                    inside.filter(s -> s.ports().contains(function.address())).isPresent();
            if (!drawn.contains(function.address())) {
                edges.add(edge(above, function));
                function(function, port ? inside.get().frame() : frame, frame);
            }
        }
    }

    private record SwitchFrame(Frame frame, Set<FunctionAddress> ports) {}

    /**
     * Adds a function and all below it, unless it is there.
     *
     * @param own where it stands
     * @param frame where what is below it stands
     */
    private void function(PciFunction function, Frame own, Frame frame) {
        if (!drawn.add(function.address())) {
            return;
        }
        String id = id(function.address());
        Optional<SwitchFrame> inside = Optional.ofNullable(switchesByPort.get(function.address()))
                .map(s -> new SwitchFrame(
                        own.inner("sw" + id.substring(2), switchName(function)), Set.copyOf(s.downstreamPorts())));
        Node.Kind kind = function.role().bridge() ? Node.Kind.PORT : Node.Kind.FUNCTION;
        inside.map(SwitchFrame::frame).orElse(own).nodes().add(new Node(id, kind, lines(function)));
        List<String> stacks = iov.lines(function);
        for (int i = 0; i < stacks.size(); i++) {
            owned(id, id + "_iov" + (i + 1), Node.Kind.STACK, stacks.get(i), frame);
        }
        List<PciFunction> below = topology.below(function);
        children(id, below, frame, inside);
        topology.slotBelow(function.address())
                .filter(slot -> below.isEmpty())
                .ifPresent(slot -> owned(
                        id,
                        id + "_slot",
                        Node.Kind.EMPTY_SLOT,
                        (slot.hotplug() ? "hot-plug slot " : "slot ") + slot.label() + ", nothing in it answers",
                        frame));
    }

    private String switchName(PciFunction upstreamPort) {
        boolean named = names.device(upstreamPort).isPresent();
        return named ? "switch " + names.shortName(upstreamPort) : "switch";
    }

    private void owned(String owner, String id, Node.Kind kind, String text, Frame frame) {
        frame.nodes().add(new Node(id, kind, List.of(text)));
        edges.add(new Edge(owner, id, Edge.Kind.OWNS, "", 0));
    }

    private Edge edge(String above, PciFunction function) {
        Optional<Link> link = topology.linkAbove(function.address());
        String words = link.flatMap(l -> LinkWords.above(topology, function)).orElse("");
        int lanes =
                link.flatMap(Link::present).map(end -> end.width().orElse(0)).orElse(0);
        return new Edge(above, id(function.address()), link.isPresent() ? Edge.Kind.LINK : Edge.Kind.BUS, words, lanes);
    }

    private List<String> lines(PciFunction function) {
        List<String> lines = new ArrayList<>();
        FunctionAddress address = function.address();
        String where = topology.segments().size() == 1 ? address.rid().toString() : address.toString();
        lines.add(where + function.bridge().map(HostGraph::buses).orElse(""));
        if (labels == Labels.BDF) {
            return lines;
        }
        if (function.role().bridge()) {
            lines.add(Words.role(function.role()));
        }
        if (labels == Labels.FULL) {
            lines.add(names.product(function));
            function.driver().ifPresent(driver -> lines.add("driver " + driver));
        } else if (!function.role().bridge()) {
            lines.add(names.shortName(function));
        }
        return lines;
    }

    private static String buses(BridgeBuses buses) {
        return " " + Words.buses(buses);
    }

    private static String id(Segment segment) {
        return segment.toString();
    }

    private static String id(int node) {
        return node < 0 ? "none" : Integer.toString(node);
    }

    private static String id(FunctionAddress address) {
        return "fn_" + address.toString().replace(':', '_').replace('.', '_');
    }
}
