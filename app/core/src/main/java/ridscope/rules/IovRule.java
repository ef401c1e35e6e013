package ridscope.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.rid.FunctionAddress;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;

/**
 * A rule about where the VFs or SDIs of one PF land, asked twice: for those enabled now, with the rule's own severity, and for
 * all that could be, one level lower. The second answer is left out where it says no more than the first. Of SDIs nothing
 * counts those that are enabled.
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

    /** What is the same in all findings about sets of the kind, and with the same advice. */
    About about(Candidates set) {
        return about().of(set.vfs() ? "VFs" : "SDIs");
    }

    /** Whether the answer for a set hangs on the bridges around its PF. */
    boolean hangsOnBridges(IovPlacement placement) {
        return false;
    }

    /** What is not known where the source does not tell those bridges. */
    String aroundPf() {
        return About.PORT;
    }

    /**
     * Bridges that the answers hang on, and of which it is not in the snapshot.
     *
     * @param hanging all sets of which the answer hangs on bridges, at least one
     */
    Stream<PciFunction> blind(RuleInput input, List<IovPlacement> hanging) {
        return Stream.empty();
    }

    /** What of those is not in the snapshot. */
    String needsOfBridges() {
        return "bus numbers";
    }

    /** PFs of which the registers are not in the snapshot, or the bridges around them. */
    private List<Finding> unknown(RuleInput input) {
        String registers = aboutVfs() && aboutSdis()
                ? "SR-IOV or SIOV registers"
                : aboutVfs() ? "SR-IOV registers" : "SIOV registers";
        List<IovPlacement> hanging = input.placements().stream()
                .filter(p -> concerns(p) && hangsOnBridges(p))
                .toList();
        List<PciFunction> lost = each(hanging.stream().map(input::function).filter(input::parentless));
        List<PciFunction> blind = hanging.isEmpty() ? List.of() : each(blind(input, hanging));
        List<Finding> findings =
                new ArrayList<>(about().notChecked(unknown(input, aboutVfs(), aboutSdis()), registers));
        findings.addAll(about().unplaced(lost, aroundPf()));
        findings.addAll(about().notChecked(blind, needsOfBridges()));
        return findings;
    }

    /** Told apart by their addresses: a record of a function takes long to compare. */
    private static List<PciFunction> each(Stream<PciFunction> functions) {
        Map<FunctionAddress, PciFunction> all = new LinkedHashMap<>();
        functions.forEach(f -> all.putIfAbsent(f.address(), f));
        return List.copyOf(all.values());
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
        Candidates now = new Candidates(input, pf, placement, all.withCount(placement.enabled()));
        Candidates possible = new Candidates(input, pf, placement, all);
        Optional<Hit> enabled = placement.enabled() == 0 ? Optional.empty() : hit(now);
        Optional<Hit> potential = hit(possible);
        enabled.ifPresent(h -> findings.add(finding(severity(), now, h)));
        potential
                .filter(h -> h.count() > enabled.map(Hit::count).orElse(0))
                .ifPresent(h -> findings.add(finding(ofAll(pf, placement, h), possible, h)));
    }

    /** SIOV Status tells that at least one SDI is enabled: where all are concerned, so is that one. */
    private Severity ofAll(PciFunction pf, IovPlacement placement, Hit hit) {
        boolean certain =
                active(pf, placement) && hit.count() == placement.rids().count();
        return certain ? severity() : severity().lower();
    }

    /** Whether some SDIs of the set are enabled, and nobody tells which. */
    static boolean active(PciFunction pf, IovPlacement placement) {
        return placement.kind() == Kind.SDI
                && pf.siov().filter(s -> s.capability().active()).isPresent();
    }

    private Finding finding(Severity severity, Candidates set, Hit hit) {
        PciFunction pf = set.pf();
        IovPlacement placement = set.placement();
        boolean vfs = set.vfs();
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
        String state = !vfs ? "" : severity == severity() ? " enabled" : " possible";
        String title = who(pf, hit, set.rids().count(), state + (vfs ? " VF" : " SDI")) + " " + hit.rest();
        return about(set).finding(severity, pf, title + doubt(pf, placement, hit), evidence);
    }

    /** @param kind {@code  possible VF} */
    private static String who(PciFunction pf, Hit hit, int of, String kind) {
        String what = kind.substring(kind.lastIndexOf(' ') + 1);
        String owner = "s of " + pf.address();
        if (of == 1) {
            return "The only" + kind + " of " + pf.address();
        }
        if (hit.count() == of) {
            return String.format(Locale.ROOT, "All %,d%s%s", of, kind, owner);
        }
        return hit.count() == 1
                ? String.format(Locale.ROOT, "%s %d of the %,d%s%s", what, hit.first(), of, kind, owner)
                : String.format(
                        Locale.ROOT,
                        "%,d of the %,d%s%s, from %s %d on,",
                        hit.count(),
                        of,
                        kind,
                        owner,
                        what,
                        hit.first());
    }

    /** What SIOV Status says of them. */
    private static String doubt(PciFunction pf, IovPlacement placement, Hit hit) {
        if (!active(pf, placement)) {
            return "";
        }
        int all = placement.rids().count();
        return all == 1
                ? "; SIOV Status says that it is enabled"
                : hit.count() == all
                        ? "; SIOV Status says that at least one is enabled"
                        : "; SIOV Status says that at least one SDI is enabled, not which";
    }
}
