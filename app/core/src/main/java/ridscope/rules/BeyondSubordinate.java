package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;

/** VFs or SDIs on buses above the last one that is routed to their PF. */
abstract class BeyondSubordinate extends IovRule {

    @Override
    List<Finding> unknown(RuleInput input) {
        List<PciFunction> orphans = new ArrayList<>();
        List<PciFunction> blind = new ArrayList<>();
        for (IovPlacement p : input.placements()) {
            PciFunction pf = input.function(p);
            if (concerns(p) && input.parentless(pf)) {
                orphans.add(pf);
            } else if (concerns(p) && p.routed().isEmpty()) {
                blind.add(input.hierarchy().above(pf).orElse(pf));
            }
        }
        List<Finding> findings = new ArrayList<>(super.unknown(input));
        findings.addAll(about().notTold(orphans, "port above", About.ALL_OF_IT));
        findings.addAll(about().notChecked(blind.stream().distinct().toList(), "bus numbers"));
        return findings;
    }

    @Override
    Optional<Hit> hit(Candidates set) {
        Optional<BusRange> routed = set.placement().routed();
        if (routed.isEmpty() || set.input().parentless(set.pf())) {
            return Optional.empty();
        }
        StridedRids rids = set.rids();
        int limit = routed.get().last();
        int inside = rids.countUpTo(limit * 256L + 255);
        if (inside == rids.count()) {
            return Optional.empty();
        }
        Optional<PciFunction> port = set.input().hierarchy().above(set.pf());
        String end = port.map(p -> "the end of " + p.address() + " " + routed.get())
                .orElse("the end of the root window " + routed.get());
        long last = rids.last().bus();
        String rest = String.format(
                "%s beyond %s; the last on bus %02x", rids.count() - inside == 1 ? "lies" : "lie", end, last);
        List<Evidence> evidence = port.map(p -> EvidenceList.none()
                        .register(p, 0x1a, 1, "Subordinate Bus Number")
                        .list())
                .orElse(List.of(new Evidence("root window", routed.get().toString())));
        return Optional.of(new Hit(rids.count() - inside, inside, rest, evidence));
    }
}
