package ridscope.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.host.SlotRecord;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** The slots that the system lists, each on the bus that its bridge has after a plan. */
final class PlannedSlots {

    private final Topology topology;
    private final Map<String, String> planned = new HashMap<>();
    private final Set<String> filled = new HashSet<>();

    PlannedSlots(Topology topology) {
        this.topology = topology;
    }

    /** Buses of one segment: root buses stay, others follow their bridge. */
    void add(Machine machine) {
        for (Machine.Root root : machine.roots()) {
            Segment segment = root.hostBridge().segment();
            String bus = bus(segment, root.hostBridge().rootBus());
            planned.putIfAbsent(bus, bus);
        }
        for (Part part : machine.parts()) {
            Optional<BusNumbers> now = part.now.filter(BusNumbers::configured);
            if (part.known.isPresent() && now.isPresent() && part.child != null) {
                Segment segment = part.known.map(PciFunction::address).get().segment();
                String today = bus(segment, now.get().secondary());
                planned.putIfAbsent(today, bus(segment, part.secondary));
                if (part.below.stream().anyMatch(p -> p.known.isEmpty())) {
                    filled.add(today);
                }
            }
        }
    }

    private static String bus(Segment segment, int number) {
        return segment + ":" + Numbers.hexText(number, 2);
    }

    /** In the order of today; a card thought to be plugged in occupies its slot. */
    List<SlotRecord> list() {
        List<SlotRecord> slots = new ArrayList<>();
        for (Slot slot : topology.slots()) {
            slot.told().flatMap(this::moved).ifPresent(slots::add);
        }
        return slots;
    }

    /** An address is {@code ssss:bb} or {@code ssss:bb:dd}. */
    private Optional<SlotRecord> moved(SlotRecord slot) {
        String[] fields = slot.address().split(":", 3);
        OptionalInt number = fields.length < 2 ? OptionalInt.empty() : Numbers.hex(fields[1]);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String today = fields[0] + ":" + Numbers.hexText(number.getAsInt(), 2);
        Optional<Boolean> occupied = filled.contains(today) ? Optional.of(true) : slot.occupied();
        return Optional.ofNullable(planned.get(today))
                .map(bus -> new SlotRecord(
                        slot.name(),
                        fields.length == 2 ? bus : bus + ":" + fields[2],
                        slot.powered(),
                        occupied,
                        slot.speed(),
                        slot.maxSpeed()));
    }
}
