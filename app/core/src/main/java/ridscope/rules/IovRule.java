package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;

/**
 * A rule about where the VFs or SDIs of one PF land, asked twice: for those enabled now, with the rule's own severity, and for
 * all that could be, one level lower. The second answer is left out where it says no more than the first.
 */
abstract class IovRule implements Rule {

    /**
     * What is wrong with some of a set.
     *
     * @param count how many are concerned, at least 1
     * @param first lowest index concerned
     * @param rest how the sentence goes on after {@code SDIs 960 to 1023 (64 of 1,024) of 0000:f0:00.0}
     * @param evidence facts besides the registers of the capability
     */
    record Hit(int count, int first, String rest, List<Evidence> evidence) {}

    /** A set of one PF, cut to the number that is looked at. */
    record Candidates(RuleInput input, PciFunction pf, IovPlacement placement, StridedRids rids) {

        boolean vfs() {
            return placement.kind() == Kind.POSSIBLE_VF;
        }
    }

    /** What is wrong, if anything. */
    abstract Optional<Hit> hit(Candidates set);

    /** Whether the rule is about sets of this kind. */
    abstract boolean concerns(IovPlacement placement);

    /** Severity for those that are enabled. */
    Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        for (IovPlacement placement : input.placements()) {
            if (concerns(placement)) {
                check(input, placement, findings);
            }
        }
        findings.addAll(unknown(input));
        return findings;
    }

    /** PFs of which the registers are not in the snapshot. */
    List<Finding> unknown(RuleInput input) {
        return about().notChecked(
                        unknown(input, aboutVfs(), aboutSdis()),
                        aboutVfs() && aboutSdis()
                                ? "SR-IOV or SIOV registers"
                                : aboutVfs() ? "SR-IOV registers" : "SIOV registers");
    }

    /** Functions that may have VFs or SDIs nobody knows where. */
    static List<PciFunction> unknown(RuleInput input, boolean vfs, boolean sdis) {
        return input.physical().stream()
                .filter(f -> !f.role().bridge())
                .filter(f -> vfs && vfsUnknown(f) || sdis && f.sdisUnknown())
                .toList();
    }

    private static boolean vfsUnknown(PciFunction f) {
        boolean placeUnknown = f.sriov()
                .filter(s -> s.possible().isEmpty() && s.problems().isEmpty())
                .isPresent();
        return f.vfsUnknown() || placeUnknown;
    }

    boolean aboutVfs() {
        return true;
    }

    boolean aboutSdis() {
        return true;
    }

    private void check(RuleInput input, IovPlacement placement, List<Finding> findings) {
        PciFunction pf = input.function(placement);
        StridedRids all = placement.rids();
        Optional<Hit> enabled = placement.enabled() == 0
                ? Optional.empty()
                : hit(new Candidates(input, pf, placement, all.withCount(placement.enabled())));
        Optional<Hit> potential = hit(new Candidates(input, pf, placement, all));
        enabled.ifPresent(h -> findings.add(finding(severity(), pf, placement, h, placement.enabled(), true)));
        potential
                .filter(h -> h.count() > enabled.map(Hit::count).orElse(0))
                .ifPresent(h -> findings.add(finding(severity().lower(), pf, placement, h, all.count(), false)));
    }

    private Finding finding(
            Severity severity, PciFunction pf, IovPlacement placement, Hit hit, int of, boolean enabled) {
        boolean vfs = placement.kind() == Kind.POSSIBLE_VF;
        String what = vfs ? "VF" : "SDI";
        String state = enabled ? " enabled" : vfs ? " possible" : "";
        String only = String.format("The only%s %s of %s", state, what, pf.address());
        String who = of == 1
                ? only
                : hit.count() == 1
                        ? String.format(
                                Locale.ROOT,
                                "%s %d of the %,d%s %ss of %s",
                                what,
                                hit.first(),
                                of,
                                state,
                                what,
                                pf.address())
                        : String.format(
                                Locale.ROOT,
                                "%,d of the %,d%s %ss of %s, from %s %d on,",
                                hit.count(),
                                of,
                                state,
                                what,
                                pf.address(),
                                what,
                                hit.first());
        EvidenceList evidence = EvidenceList.none();
        if (vfs) {
            evidence.sriov(pf);
        } else {
            evidence.siov(pf);
        }
        hit.evidence().forEach(e -> evidence.fact(e.name(), e.value()));
        evidence.fact(
                "first index concerned",
                placement.rids().formula(hit.first()) + " = " + placement.rids().at(hit.first()));
        return about().finding(severity, pf, who + " " + hit.rest(), evidence);
    }
}
