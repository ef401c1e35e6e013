package ridscope.desktop.outline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * Makes the tree: segment, host bridge, bridges and functions; VFs below their PF. The rows ask it for what is below them; it
 * alone holds the host, so that it can let go of it.
 */
final class OutlineBuilder {

    /** A host with more functions than this starts with its root buses closed. */
    private static final int OPEN_LIMIT = 1500;

    private final boolean small;
    /** Empty when nobody wants these rows any more. */
    private volatile Optional<Host> host;

    /** A host and what is said of it. */
    private record Host(Document document, OutlineWords words) {

        Topology topology() {
            return document.topology();
        }

        /** A VF stands below its PF, where that is known, instead of beside it. */
        boolean standsAlone(PciFunction function) {
            return function.virtual()
                    .flatMap(v -> document.function(v.physicalFunction()))
                    .isEmpty();
        }

        /** A function on a bus that no host bridge and no bridge decodes. */
        boolean orphan(PciFunction f) {
            return f.parent().isEmpty() && topology().hostBridgeOf(f).isEmpty() && standsAlone(f);
        }
    }

    OutlineBuilder(Document document) {
        small = document.topology().functions().size() <= OPEN_LIMIT;
        host = Optional.of(new Host(document, new OutlineWords(document)));
    }

    /** All that is seen at first is made; what is below closed rows waits until somebody looks. */
    List<OutlineNode> build() {
        List<OutlineNode> roots = host.stream()
                .flatMap(h -> h.topology().segments().stream())
                .map(this::segment)
                .toList();
        roots.forEach(OutlineNode::makeOpen);
        return roots;
    }

    /**
     * Lets go of the host. Cells of a table that is not in sight keep the rows they showed last, for as long as it is not, and
     * would keep the whole host with them.
     */
    void forget() {
        host = Optional.empty();
    }

    private OutlineNode segment(Segment segment) {
        Target target = new Target.OfBuses(segment, BusRange.ALL);
        OutlineRow row = OutlineRow.plain(segment.toString(), Messages.text("outline.segment"), "", target);
        return new OutlineNode(
                target, true, () -> row, () -> host.map(h -> below(h, segment)).orElse(List.of()));
    }

    private List<OutlineNode> below(Host h, Segment segment) {
        Stream<OutlineNode> bridges = h.topology().hostBridges(segment).stream().map(bridge -> hostBridge(h, bridge));
        Stream<OutlineNode> orphans =
                h.topology().functions(segment).stream().filter(h::orphan).map(this::function);
        return Stream.concat(bridges, orphans).toList();
    }

    private OutlineNode hostBridge(Host h, HostBridge bridge) {
        Target target = new Target.OfBuses(bridge.segment(), bridge.buses());
        OutlineRow row = OutlineRow.plain(
                String.format("%02x", bridge.rootBus()),
                h.words().hostBridge(bridge),
                bridge.buses().toString(),
                target);
        return new OutlineNode(
                target,
                small,
                () -> row,
                () -> host.map(now -> below(now, bridge)).orElse(List.of()));
    }

    private List<OutlineNode> below(Host h, HostBridge bridge) {
        return h.topology().onRootBus(bridge).stream()
                .filter(h::standsAlone)
                .map(this::function)
                .toList();
    }

    private OutlineNode function(PciFunction function) {
        FunctionAddress address = function.address();
        Target target = new Target.OfFunction(address);
        return new OutlineNode(
                target,
                small && function.role().bridge(),
                () -> host.flatMap(h -> h.document().function(address).map(h.words()::row))
                        .orElseGet(() -> OutlineRow.plain(address.rid().toString(), "", "", target)),
                () -> host.flatMap(h -> h.document().function(address).map(f -> below(h, f)))
                        .orElse(List.of()));
    }

    private List<OutlineNode> below(Host h, PciFunction function) {
        return Stream.concat(
                        h.topology().virtualFunctionsOf(function).stream(),
                        h.topology().below(function).stream().filter(h::standsAlone))
                .map(this::function)
                .toList();
    }
}
