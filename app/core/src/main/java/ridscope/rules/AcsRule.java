package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import ridscope.isolation.AcsVerdict;
import ridscope.isolation.AcsVerdict.Reason;
import ridscope.topology.PciFunction;

/** A rule about functions whose effective ACS is off. */
abstract class AcsRule implements Rule {

    private static final String WAITS = "ACS is off, Linux turns it on with the IOMMU";

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
                findings.add(about().finding(
                                waits ? Severity.INFO : severity(),
                                f,
                                f.address() + " " + sentence() + ": " + why,
                                EvidenceList.none().acs(f)));
            }
        }
        findings.addAll(about().notChecked(unknown, "ACS registers"));
        return findings;
    }

    abstract boolean concerns(RuleInput input, PciFunction function);

    abstract Severity severity();

    /** Between the address and the reason. */
    abstract String sentence();
}
