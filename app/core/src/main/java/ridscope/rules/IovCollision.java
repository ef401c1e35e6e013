package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.isolation.DevicePath;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Claim.Enabled;
import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** A VF or SDI whose Routing ID somebody else has. */
final class IovCollision implements Rule {

    private static final About ABOUT = new About(
            "IOV_COLLISION",
            "pairs of owners that share Routing IDs of VFs or SDIs",
            "Two owners of one Routing ID cannot be told apart by the IOMMU, and completions reach only one "
                    + "of them. Linux does not look for this.",
            "Give the port of the PF more buses, so that its VFs or SDIs do not reach those of others.");

    private static final String ONE_DEVICE =
            "Both owners belong to one device, and no other bus numbers part them: ask its vendor.";

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        for (RidMap map : input.ridMaps().values()) {
            Collisions.of(map).forEach(c -> findings.add(finding(input, c)));
        }
        findings.addAll(ABOUT.notChecked(IovRule.unknown(input, true, true), "SR-IOV or SIOV registers"));
        return findings;
    }

    private static Finding finding(RuleInput input, Collisions.Shared shared) {
        Claim a = shared.first();
        Claim b = shared.other();
        boolean one = shared.rids().size() == 1;
        String rids = one
                ? "Routing ID " + shared.rids().get(0)
                : String.format(
                        Locale.ROOT,
                        "%,d Routing IDs, %s to %s,",
                        shared.rids().size(),
                        shared.rids().get(0),
                        shared.rids().get(shared.rids().size() - 1));
        boolean certain = shared.existing() || whole(input, shared, a, b) || whole(input, shared, b, a);
        String title = String.format(
                "%s ha%s two owners: %s and %s%s",
                rids, one ? "s" : "ve", words(a), words(b), shared.existing() ? "" : state(a, b, certain));
        EvidenceList evidence = EvidenceList.none();
        for (Claim claim : List.of(a, b)) {
            if (!claim.formula().isEmpty()) {
                evidence.fact(shared.rids().get(0) + " as " + words(claim), claim.formula());
            }
            input.topology().function(claim.owner()).ifPresent(pf -> registers(claim, pf, evidence));
        }
        evidence.fact("Routing IDs", shared.runs());
        Claim subject = Collisions.iov(a) ? a : b;
        return about(a, b)
                .advising(advice(input.topology(), subject, subject.equals(a) ? b : a))
                .finding(certain ? Severity.ERROR : Severity.WARNING, Subject.of(subject.owner()), title, evidence);
    }

    /** Whether all SDIs of a PF, at least one of which is enabled, meet something that exists. */
    private static boolean whole(RuleInput input, Collisions.Shared shared, Claim sdi, Claim exists) {
        return active(sdi)
                && exists.enabled() == Enabled.YES
                && input.topology()
                        .function(sdi.owner())
                        .flatMap(PciFunction::siov)
                        .flatMap(Siov::sdis)
                        .filter(all -> all.count() == shared.rids().size())
                        .isPresent();
    }

    /** By what shares the IDs; of a VF that is an SDI as well both are spoken of. */
    private static About about(Claim a, Claim b) {
        List<Claim> sets = Stream.of(a, b).filter(Collisions::iov).toList();
        if (sets.stream().allMatch(c -> c.kind() == Kind.SDI)) {
            return ABOUT.of("SDIs");
        }
        return sets.stream().noneMatch(c -> c.kind() == Kind.SDI) ? ABOUT.of("VFs") : ABOUT;
    }

    /** One for all that a PF shares with other devices, whichever of its sets it is. */
    private static String advice(Topology topology, Claim subject, Claim other) {
        Optional<PciFunction> pf = topology.function(subject.owner());
        boolean oneDevice = topology.function(other.owner())
                .filter(o ->
                        pf.filter(p -> DevicePath.sameDevice(topology, p, o)).isPresent())
                .isPresent();
        if (oneDevice) {
            return ONE_DEVICE;
        }
        boolean sdis = pf.flatMap(PciFunction::siov).flatMap(Siov::sdis).isPresent();
        boolean vfs = pf.flatMap(PciFunction::sriov).flatMap(SrIov::possible).isPresent();
        return sdis == vfs ? ABOUT.advice() : ABOUT.of(sdis ? "SDIs" : "VFs").advice();
    }

    private static boolean active(Claim claim) {
        return claim.kind() == Kind.SDI && claim.enabled() == Enabled.UNKNOWN;
    }

    private static String state(Claim a, Claim b, boolean certain) {
        if (certain) {
            return "; SIOV Status says that at least one of these SDIs is enabled";
        }
        return ", as soon as all of them exist"
                + (active(a) || active(b)
                        ? "; SIOV Status says that at least one SDI of "
                                + (active(a) ? a : b).owner()
                                + " is enabled, not which"
                        : "");
    }

    private static void registers(Claim claim, PciFunction pf, EvidenceList evidence) {
        switch (claim.kind()) {
            case ENABLED_VF, POSSIBLE_VF -> evidence.sriov(pf);
            case SDI -> evidence.siov(pf);
            default -> {}
        }
    }

    private static String words(Claim claim) {
        return switch (claim.kind()) {
            case FUNCTION -> "function " + claim.owner();
            case ENABLED_VF -> "VFs of " + claim.owner();
            case POSSIBLE_VF -> "possible VFs of " + claim.owner();
            case SDI -> "SDIs of " + claim.owner();
            case PHANTOM_FUNCTION -> "a phantom function of " + claim.owner();
            case BRIDGE_ALIAS -> "requests from below " + claim.owner();
        };
    }
}
