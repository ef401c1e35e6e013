package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;

/** Slots. */
final class SlotWords {

    /** Slot Capabilities, from the start of the PCI Express capability. */
    static final int CAPABILITIES = 0x14;

    private SlotWords() {}

    /** The system's word for the slot if it has one, else the slot register of the port. */
    static Origin origin(Subject subject, Slot slot) {
        Optional<String> said = subject.function().record().os().place().slot();
        if (said.isPresent() && said.get().equals(slot.label()) || slot.port().isEmpty()) {
            return subject.os("slot", "slot");
        }
        Optional<PciFunction> port = slot.port().flatMap(subject.topology()::function);
        return port.flatMap(p -> p.express().capability())
                .map(e -> Origin.register(slot.port().get(), e.offset() + CAPABILITIES))
                .orElseGet(() -> subject.os("slot", "slot"));
    }
}
