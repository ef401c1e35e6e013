package ridscope.plan;

import java.util.Optional;
import ridscope.config.SrIovCapability;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/**
 * The function that a PF's Function Dependency Link names (enumeration 4.5 check g; Linux {@code sriov_init},
 * {@code sriov_enable}).
 *
 * @param state what is there
 * @param target its address today; empty where the register was not readable
 */
record DependencyLink(State state, Optional<FunctionAddress> target) {

    /** What a link leads to. */
    enum State {
        /** The PF itself, or another PF. */
        FINE,
        NO_FUNCTION,
        NO_PF,
        UNKNOWN
    }

    private static final int EXTENDED = 0x100;

    static DependencyLink of(Topology topology, PciFunction pf) {
        Optional<SrIovCapability> capability = pf.sriov().flatMap(SrIov::capability);
        if (capability.isEmpty()) {
            return new DependencyLink(State.UNKNOWN, Optional.empty());
        }
        int own = pf.address().rid().devfn();
        int link = capability.get().dependencyLink();
        // Of a root-complex endpoint the register holds the function number alone.
        int devfn = pf.role() == Role.RCIEP ? own & 0xf8 | link & 7 : link;
        RoutingId rid = RoutingId.of(pf.address().bus(), devfn);
        FunctionAddress target = new FunctionAddress(pf.address().segment(), rid);
        return new DependencyLink(devfn == own ? State.FINE : state(topology.function(target)), Optional.of(target));
    }

    private static State state(Optional<PciFunction> target) {
        if (target.isEmpty()) {
            return State.NO_FUNCTION;
        }
        if (target.get().sriov().filter(s -> s.totalVfs() > 0).isPresent()) {
            return State.FINE;
        }
        return target.get().config().has(EXTENDED, 4) ? State.NO_PF : State.UNKNOWN;
    }
}
