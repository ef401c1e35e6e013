package ridscope.rules;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A primary bus number other than that of the bus the bridge sits on. */
final class PrimaryMismatch extends BridgeRule {

    private static final About ABOUT = new About(
            "PRIMARY_MISMATCH",
            "bridges whose primary bus is not the bus they sit on",
            "Linux calls this 'bridge configuration invalid' and gives the bridge other numbers.",
            "Update the firmware; Linux repairs it at boot if numbers are free, see the plan.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean lacks(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        return buses.primary().isEmpty();
    }

    @Override
    String needs() {
        return "Primary Bus Number";
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        int bus = bridge.address().bus();
        if (buses.primary().isEmpty() || buses.primary().getAsInt() == bus || excused(buses)) {
            return Optional.empty();
        }
        String title = String.format(
                "%s sits on bus %s, its primary bus says %s",
                bridge.address(), hex(bus), hex(buses.primary().getAsInt()));
        return Optional.of(
                ABOUT.finding(Severity.ERROR, bridge, title, EvidenceList.none().buses(bridge)));
    }

    /** A hard-wired 0, and a bridge that nobody has given numbers yet. */
    private static boolean excused(BridgeBuses buses) {
        boolean hardWired = buses.secondary() != 0 && buses.subordinate() != 0;
        return buses.primary().orElse(0) == 0 && (hardWired || !buses.configured());
    }
}
