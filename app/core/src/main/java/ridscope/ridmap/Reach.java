package ridscope.ridmap;

import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * The buses that are routed to a PF.
 *
 * @param port the bridge above it; empty on a root bus
 * @param buses secondary to subordinate of that bridge, or the root window
 * @param assumed whether the root window is a guess, or whether nothing but a guess puts the PF on that root bus
 */
public record Reach(Optional<FunctionAddress> port, BusRange buses, boolean assumed) {

    /** Empty when nobody is known to decode the PF's bus. */
    static Optional<Reach> of(Topology topology, PciFunction pf) {
        return pf.parent().isPresent()
                ? pf.parent()
                        .flatMap(topology::function)
                        .flatMap(PciFunction::bridge)
                        .flatMap(b -> b.range())
                        .map(buses -> new Reach(pf.parent(), buses, false))
                : topology.hostBridgeOf(pf).map(root -> new Reach(Optional.empty(), root.buses(), assumed(root, pf)));
    }

    private static boolean assumed(HostBridge root, PciFunction pf) {
        return root.endAssumed() || root.invented() || pf.address().bus() != root.rootBus();
    }
}
