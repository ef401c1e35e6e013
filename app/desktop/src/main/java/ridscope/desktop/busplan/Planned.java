package ridscope.desktop.busplan;

import java.util.Optional;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.VfLimits;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/**
 * A plan and what it is compared with.
 *
 * @param base the plan of the wishes it started from
 * @param plan the plan
 * @param limits the most VFs of the selected PF, if one is selected
 */
record Planned(BusPlan base, BusPlan plan, Optional<Limits> limits) {

    /** The most VFs of one PF. */
    record Limits(FunctionAddress pf, VfLimits vfs) {}

    /**
     * @param base the plan that it is compared with, made for the same topology
     */
    static Planned of(Topology topology, BusPlan base, Wishes wishes, Optional<FunctionAddress> pf) {
        Optional<Limits> limits = pf.flatMap(topology::function)
                .filter(f -> f.sriov().filter(s -> s.totalVfs() > 0).isPresent())
                .map(f -> new Limits(f.address(), VfLimits.of(topology, f, wishes)));
        return new Planned(base, BusPlanner.plan(topology, wishes), limits);
    }
}
