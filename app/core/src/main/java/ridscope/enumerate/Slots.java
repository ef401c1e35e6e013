package ridscope.enumerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.config.PciExpress;
import ridscope.host.SlotRecord;
import ridscope.topology.Slot;

/** Slots: described by a port's slot registers, labelled by the system where it has a name for them. */
final class Slots {

    /** By what the system calls the place: segment, bus and device, or segment and bus only. */
    private final Map<String, SlotRecord> records = new LinkedHashMap<>();

    private final Map<SlotRecord, Slot> found = new HashMap<>();

    Slots(List<SlotRecord> listed) {
        listed.forEach(r -> records.putIfAbsent(r.address(), r));
    }

    /** Labels conventional slots; those below a port are added by {@link #below}. */
    void labelConventional(Collection<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.slot.isEmpty()) {
                draft.slot = conventional(draft);
            }
        }
    }

    private Optional<Slot> conventional(Draft draft) {
        Optional<SlotRecord> told = told(draft);
        return label(draft, told)
                .map(label -> remembered(new Slot(label, Optional.empty(), hotplug(told), Optional.of(true), told)));
    }

    /** The slot below a port, and marks what is plugged into it. Where nobody could read the registers, the system's list counts. */
    Optional<Slot> below(Draft port) {
        Optional<SlotRecord> told = port.children.stream()
                .map(this::told)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> toldBelow(port));
        Optional<PciExpress.SlotRegisters> registers = port.express.flatMap(PciExpress::slot);
        boolean unreadable = port.express.isEmpty();
        if (!port.role.downstreamPort() || registers.isEmpty() && !(unreadable && told.isPresent())) {
            return Optional.empty();
        }
        String label = port.children.stream()
                .map(child -> label(child, told))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> told.map(SlotRecord::name))
                .orElseGet(
                        () -> registers.map(r -> Integer.toString(r.number())).orElse(""));
        Slot slot = remembered(new Slot(
                label,
                Optional.of(port.address),
                registers.map(PciExpress.SlotRegisters::hotplug).orElseGet(() -> hotplug(told)),
                occupied(port, registers, told),
                told));
        port.children.forEach(c -> c.slot = Optional.of(slot));
        return Optional.of(slot);
    }

    /** What the list has beyond those slots that were found. */
    List<Slot> others() {
        List<Slot> others = new ArrayList<>();
        for (SlotRecord record : records.values()) {
            if (!found.containsKey(record)) {
                others.add(new Slot(
                        record.name(),
                        Optional.empty(),
                        hotplug(Optional.of(record)),
                        record.occupied(),
                        Optional.of(record)));
            }
        }
        return others;
    }

    private Slot remembered(Slot slot) {
        slot.told().ifPresent(record -> found.putIfAbsent(record, slot));
        return slot;
    }

    private static Optional<Boolean> occupied(
            Draft port, Optional<PciExpress.SlotRegisters> registers, Optional<SlotRecord> told) {
        if (!port.children.isEmpty()) {
            return Optional.of(true);
        }
        return registers.map(PciExpress.SlotRegisters::present).or(() -> told.flatMap(SlotRecord::occupied));
    }

    /** Linux gives a slot the attribute {@code power} if a hot-plug driver has it ({@code has_power_file}). */
    private static boolean hotplug(Optional<SlotRecord> told) {
        return told.flatMap(SlotRecord::powered).isPresent();
    }

    private static Optional<String> label(Draft draft, Optional<SlotRecord> told) {
        return draft.record.os().place().slot().or(() -> told.map(SlotRecord::name));
    }

    private Optional<SlotRecord> told(Draft draft) {
        return records.isEmpty()
                ? Optional.empty()
                : told(draft, draft.bus(), draft.address.rid().device());
    }

    private Optional<SlotRecord> toldBelow(Draft port) {
        return port.bridge.flatMap(b -> told(port, b.secondary(), 0));
    }

    /** Some firmware names only the bus. */
    private Optional<SlotRecord> told(Draft near, int bus, int device) {
        String onBus = String.format("%s:%02x", near.address.segment(), bus);
        return Optional.ofNullable(records.get(String.format("%s:%02x", onBus, device)))
                .or(() -> Optional.ofNullable(records.get(onBus)));
    }
}
