package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.host.SlotRecord;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;

/** Slots. */
final class SlotWords {

    /** Slot Capabilities, from the start of the PCI Express capability. */
    static final int CAPABILITIES = 0x14;

    private SlotWords() {}

    /** What the system says of a slot besides its name: power, presence, speed of the bus behind it. */
    static void add(Subject subject, Slot slot, Card.Builder card) {
        slot.powered()
                .ifPresent(on -> card.add(
                        "inspector.slot.power",
                        on ? Value.of(Messages.text("inspector.on")) : Value.warning(Messages.text("inspector.off")),
                        subject.os("slots power", "slot")));
        slot.told()
                .flatMap(SlotRecord::occupied)
                .ifPresent(present -> card.add(
                        "inspector.slot.present",
                        Value.of(Messages.text(present ? "inspector.slot.occupied" : "inspector.slot.empty")),
                        subject.os("slots adapter", "slot")));
        Optional<String> speed = slot.speed()
                .map(now -> slot.maxSpeed()
                        .map(most -> Messages.text("inspector.slot.speed-of", now, most))
                        .orElse(now));
        card.add("inspector.slot.speed", speed.map(Value::mono), subject.os("slots cur_bus_speed", "slot"));
    }

    /** The system's word for the slot if it has one, else the slot register of the port. */
    static Origin origin(Subject subject, Slot slot) {
        Optional<String> said = subject.function().record().os().place().slot();
        if (said.isPresent() && said.get().equals(slot.label()) || slot.port().isEmpty()) {
            return subject.os("slot", "slot");
        }
        Optional<PciFunction> port = slot.port().flatMap(subject.topology()::function);
        return port.flatMap(p -> p.express().capability())
                .map(e -> subject.registerOf(slot.port().get(), e.offset() + CAPABILITIES))
                .orElseGet(() -> subject.os("slot", "slot"));
    }
}
