package ridscope.rules;

import ridscope.plan.PlanEvent;

/** A plan with pci=hpbussize=0. */
final class HpbussizeZero extends PlanRule {

    private static final About ABOUT = new About(
            "HPBUSSIZE_ZERO",
            "plans with pci=hpbussize=0",
            "The number counts the bus of the slot itself: 0 takes even that, and hot-plug ports get ranges "
                    + "such as [01-00].",
            "Use pci=hpbussize=1 for no spare number, 8 for seven.");

    HpbussizeZero() {
        super(ABOUT, PlanEvent.Id.HPBUSSIZE_ZERO, Severity.ERROR, true);
    }

    /** Where firmware's numbers are kept no port loses any yet. */
    @Override
    Severity severity(PlanEvent event) {
        return event.number().orElse(1) > 0 ? Severity.ERROR : Severity.WARNING;
    }
}
