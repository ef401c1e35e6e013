package ridscope.rules;

import java.util.List;
import ridscope.plan.PlanEvent;

/** A plan for which a root bus has too few numbers. */
final class PlanWouldExhaust extends PlanRule {

    private static final About ABOUT = new About(
            "PLAN_WOULD_EXHAUST",
            "root buses with too few numbers for the plan",
            "Do not boot a machine like this: with a window of [00-ff] Linux is known to panic or hang, "
                    + "with a smaller one bridges get inverted ranges and devices vanish without a message (seen with "
                    + "6.1 and 6.12).",
            "Use a smaller pci=hpbussize, fewer VFs or SDIs, or keep firmware's numbers.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        return input.planAsked() ? super.check(input) : List.of();
    }

    @Override
    PlanEvent.Id event() {
        return PlanEvent.Id.PLAN_WOULD_EXHAUST;
    }

    @Override
    Severity severity(PlanEvent event) {
        return Severity.ERROR;
    }
}
