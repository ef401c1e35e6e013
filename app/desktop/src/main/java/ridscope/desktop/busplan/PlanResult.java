package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Outlook;
import ridscope.plan.Wishes;
import ridscope.topology.Topology;

/** A plan beside the one it is compared with, and the tables of it. As long as nothing of it changes it is the same object. */
final class PlanResult {

    private final Topology topology;
    private final BusPlan base;
    private final BusPlan plan;
    private final Outlook outlook;
    private final int moved;
    private final List<BudgetLine> budget;
    private final List<EventLine> events;

    private PlanResult(Topology topology, BusPlan base, BusPlan plan) {
        this.topology = topology;
        this.base = base;
        this.plan = plan;
        outlook = Outlook.of(topology, plan);
        moved = plan.moved().size();
        budget = List.copyOf(BudgetLine.of(topology, base, plan));
        events = List.copyOf(EventLine.of(topology, plan));
    }

    /** Takes from an earlier result what is the same again. */
    static PlanResult of(PlanRequest request, Optional<PlanResult> earlier, Feedback feedback) {
        Topology topology = request.document().topology();
        Optional<PlanResult> last = earlier.filter(e -> e.topology == topology);
        Optional<PlanResult> same = last.filter(
                l -> l.plan.wishes().equals(request.wishes()) && l.base.wishes().equals(request.start()));
        if (same.isPresent()) {
            return same.get();
        }
        BusPlan base = plan(topology, request.start(), last);
        feedback.checkCancelled();
        BusPlan plan = request.wishes().equals(request.start()) ? base : BusPlanner.plan(topology, request.wishes());
        feedback.checkCancelled();
        return new PlanResult(topology, base, plan);
    }

    private static BusPlan plan(Topology topology, Wishes start, Optional<PlanResult> last) {
        return last.map(l -> l.base)
                .filter(b -> b.wishes().equals(start))
                .orElseGet(() -> BusPlanner.plan(topology, start));
    }

    /** The plan. */
    BusPlan plan() {
        return plan;
    }

    /** What the plan means for those that were not asked about. */
    Outlook outlook() {
        return outlook;
    }

    /** How many functions get another address. */
    int moved() {
        return moved;
    }

    /** The rows of the budget. */
    List<BudgetLine> budget() {
        return budget;
    }

    /** What happens on the way. */
    List<EventLine> events() {
        return events;
    }
}
