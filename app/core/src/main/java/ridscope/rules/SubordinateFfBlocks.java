package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A kept range up to ff in front of a bridge that still needs a number. */
final class SubordinateFfBlocks extends BridgeRule {

    private static final About ABOUT = new About(
            "SUBORDINATE_FF_BLOCKS",
            "bridges whose range up to ff leaves nothing for later ones",
            "Linux keeps valid numbers and gives new ones only above the highest kept one, of which there "
                    + "are none.",
            "Shrink the range in the firmware setup (often called PCI bus padding).",
            "On x86, pci=assign-busses lets Linux renumber.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        if (buses.subordinate() != 0xff || broken(bridge, buses)) {
            return Optional.empty();
        }
        List<PciFunction> waiting = siblings(input, bridge).stream()
                .filter(s -> s.address().compareTo(bridge.address()) > 0
                        && s.address().bus() == bridge.address().bus())
                .filter(s -> s.bridge().filter(b -> !b.configured()).isPresent())
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        EvidenceList evidence = EvidenceList.none().buses(bridge);
        waiting.stream().limit(4).forEach(evidence::buses);
        String others = waiting.size() == 1 ? "" : " and " + (waiting.size() - 1) + " more";
        String title = String.format(
                "%s keeps %s, so no number is left for %s%s after it",
                bridge.address(), range(buses), waiting.get(0).address(), others);
        return Optional.of(ABOUT.finding(Severity.WARNING, bridge, title, evidence));
    }

    private static List<PciFunction> siblings(RuleInput input, PciFunction bridge) {
        return input.hierarchy()
                .above(bridge)
                .map(input.topology()::below)
                .orElseGet(() -> input.topology()
                        .hostBridgeOf(bridge)
                        .map(input.topology()::onRootBus)
                        .orElse(List.of()));
    }

    private static boolean broken(PciFunction bridge, BridgeBuses buses) {
        int bus = bridge.address().bus();
        boolean primary = buses.primary().isEmpty()
                || buses.primary().getAsInt() == bus
                || buses.primary().getAsInt() == 0 && buses.secondary() != 0;
        return !primary || buses.secondary() <= bus;
    }
}
