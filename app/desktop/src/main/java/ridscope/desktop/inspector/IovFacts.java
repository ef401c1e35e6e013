package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;

/** What SR-IOV and SIOV have in common: where the VFs or SDIs land and what is in their way. */
final class IovFacts {

    private static final int LISTED = 3;

    private final Subject subject;
    private final Card.Builder card;
    private final IovPlacement placement;

    private IovFacts(Subject subject, Card.Builder card, IovPlacement placement) {
        this.subject = subject;
        this.card = card;
        this.placement = placement;
    }

    static void add(Subject subject, Card.Builder card, IovPlacement placement) {
        new IovFacts(subject, card, placement).add();
    }

    private void add() {
        StridedRids rids = placement.rids();
        boolean vf = placement.kind() != Claim.Kind.SDI;
        card.computed(
                vf ? "inspector.sriov.first-last" : "inspector.siov.first-last", Value.mono(Words.firstToLast(rids)));
        card.computed("inspector.iov.buses", buses(rids));
        card.computed("inspector.iov.outside", outside());
        if (rids.overflowCount() > 0) {
            card.computed(
                    "inspector.iov.overflow",
                    Value.bad(Messages.text(
                            "inspector.iov.overflow.words",
                            Words.count(rids.overflowCount()),
                            rids.firstOverflow().orElse(0))));
        }
        conflicts();
    }

    private Value buses(StridedRids rids) {
        String needed = Words.busesNeeded(rids);
        Optional<BusRange> routed = placement.routed();
        if (routed.isEmpty()) {
            return Value.unknown(Messages.text("inspector.iov.buses.nobody", needed));
        }
        String has = Messages.text(
                subject.function().parent().isPresent() ? "inspector.iov.buses.port" : "inspector.iov.buses.root",
                needed,
                routed.get().size());
        return Value.of(has).toned(placement.outside() > 0 ? Tone.BAD : Tone.PLAIN);
    }

    private Value outside() {
        if (placement.outside() == 0) {
            return Value.good(Messages.text("inspector.iov.outside.none"));
        }
        int first = placement.firstOutside().orElse(0);
        Value value = Value.bad(Messages.text(
                "inspector.iov.outside.words",
                Words.count(placement.outside()),
                Words.count(placement.rids().count()),
                name(first),
                placement.rids().at(first)));
        return placement
                .rids()
                .at(first)
                .routingId()
                .map(rid -> value.to(
                        new Target.OfRid(new FunctionAddress(subject.address().segment(), rid))))
                .orElse(value);
    }

    private void conflicts() {
        if (placement.conflicts() == 0) {
            card.computed("inspector.iov.conflicts", Value.good(Messages.text("inspector.iov.conflicts.none")));
            return;
        }
        card.computed(
                "inspector.iov.conflicts", Value.bad(Messages.count("inspector.iov.conflicts", placement.conflicts())));
        for (Conflict conflict : mine()) {
            FunctionAddress at = new FunctionAddress(subject.address().segment(), conflict.rid());
            String owners = conflict.claims().stream()
                    .map(ClaimWords::what)
                    .reduce((a, b) -> Messages.text("inspector.and", a, b))
                    .orElse("");
            card.add(new Fact(
                    Messages.text("inspector.iov.conflict-at", Words.address(at)),
                    Value.bad(owners).to(new Target.OfRid(at)),
                    Origin.computed()));
        }
    }

    private List<Conflict> mine() {
        return subject.ridMap().map(RidMap::conflicts).orElse(List.of()).stream()
                .filter(c -> c.claims().stream()
                        .anyMatch(claim -> claim.owner().equals(placement.owner()) && sameKind(claim.kind())))
                .limit(LISTED)
                .toList();
    }

    private boolean sameKind(Claim.Kind kind) {
        return placement.kind() == Claim.Kind.SDI
                ? kind == Claim.Kind.SDI
                : kind == Claim.Kind.POSSIBLE_VF || kind == Claim.Kind.ENABLED_VF;
    }

    private String name(int index) {
        return placement.kind() == Claim.Kind.SDI ? "SDI " + index : "VF " + index;
    }
}
