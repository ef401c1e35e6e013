package ridscope.rules;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A hot-plug port without a spare bus number. */
final class HotplugNoSpare extends BridgeRule {

    private static final About ABOUT = new About(
            "HOTPLUG_NO_SPARE",
            "hot-plug ports without a spare bus number",
            "A card with a switch on it needs numbers of its own. Linux then logs 'No bus number available "
                    + "for hot-added bridge'; kernels 6.1 and 6.12 were seen to crash there. Cards without a switch "
                    + "are fine.",
            "If cards with switches are to be plugged in here: reserve buses in the firmware setup "
                    + "(often called PCIe hot-plug bus padding).",
            new X86Boot("On x86, boot with pci=assign-busses,hpbussize=8 after a look at the plan.", 8));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean lacks(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        return input.hierarchy().hotplug(bridge).isEmpty()
                && buses.range().isPresent()
                && buses.subordinate() <= input.hierarchy().used(bridge);
    }

    @Override
    String needs() {
        return "Slot Capabilities";
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        boolean hotplug = input.hierarchy().hotplug(bridge).orElse(false);
        int used = input.hierarchy().used(bridge);
        if (!hotplug || buses.range().isEmpty() || buses.subordinate() > used) {
            return Optional.empty();
        }
        boolean empty = input.topology().below(bridge).isEmpty();
        String title = String.format(
                "%s %s takes cards at run time and has no bus number to spare: %s",
                bridge.address(),
                range(buses),
                empty ? "it is empty and has its own bus only" : "bus " + hex(used) + " is used");
        EvidenceList evidence = EvidenceList.none().buses(bridge);
        bridge.express()
                .capability()
                .ifPresent(e -> evidence.register(bridge, e.offset() + 0x14, 4, "Slot Capabilities (bit 6: hot-plug)"));
        return Optional.of(ABOUT.finding(Severity.WARNING, bridge, title, evidence));
    }
}
