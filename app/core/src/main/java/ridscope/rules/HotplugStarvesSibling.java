package ridscope.rules;

import ridscope.plan.PlanEvent;

/** A hot-plug port that would get the numbers of others. */
final class HotplugStarvesSibling extends PlanRule {

    private static final About ABOUT = new About(
            "HOTPLUG_STARVES_SIBLING",
            "hot-plug ports that would get numbers their siblings need",
            "When more numbers are used on a bus than are available, an unsigned subtraction in Linux "
                    + "wraps, its limit disappears, and the hot-plug port is served first.",
            "Give the bridge above more numbers, or boot with a smaller pci=hpbussize.");

    HotplugStarvesSibling() {
        super(ABOUT, PlanEvent.Id.HOTPLUG_STARVES_SIBLING, Severity.WARNING, true);
    }
}
