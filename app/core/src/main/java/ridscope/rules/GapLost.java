package ridscope.rules;

import ridscope.plan.PlanEvent;

/** Free bus numbers that Linux will not hand out. */
final class GapLost extends PlanRule {

    private static final About ABOUT = new About(
            "GAP_LOST",
            "buses with free numbers that will not be handed out",
            "Linux keeps numbers that firmware gave and goes on above the highest of them; what is free "
                    + "below stays free.",
            "Only worth changing where numbers run short.",
            "On x86, pci=assign-busses packs all ranges.");

    GapLost() {
        super(ABOUT, PlanEvent.Id.GAP_LOST, Severity.INFO, false);
    }
}
