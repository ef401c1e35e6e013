package ridscope.plan;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What Linux finds odd about a bridge while it hands out numbers, and how it says so. */
final class BridgeCheck {

    private final PlanLog log;

    BridgeCheck(PlanLog log) {
        this.log = log;
    }

    void hardWired(KernelBus bus, Part bridge) {
        log.add(
                PlanEvent.Id.PRIMARY_HARDWIRED,
                bridge.subject(),
                bus.number,
                "Its primary number reads 0 on bus " + PlanLog.bus(bus.number) + "; Linux takes it for hard-wired",
                "Primary bus is hard wired to 0");
    }

    /** Step B3. A bridge at 0/0 is broken by that rule too, which is routine and not said. */
    boolean broken(KernelBus bus, Part bridge) {
        boolean primary = bridge.primaryKnown && bridge.primary != bus.number;
        boolean low = bridge.secondary <= bus.number;
        boolean inverted = bridge.secondary > bridge.subordinate;
        if (bridge.registers().configured() && (primary || low || inverted)) {
            PlanEvent.Id id = primary
                    ? PlanEvent.Id.PRIMARY_MISMATCH
                    : low ? PlanEvent.Id.SECONDARY_NOT_ABOVE_PRIMARY : PlanEvent.Id.SUBORDINATE_BELOW_SECONDARY;
            log.add(
                    id,
                    bridge.subject(),
                    bridge.secondary,
                    "Linux drops its numbers " + bridge.registers() + " (primary " + PlanLog.bus(bridge.primary)
                            + ") on bus " + PlanLog.bus(bus.number),
                    "bridge configuration invalid ([bus " + PlanLog.bus(bridge.secondary) + "-"
                            + PlanLog.bus(bridge.subordinate) + "]), reconfiguring");
        }
        return primary || low || inverted;
    }

    void shared(Part bridge, KernelBus child) {
        log.add(
                PlanEvent.Id.SECONDARY_SHARED,
                bridge.subject(),
                child.number,
                "Its secondary bus " + PlanLog.bus(child.number) + " belongs to " + child.above()
                        + " already; what is below it is not found",
                "");
    }

    void insert(KernelBus child, BusResource under, boolean say) {
        Optional<BusResource> conflict = child.range.insertUnder(under);
        if (conflict.isEmpty() || !say) {
            return;
        }
        boolean sibling = conflict.get() != under;
        log.add(
                sibling ? PlanEvent.Id.BUS_OVERLAP : PlanEvent.Id.RANGE_OUTSIDE_PARENT,
                child.self.subject(),
                Math.max(child.number, conflict.get().start()),
                child.range + (sibling ? " overlaps " + conflict.get() : " does not lie inside " + under),
                "busn_res: can not insert " + child.range + " under " + under + " (conflicts with (null) "
                        + conflict.get() + ")");
    }

    /** Linux {@code pci_bus_update_busn_res_end}: one that found no place yet tries again. */
    void moveEnd(KernelBus child, BusResource under, long end) {
        if (child.range.moveEnd(end) && !child.range.inserted() && child.parent != null) {
            child.range.insertUnder(under);
        }
    }

    void exceeds(Part bridge, long reached) {
        log.add(
                PlanEvent.Id.MAX_BUSN_EXCEEDED,
                bridge.subject(),
                reached,
                "It keeps subordinate " + PlanLog.bus(bridge.subordinate) + ", but what is below needs numbers up to "
                        + PlanLog.bus(reached),
                "bridge has subordinate " + PlanLog.bus(bridge.subordinate) + " but max busn " + PlanLog.bus(reached));
    }

    void exhausted(KernelBus bus, Part bridge, long next) {
        boolean none = next > 0xff;
        log.add(
                PlanEvent.Id.BUS_EXHAUSTED,
                bridge.subject(),
                next,
                none
                        ? "No bus number is left for it: the next one would be " + PlanLog.bus(next)
                                + ", and ff is the last"
                        : "The next bus number, " + PlanLog.bus(next) + ", lies outside " + bus.range + " above it",
                none
                        ? ""
                        : "busn_res: can not insert " + BusResource.text(next, bus.range.end()) + " under " + bus.range
                                + " (conflicts with (null) " + bus.range + ")");
    }

    /** Step B6: never for a bridge on a root bus. */
    void reachable(Part bridge, KernelBus child, KernelBus on) {
        for (KernelBus bus = on; bus.parent != null; bus = bus.parent) {
            if (child.range.end() > bus.range.end()
                    || child.number > bus.range.end()
                    || child.number < bus.number
                    || child.range.end() < bus.number) {
                log.add(
                        PlanEvent.Id.DEVICES_UNUSABLE,
                        bridge.subject(),
                        child.number,
                        "Devices behind it cannot be reached: " + child.range + " does not fit " + bus.range + " above",
                        "devices behind bridge are unusable because " + child.range + " cannot be assigned for them");
                return;
            }
        }
    }

    /** Numbers from {@code first} to {@code highest} that no kept bridge of the bus holds. */
    void gaps(KernelBus bus, List<Part> bridges, int first, int highest) {
        BitSet held = new BitSet(256);
        for (Part bridge : bridges) {
            if (bridge.kept && bridge.registers().size() > 0) {
                held.set(bridge.secondary, bridge.subordinate + 1);
            }
        }
        int free = 0;
        for (int number = Math.max(0, first); number <= Math.min(highest, 0xff); number++) {
            free += held.get(number) ? 0 : 1;
        }
        if (free > 0) {
            log.add(
                    PlanEvent.Id.GAP_LOST,
                    bus.above(),
                    free,
                    free + (free == 1 ? " free number" : " free numbers") + " up to " + PlanLog.bus(highest)
                            + " will not be handed out: Linux goes on above the highest kept one",
                    "");
        }
    }

    /** A kept bridge that ends at ff leaves nothing for those without numbers. */
    void blocked(List<Part> bridges) {
        for (Part bridge : bridges) {
            if (bridge.kept && bridge.subordinate == 0xff) {
                log.add(
                        PlanEvent.Id.SUBORDINATE_FF_BLOCKS,
                        bridge.subject(),
                        0xff,
                        "It keeps " + bridge.registers() + ", so that no number is left for bridges beside it",
                        "");
            }
        }
    }
}
