package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.config.SrIovCapability;
import ridscope.topology.PciFunction;

/** A PF that was told something else about ARI than the port does. */
final class AriHierarchyMismatch extends PortRule {

    private static final About ABOUT = new About(
            "ARI_HIERARCHY_MISMATCH",
            "PFs whose ARI Capable Hierarchy differs from the port above",
            "Devices may choose First VF Offset by this bit; Linux sets it from the port's when it finds "
                    + "the first PF of the device, so after a rescan the VFs may land elsewhere.",
            "Remove and rescan the device, or reboot, before VFs are enabled.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<PciFunction> lowest = lowestPf(below);
        Optional<SrIovCapability> sriov = lowest.flatMap(PciFunction::sriov).flatMap(s -> s.capability());
        boolean forwarding = AriState.forwarding(input, port).orElse(false);
        if (sriov.isEmpty() || sriov.get().ariHierarchy() == forwarding) {
            return Optional.empty();
        }
        String title = String.format(
                "%s has ARI Capable Hierarchy %s, ARI Forwarding of %s above it is %s",
                lowest.get().address(),
                sriov.get().ariHierarchy() ? "1" : "0",
                port.address(),
                forwarding ? "on" : "off");
        return Optional.of(ABOUT.finding(
                Severity.WARNING,
                lowest.get(),
                title,
                EvidenceList.none().sriov(lowest.get()).control2(port)));
    }

    private static Optional<PciFunction> lowestPf(List<PciFunction> below) {
        return below.stream()
                .filter(f -> f.sriov().filter(s -> s.totalVfs() > 0).isPresent())
                .findFirst();
    }

    @Override
    boolean lacks(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<PciFunction> pf = lowestPf(below);
        boolean blind = pf.flatMap(PciFunction::sriov)
                .filter(s -> s.capability().isEmpty())
                .isPresent();
        boolean maybe = pf.isEmpty()
                && below.stream().anyMatch(f -> f.vfsUnknown() && !f.role().bridge());
        return blind
                || maybe
                || pf.isPresent() && AriState.forwarding(input, port).isEmpty();
    }

    @Override
    String needs() {
        return "SR-IOV and ARI registers";
    }
}
