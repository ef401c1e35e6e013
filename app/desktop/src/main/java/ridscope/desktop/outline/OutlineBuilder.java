package ridscope.desktop.outline;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Makes the tree: segment, host bridge, bridges and functions; VFs below their PF. */
final class OutlineBuilder {

    /** A host with more functions than this starts with its root buses closed. */
    private static final int OPEN_LIMIT = 1500;

    private final Document document;
    private final Topology topology;
    private final OutlineWords words;
    private final boolean small;
    private final Map<Segment, List<PciFunction>> orphans;

    OutlineBuilder(Document document) {
        this.document = document;
        topology = document.topology();
        words = new OutlineWords(document);
        small = topology.functions().size() <= OPEN_LIMIT;
        orphans = topology.functions().stream()
                .filter(this::orphan)
                .collect(Collectors.groupingBy(f -> f.address().segment()));
    }

    /** All that is seen at first is made; what is below closed rows waits until somebody looks. */
    List<OutlineNode> build() {
        List<OutlineNode> roots =
                topology.segments().stream().map(this::segment).toList();
        roots.forEach(OutlineNode::makeOpen);
        return roots;
    }

    private OutlineNode segment(Segment segment) {
        OutlineRow row = OutlineRow.plain(
                segment.toString(), Messages.text("outline.segment"), "", new Target.OfBuses(segment, BusRange.ALL));
        return new OutlineNode(
                row,
                true,
                () -> Stream.concat(
                                topology.hostBridges(segment).stream().map(this::hostBridge),
                                orphans.getOrDefault(segment, List.of()).stream()
                                        .map(this::function))
                        .toList());
    }

    private OutlineNode hostBridge(HostBridge bridge) {
        OutlineRow row = OutlineRow.plain(
                String.format("%02x", bridge.rootBus()),
                words.hostBridge(bridge),
                bridge.buses().toString(),
                new Target.OfBuses(bridge.segment(), bridge.buses()));
        return new OutlineNode(
                row,
                small,
                () -> topology.onRootBus(bridge).stream()
                        .filter(this::standsAlone)
                        .map(this::function)
                        .toList());
    }

    private OutlineNode function(PciFunction function) {
        Supplier<List<OutlineNode>> below = () -> Stream.concat(
                        topology.virtualFunctionsOf(function).stream(),
                        topology.below(function).stream().filter(this::standsAlone))
                .map(this::function)
                .toList();
        boolean open = small && function.role().bridge();
        return new OutlineNode(words.row(function), open, below);
    }

    /** A VF stands below its PF, where that is known, instead of beside it. */
    private boolean standsAlone(PciFunction function) {
        return function.virtual()
                .flatMap(v -> document.function(v.physicalFunction()))
                .isEmpty();
    }

    /** A function on a bus that no host bridge and no bridge decodes. */
    private boolean orphan(PciFunction f) {
        return f.parent().isEmpty() && topology.hostBridgeOf(f).isEmpty() && standsAlone(f);
    }
}
