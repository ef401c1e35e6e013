package ridscope.rules;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A secondary bus number not above that of the bus the bridge sits on. */
final class SecondaryNotAbovePrimary extends BridgeRule {

    private static final About ABOUT = new About(
            "SECONDARY_NOT_ABOVE_PRIMARY",
            "bridges whose secondary bus is not above the bus they sit on",
            "Numbers must rise from the root down; Linux calls this 'bridge configuration invalid' and "
                    + "gives the bridge other numbers.",
            "Update the firmware; Linux repairs it at boot if numbers are free, see the plan.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        if (!buses.configured() || buses.secondary() > bridge.address().bus()) {
            return Optional.empty();
        }
        String title = String.format(
                "%s sits on bus %s, its secondary bus is %s",
                bridge.address(), hex(bridge.address().bus()), hex(buses.secondary()));
        return Optional.of(
                ABOUT.finding(Severity.ERROR, bridge, title, EvidenceList.none().buses(bridge)));
    }
}
