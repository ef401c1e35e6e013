package ridscope.rules;

import java.util.EnumSet;
import java.util.Set;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** A function that may reach its sister functions inside the device. */
final class AcsMultifunctionGap extends AcsRule {

    private static final About ABOUT = new About(
            "ACS_MULTIFUNCTION_GAP",
            "functions of multifunction devices without effective ACS",
            "Functions of one device may reach each other without the IOMMU seeing it unless ACS says "
                    + "otherwise; Linux puts them into one group. VFs are not affected. Linux knows some devices by "
                    + "vendor quirks that are isolated all the same.",
            "Give all functions of the device to one guest, or use VFs; ask the vendor whether the "
                    + "functions are isolated.");

    private static final Set<Role> ENDS =
            EnumSet.of(Role.ENDPOINT, Role.LEGACY_ENDPOINT, Role.UPSTREAM_PORT, Role.RCIEP);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(RuleInput input, PciFunction function) {
        boolean single = input.acs().multifunction(function).filter(m -> !m).isPresent();
        return !single && (ENDS.contains(function.role()) || function.role() == Role.UNKNOWN);
    }

    @Override
    Severity severity() {
        return Severity.INFO;
    }

    @Override
    String sentence() {
        return "is one of several functions and not isolated from them";
    }
}
