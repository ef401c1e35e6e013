package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.AcsCapability;
import ridscope.config.PciExpress;
import ridscope.config.PciExpress.DeviceControl2;
import ridscope.desktop.l10n.Messages;
import ridscope.topology.PciFunction;

/** ACS, ARI and the IOMMU group. */
final class IsolationCard {

    private static final String[] ACS_BITS = {
        "Source Validation",
        "Translation Blocking",
        "P2P Request Redirect",
        "P2P Completion Redirect",
        "Upstream Forwarding",
        "P2P Egress Control",
        "Direct Translated P2P",
    };

    private final Subject subject;
    private final PciFunction function;
    private final Card.Builder card = new Card.Builder("isolation", "inspector.isolation");

    private IsolationCard(Subject subject) {
        this.subject = subject;
        this.function = subject.function();
    }

    static Optional<Card> of(Subject subject) {
        return new IsolationCard(subject).build();
    }

    private Optional<Card> build() {
        function.express().acs().ifPresent(this::acs);
        function.express()
                .ari()
                .ifPresent(ari -> card.add(
                        "inspector.ari.next", Value.number(ari.nextFunction()), subject.register(ari.offset() + 5, 1)));
        function.express().capability().ifPresent(this::forwarding);
        subject.unknownCapabilities(true)
                .ifPresent(why -> card.add("inspector.extended-unknown", why, Origin.register(0x100, 4)));
        group();
        return card.build().unlessEmpty();
    }

    private void acs(AcsCapability acs) {
        card.add("inspector.acs.implemented", bits(acs.capability()), subject.register(acs.offset() + 4, 2));
        card.add("inspector.acs.enabled", bits(acs.control()), subject.register(acs.offset() + 6, 2));
        boolean satisfied = acs.satisfies(AcsCapability.ISOLATION);
        card.computed(
                "inspector.acs.isolates",
                satisfied
                        ? Value.good(Messages.text("inspector.acs.yes"))
                        : Value.warning(Messages.text("inspector.acs.no")));
    }

    private static Value bits(int value) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < ACS_BITS.length; bit++) {
            if ((value >> bit & 1) != 0) {
                names.add(ACS_BITS[bit]);
            }
        }
        return Value.of(names.isEmpty() ? Messages.text("inspector.none") : String.join(", ", names));
    }

    private void forwarding(PciExpress express) {
        Optional<DeviceControl2> control = express.control2();
        if (!function.role().downstreamPort() || control.isEmpty()) {
            return;
        }
        boolean supported = control.get().ariForwardingSupported();
        boolean enabled = control.get().ariForwardingEnabled();
        card.add(
                "inspector.ari.supported",
                Value.of(Words.yesNo(supported)),
                subject.register(express.offset() + 0x24, 4));
        card.add(
                "inspector.ari.enabled",
                Value.of(Messages.text(enabled ? "inspector.on" : "inspector.off")),
                subject.register(express.offset() + 0x28, 2));
    }

    private void group() {
        if (function.iommuGroup().isEmpty()) {
            return;
        }
        int group = function.iommuGroup().getAsInt();
        long others = subject.topology().functions().stream()
                        .filter(f -> f.iommuGroup().orElse(-1) == group)
                        .count()
                - 1;
        card.add(
                "inspector.group",
                Value.of(
                        others == 0
                                ? Messages.text("inspector.group.alone", group)
                                : Messages.text("inspector.group.shared", group, Words.count(others))),
                subject.os("iommu_group", "group"));
    }
}
