package ridscope.desktop.inspector;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.Header;
import ridscope.config.Views;
import ridscope.desktop.inspector.Subject.Fallback;
import ridscope.desktop.l10n.Messages;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.topology.Identity;
import ridscope.topology.PciFunction;

/** Who a function is: its address in all notations, its IDs with names. */
final class IdentityCard {

    private static final int SUBSYSTEM_CAPABILITY = 0x0d;

    private final Subject subject;
    private final PciFunction function;
    private final Identity identity;
    private final Header header;
    private final DeviceNames names;
    private final Card.Builder card = new Card.Builder("identity", "inspector.identity");

    private IdentityCard(Subject subject) {
        this.subject = subject;
        this.function = subject.function();
        this.identity = function.identity();
        this.header = Views.header(subject.config());
        this.names = subject.document().names();
    }

    static Card of(Subject subject) {
        return new IdentityCard(subject).build();
    }

    private Card build() {
        notations(card, function.address(), Origin.of(Messages.text("inspector.origin.source")));
        card.computed("inspector.role", Value.of(RoleWords.of(function)));
        ids();
        subsystem();
        header();
        card.add("inspector.config-size", size(), Origin.of(Messages.text("inspector.origin.source")));
        return card.build();
    }

    /** The same address in every notation somebody might have copied it from. */
    static void notations(Card.Builder card, FunctionAddress address, Origin origin) {
        RoutingId rid = address.rid();
        card.add("inspector.address", Value.mono(address.toString()), origin);
        card.computed("inspector.rid", Value.mono(Words.rid(address)));
        card.computed(
                "inspector.devfn",
                Value.of(Messages.text(
                        "inspector.devfn.words",
                        Words.hex(rid.bus(), 2),
                        Words.hex(rid.device(), 2),
                        rid.function(),
                        rid.ariFunction())));
    }

    private void ids() {
        card.add(subject.headerOrOs(
                "inspector.vendor",
                identity.vendor(),
                header.vendor(),
                new Fallback(0x00, 2, "vendor", "-n"),
                id -> named(Words.hex(id, 4), names.vendor(function))));
        card.add(subject.headerOrOs(
                "inspector.device",
                identity.device(),
                header.device(),
                new Fallback(0x02, 2, "device", "-n"),
                id -> named(Words.hex(id, 4), names.device(function))));
        card.add(classCode());
        card.add(subject.headerOrOs(
                "inspector.revision",
                identity.revision(),
                header.revision(),
                new Fallback(0x08, 1, "revision", "-n"),
                revision -> Words.hex(revision, 2)));
    }

    /** Some sources tell the class without its programming interface. */
    private Fact classCode() {
        if (identity.shortClass().isPresent()) {
            return subject.headerOrOs(
                    "inspector.class",
                    identity.shortClass(),
                    OptionalInt.empty(),
                    new Fallback(0x0a, 2, "class", "-n"),
                    code -> named(Words.hex(code, 4), names.className(function)));
        }
        return subject.headerOrOs(
                "inspector.class",
                identity.classCode(),
                header.classCode(),
                new Fallback(0x09, 3, "class", "-n"),
                code -> Messages.text(
                        "inspector.class.words",
                        named(Words.hex(code >> 8, 4), names.className(function)),
                        Words.hex(code & 0xff, 2)));
    }

    private void subsystem() {
        OptionalInt at = subsystemOffset();
        if (identity.subsystemVendor().isEmpty()) {
            if (at.isPresent() && subject.config().has(at.getAsInt(), 4)) {
                card.add(
                        "inspector.subsystem",
                        Value.of(Messages.text("inspector.subsystem.none")),
                        Origin.register(at.getAsInt(), 4));
            }
            return;
        }
        String vendor = Words.hex(identity.subsystemVendor().getAsInt(), 4);
        String device = identity.subsystemDevice().isPresent()
                ? Words.hex(identity.subsystemDevice().getAsInt(), 4)
                : "????";
        Optional<Integer> raw = Views.subsystem(subject.config(), function.capabilities());
        Origin origin = raw.isPresent() && at.isPresent()
                ? Origin.register(at.getAsInt(), 4)
                : subject.os("subsystem_device", "Subsystem");
        card.add("inspector.subsystem", Value.of(named(vendor + ":" + device, names.subsystem(function))), origin);
    }

    private OptionalInt subsystemOffset() {
        return switch (header.layout().orElse(-1)) {
            case 0 -> OptionalInt.of(0x2c);
            case 1 ->
                function.capabilities()
                        .standard(SUBSYSTEM_CAPABILITY)
                        .map(c -> OptionalInt.of(c.offset() + 4))
                        .orElse(OptionalInt.empty());
            case 2 -> OptionalInt.of(0x40);
            default -> OptionalInt.empty();
        };
    }

    private void header() {
        header.layout()
                .ifPresent(layout -> card.add(
                        "inspector.header",
                        Value.of(Messages.text(
                                header.multifunction().orElse(false)
                                        ? "inspector.header.multi"
                                        : "inspector.header.single",
                                layout)),
                        Origin.register(0x0e, 1)));
    }

    private Value size() {
        int real = subject.config().length();
        int claimed = function.record().configSize();
        if (real == 0) {
            return subject.missing(0);
        }
        if (claimed > real) {
            return Value.unreadable(
                    Messages.text("inspector.config-size.short", Words.count(real), Words.count(claimed)));
        }
        return Value.of(Messages.text("inspector.config-size.words", Words.count(real)));
    }

    private static String named(String id, Optional<String> name) {
        return name.map(n -> id + " " + n).orElse(id);
    }
}
