package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import ridscope.isolation.AcsVerdict;
import ridscope.isolation.EffectiveAcs;
import ridscope.topology.PciFunction;

/** A port that lets what is below it talk past the IOMMU. */
final class AcsGap implements Rule {

    private static final About ABOUT = new About(
            "ACS_GAP",
            "ports without effective ACS",
            "Linux groups by Source Validation, P2P Request Redirect, P2P Completion Redirect and Upstream "
                    + "Forwarding (mask 0x1d). Devices below such a port share an IOMMU group and cannot be given to "
                    + "different guests. Linux turns ACS on only if an IOMMU driver asks for it, and knows ports by "
                    + "vendor quirks that are isolated all the same.",
            "Turn the IOMMU on (firmware setup, and intel_iommu=on where it is not the default); ports "
                    + "without the capability need another slot, or the word of the vendor that they are isolated.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction port : input.physical()) {
            AcsVerdict verdict = input.acs().of(port);
            if (EffectiveAcs.port(port) && verdict.isolated().isEmpty()) {
                unknown.add(port);
            } else if (EffectiveAcs.port(port) && verdict.no()) {
                String title = String.format(
                        "%s does not isolate what is below it: %s",
                        port.address(), verdict.reason().words());
                findings.add(ABOUT.finding(
                        Severity.WARNING, port, title, EvidenceList.none().acs(port)));
            }
        }
        findings.addAll(ABOUT.notChecked(unknown, "ACS registers"));
        return findings;
    }
}
