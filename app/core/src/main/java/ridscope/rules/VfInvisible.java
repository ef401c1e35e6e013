package ridscope.rules;

import java.util.Locale;
import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** Fewer VFs than are enabled. */
final class VfInvisible extends SrIovRule {

    private static final About ABOUT = new About(
            "VF_INVISIBLE",
            "PFs with VFs enabled that are not there",
            "The device has them enabled, but the system made no functions of them, or the source does not "
                    + "list them. Some architectures do not scan VFs.",
            "If the source is a list of functions, capture the whole host; otherwise look for messages of "
                    + "the PF's driver.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, SrIov sriov) {
        int links = pf.record().os().sriov().virtualFunctions().size();
        int there = Math.max(links, input.topology().virtualFunctionsOf(pf).size());
        int enabled = sriov.enabledVfs();
        if (enabled <= there) {
            return Optional.empty();
        }
        String title = String.format(
                Locale.ROOT,
                "%s has %,d VF%s enabled, of which %s to be seen",
                pf.address(),
                enabled,
                enabled == 1 ? "" : "s",
                there == 0 ? "none is" : String.format(Locale.ROOT, there == 1 ? "%,d is" : "%,d are", there));
        return Optional.of(
                ABOUT.finding(Severity.INFO, pf, title, EvidenceList.none().sriov(pf)));
    }

    @Override
    boolean lacks(PciFunction pf, SrIov sriov) {
        return false;
    }

    @Override
    String needs() {
        return "SR-IOV registers";
    }
}
