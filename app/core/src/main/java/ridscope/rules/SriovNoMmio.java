package ridscope.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.host.OsFacts;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** A VF BAR without an address range. */
final class SriovNoMmio extends SrIovRule {

    private static final About ABOUT = new About(
            "SRIOV_NO_MMIO",
            "PFs with a VF BAR that has no address range",
            "The aperture for all VFs together found no room below the bridges above; enabling VFs fails "
                    + "with ENOMEM ('not enough MMIO resources for SR-IOV').",
            "Turn on 'Above 4G decoding' and the like in the firmware setup, or boot with pci=realloc.");

    @Override
    public About about() {
        return ABOUT;
    }

    private static final int FIRST = 7;
    private static final int LAST = 12;

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, SrIov sriov) {
        List<OsFacts.Resource> missing =
                apertures(pf).stream().filter(r -> r.start().isEmpty()).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        OsFacts.Resource first = missing.get(0);
        String size = first.size().isPresent()
                ? String.format(Locale.ROOT, " of %,d bytes", first.size().getAsLong())
                : "";
        String title = String.format(
                "VF BAR %d of %s has no address range%s%s",
                first.index() - FIRST,
                pf.address(),
                size,
                missing.size() == 1
                        ? ""
                        : String.format(
                                ", and %d more ha%s none", missing.size() - 1, missing.size() == 2 ? "s" : "ve"));
        EvidenceList evidence = EvidenceList.none().sriov(pf);
        missing.forEach(r -> evidence.fact(pf.address() + " resource " + r.index(), "not assigned"));
        return Optional.of(ABOUT.finding(Severity.WARNING, pf, title, evidence));
    }

    private static List<OsFacts.Resource> apertures(PciFunction pf) {
        return pf.record().os().resources().stream()
                .filter(r -> r.index() >= FIRST && r.index() <= LAST)
                .toList();
    }

    @Override
    boolean lacks(PciFunction pf, SrIov sriov) {
        return apertures(pf).isEmpty();
    }

    @Override
    String needs() {
        return "address ranges of VF BARs";
    }
}
