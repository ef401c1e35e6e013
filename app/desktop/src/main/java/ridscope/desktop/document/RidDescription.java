package ridscope.desktop.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.Claim;
import ridscope.ridmap.FpbWindow;
import ridscope.ridmap.RidAnswer;
import ridscope.topology.PciFunction;

/**
 * What is known of one Routing ID, in words.
 *
 * @param address the ID in its segment
 * @param heading all notations of it: {@code 0d:00.0 · 0x0d00 · 3328 · ARI function 0}
 * @param claims one line per claim, existing owners first; one line saying so when there is none
 * @param routing how its bus is routed
 * @param conflict whether more than one owner claims it
 */
public record RidDescription(
        FunctionAddress address, String heading, List<String> claims, String routing, boolean conflict) {

    public RidDescription {
        claims = List.copyOf(claims);
    }

    /** Asks the document's RID map; a segment the host does not have is described as unclaimed. */
    public static RidDescription of(Document document, FunctionAddress address) {
        return document.ridMap(address.segment())
                .map(map -> of(document, map.who(address.rid())))
                .orElseGet(() -> new RidDescription(
                        address,
                        heading(address.rid()),
                        List.of(Messages.text("rid.unclaimed")),
                        Messages.text("rid.no-segment", address.segment()),
                        false));
    }

    /** The same with one more line. */
    public RidDescription withNote(String note) {
        List<String> more = new ArrayList<>(claims);
        more.add(note);
        return new RidDescription(address, heading, more, routing, conflict);
    }

    /** All of it in one text, to be read aloud. */
    public String inWords() {
        return heading + ". " + String.join(". ", claims) + ". " + routing;
    }

    private static RidDescription of(Document document, RidAnswer answer) {
        List<String> lines = new ArrayList<>();
        answer.claims().forEach(claim -> lines.add(claim(document, claim)));
        answer.wrapped().forEach(claim -> lines.add(Messages.text("rid.wrapped", claim(document, claim))));
        if (lines.isEmpty()) {
            lines.add(Messages.text("rid.unclaimed"));
        }
        RoutingId rid = answer.address().rid();
        answer.fpb().forEach(window -> lines.add(fpb(window, rid)));
        boolean conflict = document.ridMap(answer.address().segment()).stream()
                .flatMap(map -> map.conflicts().stream())
                .anyMatch(c -> c.rid().equals(rid));
        return new RidDescription(answer.address(), heading(rid), lines, routing(answer.routing()), conflict);
    }

    /** What a Flattening Portal Bridge does with it, whatever its bus range says. */
    public static String fpb(FpbWindow window, RoutingId rid) {
        String verdict = window.forwards(rid)
                .map(yes -> yes ? "rid.fpb.set" : "rid.fpb.clear")
                .orElse("rid.fpb.unknown");
        return Messages.text(verdict, window.port().rid(), window.bit(rid));
    }

    private static String heading(RoutingId rid) {
        return Messages.text("rid.heading", rid, String.format("0x%04x", rid.value()), rid.value(), rid.ariFunction());
    }

    private static String claim(Document document, Claim claim) {
        String owner = claim.owner().rid().toString();
        String index = claim.index().isPresent() ? String.valueOf(claim.index().getAsInt()) : "";
        String formula = claim.formula().isEmpty() ? "" : " = " + claim.formula();
        return switch (claim.kind()) {
            case FUNCTION -> Messages.text("rid.claim.function", function(document, claim.owner()));
            case ENABLED_VF -> Messages.text("rid.claim.enabled-vf", index, owner) + formula;
            case POSSIBLE_VF -> Messages.text("rid.claim.possible-vf", index, owner) + formula;
            case SDI -> Messages.text("rid.claim.sdi", index, owner) + formula;
            case PHANTOM_FUNCTION -> Messages.text("rid.claim.phantom", owner);
            case BRIDGE_ALIAS -> Messages.text("rid.claim.alias", owner);
        };
    }

    private static String function(Document document, FunctionAddress address) {
        return document.function(address)
                .map(f -> document.names().shortName(f) + driver(f))
                .orElse(address.rid().toString());
    }

    private static String driver(PciFunction function) {
        return function.driver().map(d -> " (" + d + ")").orElse("");
    }

    private static String used(BusRouting routing, String bus, String path) {
        if (!path.isEmpty()) {
            return Messages.text("rid.routed", bus, path);
        }
        boolean root =
                routing.hostBridge().filter(h -> h.rootBus() == routing.bus()).isPresent();
        return Messages.text(root ? "rid.root-bus" : "rid.unknown-way", bus);
    }

    private static String routing(BusRouting routing) {
        String bus = String.format("%02x", routing.bus());
        String path = routing.bridges().stream().map(b -> b.rid().toString()).collect(Collectors.joining(" → "));
        return switch (routing.state()) {
            case USED -> used(routing, bus, path);
            case RESERVED -> Messages.text("rid.reserved", bus, path);
            case FREE -> Messages.text("rid.free", bus);
            case UNROUTED -> Messages.text("rid.unrouted", bus);
            case UNKNOWN -> Messages.text("rid.unknown-way", bus);
        };
    }
}
