package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.RidDescription;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.Claim;
import ridscope.ridmap.FpbWindow;
import ridscope.ridmap.RidAnswer;
import ridscope.ridmap.RidMap;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;

/** Who claims a Routing ID, and how packets find their way to it. */
final class RoutingCard {

    private final Document document;

    RoutingCard(Document document) {
        this.document = document;
    }

    Optional<Card> of(FunctionAddress address) {
        return document.ridMap(address.segment()).map(map -> build(map, address));
    }

    private Card build(RidMap map, FunctionAddress address) {
        Card.Builder card = new Card.Builder("routing", "inspector.routing");
        RidAnswer answer = map.who(address.rid());
        if (answer.claims().isEmpty()) {
            card.computed("inspector.owner", Value.of(Messages.text("inspector.owner.nobody")));
        }
        boolean contested = map.conflicts().stream().anyMatch(c -> c.rid().equals(address.rid()));
        for (Claim claim : answer.claims()) {
            owner(card, claim, contested);
        }
        for (Claim claim : answer.wrapped()) {
            card.computed(
                    "inspector.wrapped",
                    Value.warning(Messages.text("inspector.wrapped.words", ClaimWords.what(claim), claim.placement()))
                            .to(new Target.OfFunction(claim.owner())));
        }
        routing(card, address, answer.routing());
        for (FpbWindow window : answer.fpb()) {
            card.computed(
                    "inspector.fpb",
                    Value.of(RidDescription.fpb(window, address.rid())).to(new Target.OfFunction(window.port())));
        }
        return card.build();
    }

    private void owner(Card.Builder card, Claim claim, boolean contested) {
        Value what = Value.of(ClaimWords.full(claim)).to(new Target.OfFunction(claim.owner()));
        card.computed("inspector.owner", contested ? what.toned(Tone.BAD) : what);
        if (!claim.formula().isEmpty()) {
            card.computed("inspector.formula", Value.mono(Words.formula(claim.formula(), claim.placement())));
        }
    }

    private void routing(Card.Builder card, FunctionAddress address, BusRouting routing) {
        card.computed(
                "inspector.bus",
                state(routing).to(new Target.OfBuses(address.segment(), new BusRange(routing.bus(), routing.bus()))));
        routing.hostBridge().ifPresent(root -> card.computed("inspector.root", root(root)));
        for (FunctionAddress bridge : routing.bridges()) {
            String buses = document.function(bridge)
                    .flatMap(PciFunction::bridge)
                    .flatMap(BridgeBuses::range)
                    .map(range -> " " + Words.buses(range))
                    .orElse("");
            card.computed(
                    "inspector.routed-by",
                    Value.mono(Words.address(bridge) + buses).to(new Target.OfFunction(bridge)));
        }
    }

    /** A root bus with its window. */
    static Value root(HostBridge root) {
        String window = Words.hex(root.rootBus(), 2) + " " + Words.buses(root.buses());
        String text = root.endAssumed() ? Messages.text("inspector.root.assumed", window) : window;
        return Value.mono(text).to(new Target.OfBuses(root.segment(), root.buses()));
    }

    /** What is known of a bus. */
    static Value state(BusRouting routing) {
        String bus = Words.hex(routing.bus(), 2);
        return switch (routing.state()) {
            case USED -> Value.of(Messages.text("inspector.bus.used", bus));
            case RESERVED -> Value.of(Messages.text("inspector.bus.reserved", bus));
            case FREE -> Value.of(Messages.text("inspector.bus.free", bus));
            case UNROUTED -> Value.warning(Messages.text("inspector.bus.unrouted", bus));
            case UNKNOWN -> Value.unknown(Messages.text("inspector.bus.unknown", bus));
        };
    }
}
