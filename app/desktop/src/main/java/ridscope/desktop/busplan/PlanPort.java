package ridscope.desktop.busplan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.config.PciExpress;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/**
 * A bridge that a card can be thought below, or whose ARI forwarding can be wished for.
 *
 * @param address where it is today
 * @param name what is below it, and its slot
 * @param empty whether nothing is below it
 * @param ari whether ARI forwarding can be wished for: it has a link below, and nothing says that it cannot forward
 * @param fact what is known of its ARI forwarding; empty for a bridge without a link
 */
record PlanPort(FunctionAddress address, String name, boolean empty, boolean ari, Optional<String> fact) {

    /** Every bridge that has a link below it or nothing at all, by address. */
    static List<PlanPort> of(Document document) {
        return document.topology().functions().stream()
                .filter(f -> f.role().bridge())
                .map(f -> of(document, f))
                .filter(p -> p.empty || p.fact.isPresent())
                .toList();
    }

    private static PlanPort of(Document document, PciFunction f) {
        Topology topology = document.topology();
        Optional<PciFunction> below =
                topology.below(f).stream().filter(b -> b.virtual().isEmpty()).findFirst();
        String what =
                below.map(b -> document.names().shortName(b)).orElseGet(() -> Messages.text("busplan.port.empty"));
        String name = topology.slotBelow(f.address())
                .map(Slot::label)
                .filter(label -> !label.isBlank())
                .map(label -> Messages.text("busplan.port.slot", what, label))
                .orElse(what);
        boolean link = f.role().downstreamPort() && f.express().capability().isPresent();
        Optional<PciExpress.DeviceControl2> control = f.express().capability().flatMap(PciExpress::control2);
        boolean never = control.filter(c -> !c.ariForwardingSupported()).isPresent();
        String fact = control.map(c -> Messages.text(
                        never
                                ? "busplan.ari.never"
                                : c.ariForwardingEnabled() ? "busplan.ari.is-on" : "busplan.ari.is-off"))
                .orElseGet(() -> Messages.text("busplan.ari.unknown"));
        return new PlanPort(
                f.address(), name, below.isEmpty(), link && !never, link ? Optional.of(fact) : Optional.empty());
    }

    /** Whether the filter's text is in its address or name; in any case for a blank one. */
    boolean matches(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return address.toString().contains(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
