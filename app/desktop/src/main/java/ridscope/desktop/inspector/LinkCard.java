package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PathBandwidth;
import ridscope.topology.PciFunction;

/** A link with both ends and the verdict in words. */
final class LinkCard {

    /** Link Capabilities and Link Status, from the start of the PCI Express capability. */
    private static final int CAPABILITIES = 0x0c;

    private static final int STATUS = 0x12;

    private final Subject subject;
    private final Card.Builder card;

    private LinkCard(Subject subject, Card.Builder card) {
        this.subject = subject;
        this.card = card;
    }

    /** The link above a device or an upstream port. */
    static Optional<Card> above(Subject subject) {
        PciFunction f = subject.function();
        if (f.role().downstreamPort()) {
            return Optional.empty();
        }
        Optional<Link> link = link(subject);
        Card.Builder card = new Card.Builder("link", "inspector.link");
        if (link.isPresent()) {
            return Optional.of(new LinkCard(subject, card).edge(link.get()));
        }
        return f.express().link().map(own -> new LinkCard(subject, card).alone(own));
    }

    /** The link below a downstream-type port. */
    static Optional<Card> below(Subject subject) {
        PciFunction f = subject.function();
        if (!f.role().downstreamPort()) {
            return Optional.empty();
        }
        Optional<Link> link = link(subject);
        Card.Builder card = new Card.Builder("link", "inspector.link.below");
        if (link.isPresent()) {
            return Optional.of(new LinkCard(subject, card).edge(link.get()));
        }
        return f.express().link().map(own -> new LinkCard(subject, card).alone(own));
    }

    /** The link below a downstream-type port, or above anything else. */
    static Optional<Link> link(Subject subject) {
        PciFunction f = subject.function();
        Optional<FunctionAddress> lowerEnd = f.role().downstreamPort()
                ? subject.topology().below(f).stream().findFirst().map(PciFunction::address)
                : firstOnBusOf(subject);
        return lowerEnd.flatMap(subject.topology()::linkAbove);
    }

    /** A link is kept by the first function of the device at its lower end. */
    private static Optional<FunctionAddress> firstOnBusOf(Subject subject) {
        return subject.function()
                .parent()
                .flatMap(subject.topology()::function)
                .flatMap(parent -> subject.topology().below(parent).stream().findFirst())
                .map(PciFunction::address);
    }

    private Card edge(Link link) {
        card.computed("inspector.link.state", verdict(link));
        end(
                "inspector.link.port",
                link.port(),
                link.atPort(),
                List.of("inspector.link.port-now", "inspector.link.port-max"));
        end(
                "inspector.link.device",
                link.device(),
                link.atDevice(),
                List.of("inspector.link.device-now", "inspector.link.device-max"));
        endToEnd()
                .filter(v -> !subject.function().role().downstreamPort())
                .ifPresent(value -> card.computed("inspector.link.path", value));
        return card.build();
    }

    /** What the slowest link from the root to a device lets through; a click selects its port. Nothing where no figure is known. */
    private Optional<Value> endToEnd() {
        PathBandwidth path = PathBandwidth.of(subject.topology(), subject.function());
        return path.bottleneck().map(slowest -> {
            String figure = PathBandwidth.gigabits(slowest.megabits().orElseThrow());
            String rate = slowest.link()
                    .present()
                    .flatMap(end -> Words.rate(end.speed(), end.width()))
                    .orElse("");
            FunctionAddress port = slowest.link().port();
            String words = path.narrower()
                    ? Messages.text("inspector.link.path-limited", figure, port, rate)
                    : Messages.text("inspector.link.path-own", figure);
            Value value = path.narrower() ? Value.warning(words) : Value.of(words);
            if (!path.unknown().isEmpty()) {
                FunctionAddress first = path.unknown().get(0).link().port();
                value = Value.warning(Messages.text("inspector.link.path-unknown", figure, first));
            }
            return value.to(new Target.OfFunction(port));
        });
    }

    private void end(String labelKey, FunctionAddress address, Optional<LinkEnd> end, List<String> rates) {
        card.computed(labelKey, Subject.named(subject.document(), address));
        Value unknown = Value.unknown(Messages.text("inspector.link.end-unknown"));
        Value missing = subject.topology()
                .function(address)
                .flatMap(f -> new Subject(subject.document(), f).unknownCapabilities(false))
                .orElse(unknown);
        rate(rates.get(0), address, end.map(LinkCard::now).orElse(missing), STATUS, "current_link");
        rate(rates.get(1), address, end.flatMap(LinkCard::max).orElse(missing), CAPABILITIES, "max_link");
    }

    private void rate(String labelKey, FunctionAddress address, Value value, int register, String attribute) {
        Origin origin = subject.topology()
                .function(address)
                .flatMap(f -> f.express().capability())
                .filter(e -> e.link().isPresent())
                .map(e -> address.equals(subject.address())
                        ? subject.register(e.offset() + register, register == STATUS ? 2 : 4)
                        : subject.registerOf(address, e.offset() + register))
                .orElseGet(() -> subject.os(attribute + "_*", register == STATUS ? "LnkSta" : "LnkCap"));
        card.add(labelKey, value, origin);
    }

    /** A link of which only this end is known. */
    private Card alone(LinkEnd own) {
        rate("inspector.link.now", subject.address(), now(own), STATUS, "current_link");
        Value unknown = Value.unknown(Messages.text("inspector.link.end-unknown"));
        rate("inspector.link.max", subject.address(), max(own).orElse(unknown), CAPABILITIES, "max_link");
        return card.build();
    }

    private static Value now(LinkEnd end) {
        if (end.width().isPresent() && !end.up()) {
            return Value.of(Messages.text("inspector.link.down"));
        }
        return Words.rate(end.speed(), end.width())
                .map(Value::mono)
                .orElseGet(() -> Value.unknown(Messages.text("inspector.link.end-unknown")));
    }

    private static Optional<Value> max(LinkEnd end) {
        return Words.rate(end.maxSpeed(), end.maxWidth()).map(Value::mono);
    }

    /** What the model says about the link, in words that stand alone. */
    static Value verdict(Link link) {
        String now = link.present()
                .flatMap(end -> Words.rate(end.speed(), end.width()))
                .orElse("");
        String common = most(link.common());
        return switch (link.state()) {
            case FULL -> Value.good(Messages.text("inspector.link.full", now));
            case LIMITED_BY_PARTNER ->
                Value.warning(Messages.text(
                        "inspector.link.limited",
                        now,
                        link.atDevice().map(LinkCard::most).orElse("")));
            case BELOW_CAPABILITY -> Value.bad(Messages.text("inspector.link.below-capability", now, common));
            case CONTRADICTORY -> Value.bad(Messages.text("inspector.link.contradictory", now, common));
            case INACTIVE_BUT_ANSWERING -> Value.warning(Messages.text("inspector.link.inactive", now));
            case UNKNOWN ->
                now.isEmpty()
                        ? Value.unknown(Messages.text("inspector.link.unknown"))
                        : Value.unknown(Messages.text("inspector.link.unknown-now", now));
        };
    }

    private static String most(LinkEnd end) {
        return Words.rate(end.maxSpeed(), end.maxWidth()).orElse("");
    }
}
