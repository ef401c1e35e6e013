package ridscope.rules;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A range that ends before it begins. */
final class SubordinateBelowSecondary extends BridgeRule {

    private static final About ABOUT = new About(
            "SUBORDINATE_BELOW_SECONDARY",
            "bridges whose subordinate bus is below their secondary bus",
            "Such a bridge forwards nothing; Linux calls this 'bridge configuration invalid' and gives the "
                    + "bridge other numbers. A kernel that ran out of numbers leaves such ranges too.",
            "Update the firmware; where Linux itself left it, free bus numbers or a smaller pci=hpbussize.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        if (!buses.configured() || buses.subordinate() >= buses.secondary()) {
            return Optional.empty();
        }
        String title = String.format("%s has the inverted range %s", bridge.address(), range(buses));
        return Optional.of(
                ABOUT.finding(Severity.ERROR, bridge, title, EvidenceList.none().buses(bridge)));
    }
}
