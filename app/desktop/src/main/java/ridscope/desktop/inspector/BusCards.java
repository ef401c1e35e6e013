package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;

/** Buses of a segment: who routes them and who is on them. */
final class BusCards {

    private static final int LISTED = 12;

    private final Document document;

    BusCards(Document document) {
        this.document = document;
    }

    List<Card> of(Target.OfBuses target) {
        List<Card> cards = new ArrayList<>();
        Optional<RidMap> map = document.ridMap(target.segment());
        map.ifPresent(m -> cards.add(routing(m, target.buses())));
        functions(target).ifPresent(cards::add);
        return cards;
    }

    private Card routing(RidMap map, BusRange buses) {
        Card.Builder card = new Card.Builder("buses", "inspector.buses");
        card.computed(
                "inspector.buses.range",
                Value.mono(Words.buses(buses.first(), buses.last()) + " (" + buses.size() + ")"));
        int from = buses.first();
        for (int bus = buses.first(); bus <= buses.last(); bus++) {
            boolean last = bus == buses.last() || !alike(map.bus(bus), map.bus(bus + 1));
            if (last) {
                run(card, map.bus(bus), from, bus);
                from = bus + 1;
            }
        }
        return card.build();
    }

    private static boolean alike(BusRouting a, BusRouting b) {
        return a.state() == b.state()
                && a.bridges().equals(b.bridges())
                && a.hostBridge().equals(b.hostBridge());
    }

    private void run(Card.Builder card, BusRouting routing, int from, int to) {
        Value state = state(routing);
        Optional<FunctionAddress> bridge = routing.bridges().isEmpty()
                ? Optional.empty()
                : Optional.of(routing.bridges().get(routing.bridges().size() - 1));
        Value value = bridge.map(b -> new Value(
                        Messages.text("inspector.buses.by", state.text(), Words.address(b)),
                        state.tone(),
                        false,
                        Optional.of(new Target.OfFunction(b))))
                .orElse(state);
        card.add(new Fact(Messages.text("inspector.buses.bus", Words.buses(from, to)), value, Origin.computed()));
    }

    private static Value state(BusRouting routing) {
        return switch (routing.state()) {
            case USED -> Value.of(Messages.text("inspector.buses.used"));
            case RESERVED -> Value.of(Messages.text("inspector.buses.reserved"));
            case FREE -> Value.of(Messages.text("inspector.buses.free"));
            case UNROUTED -> Value.warning(Messages.text("inspector.buses.unrouted"));
            case UNKNOWN -> Value.unknown(Messages.text("inspector.buses.unknown"));
        };
    }

    private Optional<Card> functions(Target.OfBuses target) {
        List<PciFunction> inside = document.topology().functions().stream()
                .filter(f -> f.address().segment().equals(target.segment())
                        && target.buses().contains(f.address().bus()))
                .toList();
        Card.Builder card = new Card.Builder("functions", "inspector.functions");
        for (PciFunction f : inside.subList(0, Math.min(LISTED, inside.size()))) {
            card.add(new Fact(
                    RoleWords.of(f),
                    Subject.named(document, f.address()),
                    Origin.of(f.driver().orElse(""))));
        }
        if (inside.size() > LISTED) {
            card.computed(
                    "inspector.functions.rest",
                    Value.of(Messages.text("inspector.more", Words.count(inside.size() - LISTED))));
        }
        return card.build().unlessEmpty();
    }
}
