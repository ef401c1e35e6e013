package ridscope.ridmap;

import java.util.List;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.topology.Topology;

/** The 65,536 Routing IDs of one segment. Immutable; kept as intervals and strided sets, not as 65,536 objects. */
public final class RidMap {

    private RidMap() {}

    public static RidMap of(Topology topology, Segment segment) {
        throw new UnsupportedOperationException();
    }

    public Segment segment() {
        throw new UnsupportedOperationException();
    }

    /** All claims on one ID. */
    public List<Claim> claimsAt(RoutingId rid) {
        throw new UnsupportedOperationException();
    }

    /** Routing of each bus, 256 entries. */
    public List<BusRouting> buses() {
        throw new UnsupportedOperationException();
    }

    public BusRouting bus(int number) {
        throw new UnsupportedOperationException();
    }

    /** One entry per PF and kind, by owner. */
    public List<IovPlacement> placements() {
        throw new UnsupportedOperationException();
    }

    /** IDs with more than one owner, ascending. */
    public List<Conflict> conflicts() {
        throw new UnsupportedOperationException();
    }

    /** Who owns it and why. */
    public RidAnswer who(RoutingId rid) {
        throw new UnsupportedOperationException();
    }

    /** IDs that at least one existing function or enabled VF claims. */
    public int usedCount() {
        throw new UnsupportedOperationException();
    }
}
