package ridscope.rules;

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

    PlanWouldExhaust() {
        super(ABOUT, PlanEvent.Id.PLAN_WOULD_EXHAUST, Severity.ERROR, true);
    }
}
