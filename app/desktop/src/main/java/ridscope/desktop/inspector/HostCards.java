package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.host.Provenance;
import ridscope.text.Diagnostic;
import ridscope.topology.HostBridge;

/** The host as a whole, while nothing is selected. */
final class HostCards {

    private static final int LISTED = 12;

    private HostCards() {}

    static List<Card> of(Document document) {
        List<Card> cards = new ArrayList<>();
        cards.add(source(document));
        cards.add(roots(document));
        diagnostics(document).ifPresent(cards::add);
        return cards;
    }

    private static Card source(Document document) {
        Provenance p = document.topology().provenance();
        Origin origin = Origin.of(Messages.text("inspector.origin.source"));
        Card.Builder card = new Card.Builder("host", "inspector.host");
        card.add("inspector.host.title", Value.of(document.title()), origin);
        card.add("inspector.host.recognised", Value.of(document.recognised()), origin);
        card.add("inspector.host.kind", Value.mono(p.kind()), origin);
        card.add("inspector.host.name", known(p.host(), Function.identity()), origin);
        card.add("inspector.host.kernel", known(p.kernel(), Function.identity()), origin);
        card.add("inspector.host.captured", known(p.capturedAt(), Object::toString), origin);
        card.add("inspector.host.tool", known(p.tool(), Function.identity()), origin);
        card.add(
                "inspector.host.privileged",
                p.privileged()
                        .map(yes -> yes
                                ? Value.of(Messages.text("inspector.host.privileged.yes"))
                                : Value.unreadable(Messages.text("inspector.host.privileged.no")))
                        .orElseGet(() -> Value.unknown(Messages.text("inspector.missing.source"))),
                origin);
        card.computed(
                "inspector.host.functions",
                Value.number(document.topology().functions().size()));
        return card.build();
    }

    private static <T> Value known(Optional<T> value, Function<T, String> words) {
        return value.map(v -> Value.mono(words.apply(v)))
                .orElseGet(() -> Value.unknown(Messages.text("inspector.missing.source")));
    }

    private static Card roots(Document document) {
        Card.Builder card = new Card.Builder("roots", "inspector.roots");
        List<HostBridge> roots = document.topology().hostBridges();
        for (HostBridge root : roots.subList(0, Math.min(LISTED, roots.size()))) {
            card.add(new Fact(
                    Messages.text("inspector.roots.segment", root.segment()),
                    RoutingCard.root(root),
                    root.numaNode().isPresent()
                            ? Origin.of(Messages.text(
                                    "inspector.roots.numa", root.numaNode().getAsInt()))
                            : Origin.of("")));
        }
        if (roots.size() > LISTED) {
            card.computed(
                    "inspector.functions.rest",
                    Value.of(Messages.text("inspector.more", Words.count(roots.size() - LISTED))));
        }
        return card.build();
    }

    private static Optional<Card> diagnostics(Document document) {
        List<Diagnostic> all = document.topology().diagnostics();
        Card.Builder card = new Card.Builder("diagnostics", "inspector.diagnostics");
        for (Diagnostic d : all.subList(0, Math.min(LISTED, all.size()))) {
            card.add(new Fact(
                    d.id(), Value.warning(d.text()), Origin.of(d.subject().orElse(""))));
        }
        if (all.size() > LISTED) {
            card.computed(
                    "inspector.functions.rest",
                    Value.of(Messages.text("inspector.more", Words.count(all.size() - LISTED))));
        }
        return card.build().unlessEmpty();
    }
}
