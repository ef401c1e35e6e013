package ridscope.rules;

import java.util.List;
import ridscope.plan.PlanEvent;

/** A hot-plug port that would get the numbers of others. */
final class HotplugStarvesSibling extends PlanRule {

    private static final About ABOUT = new About(
            "HOTPLUG_STARVES_SIBLING",
            "hot-plug ports that would get numbers their siblings need",
            "When more numbers are used on a bus than are available, an unsigned subtraction in Linux "
                    + "wraps, its limit disappears, and the hot-plug port is served first.",
            "Give the bridge above more numbers, or boot with a smaller pci=hpbussize.");

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
        return PlanEvent.Id.HOTPLUG_STARVES_SIBLING;
    }

    @Override
    Severity severity(PlanEvent event) {
        return Severity.WARNING;
    }
}
