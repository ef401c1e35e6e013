package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import ridscope.isolation.AcsVerdict;
import ridscope.isolation.AcsVerdict.Reason;
import ridscope.topology.PciFunction;

/** A rule about functions whose effective ACS is off. */
abstract class AcsRule implements Rule {

    private static final String WAITS = "ACS is off, Linux turns it on with the IOMMU";

    private static final String TURN_ON =
            "Turn the IOMMU on: in the firmware setup, and with intel_iommu=on on Intel where it is not the default.";

    /** There are groups, so an IOMMU driver has asked for ACS. */
    private static final String LOOK =
            "The IOMMU is on, so something turned ACS off: look for pci=disable_acs_redir or pci=config_acs on the "
                    + "kernel's command line, and for a driver, firmware or script that writes ACS Control.";

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            if (!concerns(input, f)) {
                continue;
            }
            AcsVerdict verdict = input.acs().of(f);
            if (verdict.isolated().isEmpty()) {
                unknown.add(f);
            } else if (verdict.no()) {
                boolean waits = verdict.reason() == Reason.SWITCHED_OFF && !input.groupsTold();
                String why = waits ? WAITS : verdict.reason().words();
                findings.add(advised(verdict.reason(), waits)
                        .finding(
                                waits ? Severity.INFO : severity(),
                                f,
                                f.address() + " " + sentence() + ": " + why,
                                EvidenceList.none().acs(f)));
            }
        }
        findings.addAll(about().notChecked(unknown, "ACS registers"));
        return findings;
    }

    private About advised(Reason reason, boolean waits) {
        if (reason != Reason.SWITCHED_OFF) {
            return about();
        }
        return about().advising(waits ? TURN_ON : LOOK);
    }

    abstract boolean concerns(RuleInput input, PciFunction function);

    abstract Severity severity();

    /** Between the address and the reason. */
    abstract String sentence();
}
