package ridscope.rules;

import java.util.Locale;
import java.util.Optional;
import ridscope.config.SrIovCapability;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** InitialVFs that do not fit TotalVFs. */
final class SriovInitialMismatch extends SrIovRule {

    private static final About ABOUT = new About(
            "SRIOV_INITIAL_MISMATCH",
            "PFs whose InitialVFs do not fit their TotalVFs",
            "Without VF migration both must be equal, and InitialVFs may never exceed TotalVFs; Linux "
                    + "answers every attempt to enable VFs with EIO.",
            "Ask the vendor of the device for new firmware.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, SrIov sriov) {
        Optional<SrIovCapability> c = sriov.capability();
        boolean fits = c.isEmpty()
                || c.get().initialVfs() == c.get().totalVfs()
                || c.get().migrationCapable() && c.get().initialVfs() < c.get().totalVfs();
        if (fits) {
            return Optional.empty();
        }
        String title = String.format(
                Locale.ROOT,
                "%s has InitialVFs %,d and TotalVFs %,d%s: enabling VFs fails with EIO",
                pf.address(),
                c.get().initialVfs(),
                c.get().totalVfs(),
                c.get().migrationCapable() ? "" : " without VF migration");
        return Optional.of(
                ABOUT.finding(Severity.WARNING, pf, title, EvidenceList.none().sriov(pf)));
    }

    @Override
    boolean lacks(PciFunction pf, SrIov sriov) {
        return sriov.capability().isEmpty();
    }

    @Override
    String needs() {
        return "SR-IOV registers";
    }
}
