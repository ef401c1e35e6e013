package ridscope.rules;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A primary bus number of 0 below another bus than 0. */
final class PrimaryHardwired extends BridgeRule {

    private static final About ABOUT = new About(
            "PRIMARY_HARDWIRED",
            "bridges with a hard-wired primary bus 0",
            "Linux takes the register for hard-wired ('Primary bus is hard wired to 0') and uses the bridge "
                    + "all the same.",
            "Nothing to do.");

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
        boolean zero = buses.primary().isPresent() && buses.primary().getAsInt() == 0;
        if (!zero || bridge.address().bus() == 0 || buses.secondary() == 0 || buses.subordinate() == 0) {
            return Optional.empty();
        }
        String title = String.format(
                "%s sits on bus %s, its primary bus reads 00",
                bridge.address(), hex(bridge.address().bus()));
        return Optional.of(
                ABOUT.finding(Severity.INFO, bridge, title, EvidenceList.none().buses(bridge)));
    }
}
