package ridscope.rules;

import java.util.Locale;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** VFs placed with offset and stride read at another NumVFs. */
final class SriovOffsetSampled extends SrIovRule {

    private static final About ABOUT = new About(
            "SRIOV_OFFSET_SAMPLED",
            "PFs whose VFs are placed with offset and stride of another NumVFs",
            "First VF Offset and VF Stride may depend on NumVFs and on ARI; Linux checks with the values it "
                    + "read before it sets NumVFs, and so does RIDscope.",
            "Nothing to do; after enabling the VFs, look again.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, SrIov sriov) {
        if (sriov.possible().isEmpty() || sriov.numVfs() == sriov.totalVfs()) {
            return Optional.empty();
        }
        String title = String.format(
                Locale.ROOT,
                "Where the %s of %s would land is computed with First VF Offset %d and VF Stride %d read at NumVFs %,d",
                sriov.totalVfs() == 1
                        ? "only possible VF"
                        : String.format(Locale.ROOT, "%,d possible VFs", sriov.totalVfs()),
                pf.address(),
                sriov.firstVfOffset().orElseThrow(),
                sriov.vfStride().orElseThrow(),
                sriov.numVfs());
        return Optional.of(
                ABOUT.finding(Severity.INFO, pf, title, EvidenceList.none().sriov(pf)));
    }

    @Override
    boolean lacks(PciFunction pf, SrIov sriov) {
        return sriov.possible().isEmpty() && sriov.problems().isEmpty();
    }

    @Override
    String needs() {
        return "First VF Offset and VF Stride";
    }
}
