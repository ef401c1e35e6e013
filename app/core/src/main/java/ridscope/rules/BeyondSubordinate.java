package ridscope.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.rid.BusRange;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;

/** VFs or SDIs on buses above the last one that is routed to their PF. */
abstract class BeyondSubordinate extends IovRule {

    @Override
    boolean hangsOnBridges(IovPlacement placement) {
        return true;
    }

    @Override
    Stream<PciFunction> blind(RuleInput input, List<IovPlacement> hanging) {
        return hanging.stream()
                .filter(p -> p.routed().isEmpty())
                .map(input::function)
                .filter(pf -> !input.parentless(pf))
                .map(pf -> input.hierarchy().above(pf).orElse(pf));
    }

    /** Buses beyond ff no port can have. */
    @Override
    About about(Candidates set) {
        About about = super.about(set);
        if (set.rids().overflowCount() == 0) {
            return about;
        }
        boolean all = set.placement().routed().filter(r -> r.last() == 0xff).isPresent();
        return all ? RidOverflow.seen(about) : about.advising(about.advice() + " " + RidOverflow.PARTLY);
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
                "%s beyond %s; the last on bus %s",
                rids.count() - inside == 1 ? "lies" : "lie", end, RidOverflow.bus(last));
        List<Evidence> evidence = port.map(p -> EvidenceList.none()
                        .register(p, 0x1a, 1, "Subordinate Bus Number")
                        .list())
                .orElse(List.of(new Evidence("root window", routed.get().toString())));
        return Optional.of(new Hit(rids.count() - inside, inside, rest, evidence));
    }
}
