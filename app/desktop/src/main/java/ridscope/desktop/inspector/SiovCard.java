package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.config.SiovCapability;
import ridscope.desktop.l10n.Messages;
import ridscope.ridmap.Claim;
import ridscope.topology.Siov;

/** SIOV (PCIe 7.0) of a PF. */
final class SiovCard {

    /** Length of the capability. */
    private static final int LENGTH = 0x10;

    private SiovCard() {}

    static Optional<Card> of(Subject subject) {
        return subject.function().siov().map(siov -> build(subject, siov));
    }

    /** With its registers. */
    static Optional<Block> block(Subject subject) {
        return subject.function()
                .siov()
                .map(siov -> new Block(
                        build(subject, siov), new ByteSpan(siov.capability().offset(), LENGTH)));
    }

    private static Card build(Subject subject, Siov siov) {
        SiovCapability c = siov.capability();
        Card.Builder card = new Card.Builder("siov", "inspector.siov");
        card.add("inspector.siov.total", Value.number(c.totalSdis()), subject.register(c.offset() + 0x08, 2));
        card.add("inspector.siov.offset", Value.number(c.firstSdiOffset()), subject.register(c.offset() + 0x0c, 2));
        card.add("inspector.siov.stride", Value.number(c.sdiStride()), subject.register(c.offset() + 0x0e, 2));
        card.add(
                "inspector.siov.status",
                Value.of(Messages.text(c.active() ? "inspector.siov.active" : "inspector.siov.inactive")),
                subject.register(c.offset() + 0x0b, 1));
        card.add(
                "inspector.siov.capabilities",
                Value.mono("0x" + Words.hex(c.capabilities(), 8)),
                subject.register(c.offset() + 0x04, 4));
        for (String problem : siov.problems()) {
            card.computed("inspector.iov.problem", Value.bad(problem));
        }
        subject.placement(Claim.Kind.SDI).ifPresent(p -> IovFacts.add(subject, card, p));
        return card.build();
    }
}
