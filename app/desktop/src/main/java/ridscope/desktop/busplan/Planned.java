package ridscope.desktop.busplan;

import java.util.Optional;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.plan.VfLimits;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/**
 * All that answers a request, so that every part of the view changes at once and nothing is computed while it is drawn.
 *
 * @param request what was asked
 * @param result the plan and its tables
 * @param maps of the segment asked for
 * @param limits the most VFs of the selected PF, if one is selected
 * @param software what software could hand out below the selected port, if one is selected
 */
record Planned(
        PlanRequest request,
        PlanResult result,
        PlanMaps maps,
        Optional<Limits> limits,
        Optional<SoftwareShare> software) {

    /** The most VFs of one PF. */
    record Limits(FunctionAddress pf, VfLimits vfs) {}

    /**
     * Takes from an earlier answer what is the same again.
     *
     * @param apart how far apart columns of the maps stand where they are going to be shown
     */
    static Planned of(PlanRequest request, Optional<Planned> earlier, double apart, Feedback feedback) {
        PlanResult result = PlanResult.of(request, earlier.map(Planned::result), feedback);
        PlanMaps maps = earlier.filter(e -> e.result == result)
                .map(Planned::maps)
                .filter(m -> m.segment().equals(request.segment()))
                .orElseGet(() -> PlanMaps.of(request.document(), result.plan(), request.segment(), apart, feedback));
        return new Planned(
                request,
                result,
                maps,
                limits(request),
                request.port().flatMap(port -> SoftwareShare.below(maps, port)));
    }

    private static Optional<Limits> limits(PlanRequest request) {
        Topology topology = request.document().topology();
        return request.device()
                .flatMap(topology::function)
                .filter(f -> f.sriov().filter(s -> s.totalVfs() > 0).isPresent())
                .map(f -> new Limits(f.address(), VfLimits.of(topology, f, request.wishes())));
    }

    /** The plan. */
    BusPlan plan() {
        return result.plan();
    }
}
