package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A bridge forwards buses that the bridge above it does not. */
final class RangeOutsideParent extends BridgeRule {

    private static final About ABOUT = new About(
            "RANGE_OUTSIDE_PARENT",
            "bridges with buses outside the range of the bridge above",
            "What the bridge above does not forward never arrives here. Linux logs 'devices behind bridge "
                    + "are unusable', or 'bridge has subordinate … but max busn …'.",
            "Update the firmware.",
            "On x86, pci=assign-busses lets Linux renumber; look at the plan first.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean lacks(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        return buses.configured() && input.parentless(bridge);
    }

    @Override
    List<Finding> lacking(List<PciFunction> bridges) {
        return ABOUT.unplaced(bridges, "which bridge is above");
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        Optional<PciFunction> parent = input.hierarchy().above(bridge);
        Optional<BridgeBuses> upper = parent.flatMap(PciFunction::bridge);
        if (upper.isEmpty() || !buses.configured() || !upper.get().configured()) {
            return Optional.empty();
        }
        boolean inside = buses.secondary() > upper.get().secondary()
                && buses.subordinate() <= upper.get().subordinate();
        if (inside) {
            return Optional.empty();
        }
        String title = String.format(
                "%s %s does not lie within %s %s above it, whose own bus is %s",
                bridge.address(),
                range(buses),
                parent.get().address(),
                range(upper.get()),
                hex(upper.get().secondary()));
        return Optional.of(ABOUT.finding(
                Severity.ERROR,
                bridge,
                title,
                EvidenceList.none().buses(parent.get()).buses(bridge)));
    }
}
