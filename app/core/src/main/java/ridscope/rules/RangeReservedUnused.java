package ridscope.rules;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** Bus numbers kept where nothing could ever use them. */
final class RangeReservedUnused extends BridgeRule {

    private static final About ABOUT = new About(
            "RANGE_RESERVED_UNUSED",
            "bridges that reserve bus numbers for nothing",
            "No slot below it takes cards at run time, and all VFs and SDIs that its devices could have "
                    + "need fewer numbers. Other bridges cannot use what is kept here.",
            "Only worth changing where numbers run short: firmware setups call it bus padding or " + "reserved buses.",
            "On x86, pci=assign-busses packs all ranges.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean lacks(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        Optional<Boolean> hotplug = input.hierarchy().hotplug(bridge);
        boolean reserve = hotplug.orElse(false) || bridge.role() == Role.CARDBUS_BRIDGE;
        boolean unknown = hotplug.isEmpty() || input.hierarchy().needed(bridge).isEmpty();
        return !reserve
                && unknown
                && buses.range().isPresent()
                && buses.subordinate() > input.hierarchy().used(bridge);
    }

    @Override
    String needs() {
        return "Slot Capabilities, SR-IOV or SIOV registers of all below";
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        OptionalInt needed = input.hierarchy().needed(bridge);
        Optional<Boolean> hotplug = input.hierarchy().hotplug(bridge);
        boolean reserve = hotplug.orElse(true) || bridge.role() == Role.CARDBUS_BRIDGE;
        if (reserve || needed.isEmpty() || buses.range().isEmpty() || buses.subordinate() <= needed.getAsInt()) {
            return Optional.empty();
        }
        int waste = buses.subordinate() - needed.getAsInt();
        String title = String.format(
                "%s %s needs buses up to %s: %d bus number%s reserved for nothing",
                bridge.address(), range(buses), hex(needed.getAsInt()), waste, waste == 1 ? " is" : "s are");
        EvidenceList evidence = EvidenceList.none()
                .buses(bridge)
                .fact(
                        "highest bus needed below " + bridge.address() + ", all VFs and SDIs counted",
                        hex(needed.getAsInt()));
        return Optional.of(ABOUT.finding(Severity.INFO, bridge, title, evidence));
    }
}
