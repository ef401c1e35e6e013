package ridscope.rules;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A bridge without bus numbers. */
final class BridgeUnconfigured extends BridgeRule {

    private static final About ABOUT = new About(
            "BRIDGE_UNCONFIGURED",
            "bridges without bus numbers",
            "Nothing behind it can be reached. Before a system has booted that is routine; a running Linux "
                    + "leaves it so only where it had no number left, or for a port it was told to ignore. It logs "
                    + "'bridge configuration invalid ([bus 00-00])' first, and 'Hotplug bridge without secondary bus' "
                    + "where it gave up.",
            "See what the plan says of the bus it sits on.",
            "On x86, pci=assign-busses renumbers all.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        if (buses.configured()) {
            return Optional.empty();
        }
        Severity severity = input.beforeBoot() ? Severity.INFO : Severity.WARNING;
        String title = String.format("%s has no bus numbers: secondary and subordinate are 00", bridge.address());
        return Optional.of(
                ABOUT.finding(severity, bridge, title, EvidenceList.none().buses(bridge)));
    }
}
