package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import ridscope.isolation.AcsVerdict;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** A function that may reach its sister functions inside the device. */
final class AcsMultifunctionGap implements Rule {

    private static final About ABOUT = new About(
            "ACS_MULTIFUNCTION_GAP",
            "functions of multifunction devices without effective ACS",
            "Functions of one device may reach each other without the IOMMU seeing it unless ACS says "
                    + "otherwise; Linux puts them into one group. VFs are not affected. Linux knows some devices by "
                    + "vendor quirks that are isolated all the same.",
            "Give all functions of the device to one guest, or use VFs; ask the vendor whether the "
                    + "functions are isolated.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            boolean single = input.acs().multifunction(f).filter(m -> !m).isPresent();
            if (!concerns(f.role()) || single) {
                continue;
            }
            AcsVerdict verdict = input.acs().of(f);
            if (verdict.isolated().isEmpty()) {
                unknown.add(f);
            } else if (verdict.no()) {
                String title = String.format(
                        "%s is one of several functions and not isolated from them: %s",
                        f.address(), verdict.reason().words());
                findings.add(ABOUT.finding(
                        Severity.INFO, f, title, EvidenceList.none().acs(f)));
            }
        }
        findings.addAll(ABOUT.notChecked(unknown, "ACS registers"));
        return findings;
    }

    private static boolean concerns(Role role) {
        return role == Role.ENDPOINT
                || role == Role.LEGACY_ENDPOINT
                || role == Role.UPSTREAM_PORT
                || role == Role.RCIEP;
    }
}
