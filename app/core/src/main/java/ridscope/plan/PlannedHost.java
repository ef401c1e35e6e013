package ridscope.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.Topology;

/**
 * The host as it would be after a plan, as a snapshot that can be enumerated and drawn like any other: addresses moved, bus
 * numbers in the registers, VFs that were wished for enabled where Linux would enable them, SIOV capabilities given, cards
 * plugged in. Slots go with the bus that they are on, and IOMMU groups with their functions, as a group rests on what is
 * above a function and not on its number; the kernel may count the groups otherwise. Functions that Linux would not find are
 * left out, and so are today's log lines, which speak of today's numbers, and slots on buses that no bridge leads to any more.
 */
public final class PlannedHost {

    /** The kind of source that such a snapshot names. */
    public static final String KIND = "planned";

    private PlannedHost() {}

    /**
     * @param topology the one that the plan was made for
     * @param plan its wishes count; it is carried out again
     */
    public static HostSnapshot of(Topology topology, BusPlan plan) {
        return of(topology, plan, topology.segments());
    }

    /** One segment of it alone: nothing of its numbers depends on the others, and a host may have many. */
    public static HostSnapshot of(Topology topology, BusPlan plan, Segment segment) {
        return of(topology, plan, List.of(segment));
    }

    private static HostSnapshot of(Topology topology, BusPlan plan, List<Segment> segments) {
        List<FunctionRecord> records = new ArrayList<>();
        PlannedSlots slots = new PlannedSlots(topology);
        PlanLog log = new PlanLog();
        for (Segment segment : segments) {
            Machine machine = Machine.of(topology, segment, plan.wishes(), log);
            BusPlanner.assign(machine, segment, plan.wishes(), log);
            slots.add(machine);
            for (Part part : machine.parts()) {
                if (part.bus != null) {
                    records.add(record(topology, part, plan.wishes()));
                }
            }
        }
        records.sort(Comparator.comparing(FunctionRecord::address));
        return new HostSnapshot(
                provenance(topology.provenance()),
                topology.hostBridges().stream()
                        .filter(h -> segments.contains(h.segment()))
                        .map(PlannedHost::root)
                        .toList(),
                records,
                List.of(),
                slots.list(),
                topology.numaNodes(),
                List.of());
    }

    private static FunctionRecord record(Topology topology, Part part, Wishes wishes) {
        return part.known
                .map(f -> new PlannedRecord(topology, part, f, wishes).record())
                .orElseGet(() -> PluggedRecord.of(part));
    }

    private static Provenance provenance(Provenance today) {
        return new Provenance(
                KIND, today.host(), today.kernel(), today.capturedAt(), today.tool(), today.privileged(), false);
    }

    private static RootBus root(HostBridge hostBridge) {
        Optional<Integer> end = hostBridge.endAssumed()
                ? Optional.empty()
                : Optional.of(hostBridge.buses().last());
        return new RootBus(
                hostBridge.segment(),
                hostBridge.rootBus(),
                end.map(OptionalInt::of).orElse(OptionalInt.empty()),
                hostBridge.numaNode());
    }
}
