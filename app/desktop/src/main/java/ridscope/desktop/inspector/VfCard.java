package ridscope.desktop.inspector;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.StridedRids;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.VfBars;
import ridscope.topology.VirtualFunction;

/** Why a function is a VF, and of whom. */
final class VfCard {

    private VfCard() {}

    static Optional<Card> of(Subject subject) {
        return subject.function().virtual().map(vf -> build(subject, vf));
    }

    private static Card build(Subject subject, VirtualFunction vf) {
        boolean sysfs = vf.evidence() == VirtualFunction.Evidence.SYSFS;
        Origin evidence = sysfs ? subject.os("physfn", "physfn") : Origin.computed();
        Card.Builder card = new Card.Builder("vf", "inspector.vf")
                .add("inspector.vf.pf", Subject.named(subject.document(), vf.physicalFunction()), evidence)
                .add("inspector.vf.index", Value.number(vf.index()), evidence);
        Optional<SrIov> sriov =
                subject.topology().function(vf.physicalFunction()).flatMap(PciFunction::sriov);
        Optional<StridedRids> rids = sriov.flatMap(SrIov::possible);
        rids.ifPresent(r ->
                card.computed("inspector.formula", Value.mono(Words.formula(r.formula(vf.index()), r.at(vf.index())))));
        sriov.ifPresent(s -> card.computed(
                "inspector.vf.siblings",
                Value.of(Messages.text(
                                "inspector.vf.siblings.words", Words.count(s.enabledVfs()), Words.count(s.totalVfs())))
                        .to(new Target.OfVfs(vf.physicalFunction()))));
        pfMemory(subject, vf, card);
        return card.build();
    }

    /** Its own BARs read 0; the PF's apertures tell where its memory is. */
    private static void pfMemory(Subject subject, VirtualFunction vf, Card.Builder card) {
        Optional<PciFunction> pf = subject.topology().function(vf.physicalFunction());
        OptionalInt total = pf.flatMap(PciFunction::sriov)
                .map(s -> OptionalInt.of(s.totalVfs()))
                .orElse(OptionalInt.empty());
        pf.map(f -> VfBars.of(f.record().os().resources(), total)).stream()
                .flatMap(bars -> bars.apertures().stream())
                .filter(a -> a.sliceStart(vf.index()).isPresent())
                .forEach(a -> card.add(new Fact(
                        Messages.text("inspector.resources.bar", a.bar()),
                        Value.mono(
                                "0x" + Long.toHexString(a.sliceStart(vf.index()).getAsLong()) + ", "
                                        + Words.size(a.sizePerVf().getAsLong())),
                        Origin.computed())));
    }

    /** Of a PF: its VFs that exist, the first few by name. */
    static Optional<Card> existing(Subject pf, int limit) {
        var vfs = pf.topology().virtualFunctionsOf(pf.function());
        Card.Builder card = new Card.Builder("vfs", "inspector.vfs");
        for (PciFunction vf : vfs.subList(0, Math.min(limit, vfs.size()))) {
            int index = vf.virtual().orElseThrow().index();
            card.add(new Fact(
                    "VF " + index,
                    Subject.link(vf.address()),
                    Origin.of(vf.driver().orElse(""))));
        }
        if (vfs.size() > limit) {
            card.computed(
                    "inspector.vfs.rest", Value.of(Messages.text("inspector.more", Words.count(vfs.size() - limit))));
        }
        return card.build().unlessEmpty();
    }
}
