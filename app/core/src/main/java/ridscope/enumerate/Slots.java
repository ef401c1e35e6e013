package ridscope.enumerate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.config.PciExpress;
import ridscope.host.SlotRecord;
import ridscope.topology.Slot;

/** Slots: described by a port's slot registers, labelled by the system where it has a name for them. */
final class Slots {

    private final Map<String, String> labels = new HashMap<>();

    Slots(List<SlotRecord> records) {
        records.forEach(r -> labels.putIfAbsent(r.address(), r.name()));
    }

    /** Labels conventional slots; those below a port are added by {@link #below}. */
    void labelConventional(Collection<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.slot.isEmpty()) {
                draft.slot = label(draft).map(l -> new Slot(l, Optional.empty(), false, Optional.of(true)));
            }
        }
    }

    /** The slot below a port with slot registers, and marks what is plugged into it. */
    Optional<Slot> below(Draft port) {
        Optional<PciExpress.SlotRegisters> registers = port.express.flatMap(PciExpress::slot);
        if (registers.isEmpty() || !port.role.downstreamPort()) {
            return Optional.empty();
        }
        String label = port.children.stream()
                .map(this::label)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> emptyLabel(port))
                .orElse(Integer.toString(registers.get().number()));
        boolean occupied = registers.get().present() || !port.children.isEmpty();
        Slot slot = new Slot(label, Optional.of(port.address), registers.get().hotplug(), Optional.of(occupied));
        port.children.forEach(c -> c.slot = Optional.of(slot));
        return Optional.of(slot);
    }

    private Optional<String> label(Draft draft) {
        Optional<String> told = draft.record.os().place().slot();
        if (told.isPresent() || labels.isEmpty()) {
            return told;
        }
        int device = draft.address.rid().device();
        return Optional.ofNullable(
                labels.get(String.format("%s:%02x:%02x", draft.address.segment(), draft.bus(), device)));
    }

    private Optional<String> emptyLabel(Draft port) {
        return port.bridge
                .map(b -> String.format("%s:%02x:00", port.address.segment(), b.secondary()))
                .map(labels::get);
    }
}
