package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import ridscope.plan.PlanEvent;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;

/** A bridge for which no bus number is left. */
final class BusExhausted extends PlanRule {

    private static final About ABOUT = new About(
            "BUS_EXHAUSTED",
            "bridges for which no bus number is left",
            "The bridge has no numbers, or numbers that Linux does not keep, and what it would get lies "
                    + "beyond the range above it or beyond ff. What is behind it cannot be used; Linux logs entries "
                    + "such as 'busn_res: can not insert [bus 43-41]', or 'devices behind bridge are unusable'.",
            "Free numbers in the firmware setup (less padding for hot-plug slots), take out cards, or "
                    + "use a smaller pci=hpbussize.",
            "On x86, try pci=assign-busses in a plan first.");

    BusExhausted() {
        super(ABOUT, PlanEvent.Id.BUS_EXHAUSTED, Severity.ERROR, false);
    }

    /** Where a bridge needs a number and nothing tells where the numbers end, they may not suffice. */
    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>(super.check(input));
        if (!input.planAsked()) {
            List<PciFunction> open = input.hierarchy().bridges().stream()
                    .filter(b -> input.plan()
                            .bridge(b.address())
                            .filter(p -> !p.kept())
                            .isPresent())
                    .filter(b -> input.topology()
                            .hostBridgeOf(b)
                            .map(HostBridge::endAssumed)
                            .orElse(true))
                    .filter(b -> findings.stream().noneMatch(f -> f.subject().equals(Subject.of(b))))
                    .toList();
            findings.addAll(about().notTold(open, About.ROOT_WINDOWS, About.BOOT_LOG));
        }
        return findings;
    }
}
