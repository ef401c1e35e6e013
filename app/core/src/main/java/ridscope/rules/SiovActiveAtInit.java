package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;

/** SDIs enabled although no driver is bound. */
final class SiovActiveAtInit extends SiovRule {

    private static final About ABOUT = new About(
            "SIOV_ACTIVE_AT_INIT",
            "functions with SDIs enabled before a driver is bound",
            "Somebody before this kernel enabled them, firmware or a kernel before a kexec. The SIOV series "
                    + "warns 'SDIs active at init' and goes on.",
            "Reset the function (FLR) before its driver is bound.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>(super.check(input));
        if (untold(input)) {
            List<PciFunction> active = input.physical().stream()
                    .filter(f -> f.siov().filter(s -> s.capability().active()).isPresent())
                    .filter(f -> f.driver().isEmpty())
                    .toList();
            findings.addAll(ABOUT.notTold(active, "drivers", About.FROM_SYSTEM));
        }
        return findings;
    }

    /** A listing prints drivers only if it is told to. */
    private static boolean untold(RuleInput input) {
        return !input.systemTold()
                && input.topology().functions().stream()
                        .noneMatch(f -> f.driver().isPresent());
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, Siov siov) {
        if (!siov.capability().active() || pf.driver().isPresent() || untold(input)) {
            return Optional.empty();
        }
        String title =
                String.format("%s says that at least one SDI is enabled, and no driver is bound to it", pf.address());
        return Optional.of(
                ABOUT.finding(Severity.WARNING, pf, title, EvidenceList.none().siov(pf)));
    }
}
