package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Role;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.Overlay;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What the wires below bridges say: the link, and the bus range where it matters. */
final class Wires {

    private final Topology topology;
    private final Map<Segment, RidMap> ridMaps;
    private final Stacks stacks;
    private final boolean allRanges;
    private final boolean health;

    Wires(PictureInput in, Stacks stacks) {
        topology = in.topology();
        ridMaps = in.ridMaps();
        this.stacks = stacks;
        allRanges = in.options().labels() == LabelPreset.FULL;
        health = in.options().topology().overlays().contains(Overlay.LINK_HEALTH);
    }

    /** The wire to the right of a bridge. One that says what is wrong with the link says nothing else. */
    Tree.Wiring below(PciFunction bridge, boolean empty) {
        if (empty) {
            return LinkWords.empty(bridge);
        }
        Tree.Wiring wiring = wiring(bridge);
        boolean trouble = wiring.role() == Role.CONFLICT || wiring.role() == Role.WARNING;
        Optional<BusRange> range = Captions.range(bridge).filter(r -> !trouble && worthSaying(bridge, r));
        return range.isEmpty()
                ? wiring
                : wiring.withRemark((range.get().size() == 1 ? "bus " : "buses ") + Hex.range(range.get()));
    }

    private Tree.Wiring wiring(PciFunction bridge) {
        if (!bridge.role().downstreamPort()) {
            String bus = bus(bridge);
            return bus.isEmpty() ? Tree.Wiring.PLAIN : new Tree.Wiring(bus, "", Role.LINK, Ink.PLAIN, 1.6, "");
        }
        return topology.below(bridge).stream()
                .flatMap(f -> topology.linkAbove(f.address()).stream())
                .findFirst()
                .map(link -> (health ? LinkWords.health(link) : LinkWords.of(link)).withDetail(LinkWords.detail(link)))
                .orElse(Tree.Wiring.PLAIN);
    }

    private static String bus(PciFunction bridge) {
        return switch (bridge.role()) {
            case CARDBUS_BRIDGE -> "CardBus";
            case UNKNOWN_BRIDGE -> "";
            default -> "PCI";
        };
    }

    /** What kind of bridge. */
    String kind(PciFunction bridge) {
        return switch (bridge.role()) {
            case CARDBUS_BRIDGE -> "CardBus";
            case PCIE_TO_PCI_BRIDGE -> "PCIe–PCI";
            case PCI_TO_PCIE_BRIDGE -> "PCI–PCIe";
            case DOWNSTREAM_PORT -> "downstream";
            case ROOT_PORT -> "root port";
            case UNKNOWN_BRIDGE -> "bridge";
            default -> "PCI–PCI";
        };
    }

    /** A range that is larger than what is used, or too small for somebody below. */
    private boolean worthSaying(PciFunction bridge, BusRange range) {
        return allRanges || reserves(bridge.address(), range) || overrun(bridge);
    }

    private boolean overrun(PciFunction bridge) {
        return topology.below(bridge).stream().anyMatch(stacks::outside);
    }

    private boolean reserves(FunctionAddress bridge, BusRange range) {
        RidMap map = ridMaps.get(bridge.segment());
        if (map == null) {
            return false;
        }
        for (int bus = range.first(); bus <= range.last(); bus++) {
            List<FunctionAddress> chain = new ArrayList<>(map.bus(bus).bridges());
            boolean mine = !chain.isEmpty() && chain.get(chain.size() - 1).equals(bridge);
            if (mine && map.bus(bus).state() == BusRouting.State.RESERVED) {
                return true;
            }
        }
        return false;
    }
}
