package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.rid.Segment;

/**
 * Hands out bus numbers in one segment as Linux does: {@code pci_scan_child_bus_extend} and {@code pci_scan_bridge_extend}.
 * Counts are the unsigned 32-bit numbers of that code, kept in an {@code int}.
 *
 * <p>Where the number that comes next does not fit the bus above but is at most 0xFF, Linux goes on, and so does this. Beyond
 * 0xFF real kernels wrap to bus 0 and hang or panic; then the bridge stays without numbers here.
 */
final class BusAssignment {

    /** A bus is scanned again where two bridges lead to it; each look more than this finds nothing new. */
    private static final int SCANS = 8;

    private final Segment segment;
    private final Wishes wishes;
    private final IovReservation reservation;
    private final BridgeCheck check;
    private final PlanLog log;
    private final KernelBus[] byNumber = new KernelBus[256];
    private final BusResource domain = new BusResource(0, 0xff);
    private final List<KernelBus> roots = new ArrayList<>();

    BusAssignment(Segment segment, Wishes wishes, PlanLog log) {
        this.segment = segment;
        this.wishes = wishes;
        this.log = log;
        reservation = new IovReservation(wishes.reservation());
        check = new BridgeCheck(log);
    }

    /** Scans below one root bus; one whose number is known already is passed over (R2). */
    void root(int number, int end, List<Part> functions) {
        if (byNumber[number] != null) {
            return;
        }
        KernelBus root = KernelBus.root(segment, number, end, functions);
        byNumber[number] = root;
        roots.add(root);
        root.range.insertUnder(domain);
        scanChild(root, 0);
    }

    List<KernelBus> roots() {
        return roots;
    }

    /** The bus of that number, if the scan made one. */
    Optional<KernelBus> bus(long number) {
        return number < 0 || number > 0xff ? Optional.empty() : Optional.ofNullable(byNumber[(int) number]);
    }

    private int scanChild(KernelBus bus, int available) {
        if (bus.scanning || bus.scans == SCANS) {
            return bus.lastMax;
        }
        bus.scanning = true;
        bus.scans++;
        List<Part> bridges = discover(bus);
        BridgePlan.Reserve reserve = reservation.on(bus);
        int used = (int) reserve.buses();
        note(bus, reserve);
        int max = spread(bus, bridges, new HotplugShare(available, used, bridges), bus.number + used);
        if (bus.self != null && bus.self.hotplug) {
            max = spare(bus, available, max);
        }
        bus.lastMax = max;
        bus.scanning = false;
        return max;
    }

    private static List<Part> discover(KernelBus bus) {
        List<Part> bridges = new ArrayList<>();
        for (Part part : bus.functions) {
            if (part.bus == null) {
                part.bus = bus;
            }
            if (part.bridge()) {
                bridges.add(part);
            }
        }
        return bridges;
    }

    private static void note(KernelBus bus, BridgePlan.Reserve reserve) {
        if (bus.self != null && bus.scans == 1 && reserve.buses() != 0) {
            bus.self.reserves.add(reserve);
        }
    }

    /** Steps C5 and C6. */
    private int spread(KernelBus bus, List<Part> bridges, HotplugShare share, int start) {
        int max = start;
        for (Part bridge : bridges) {
            int before = max;
            max = scanBridge(bus, bridge, max, 0, false);
            share.counted(before, max);
        }
        int kept = max;
        boolean needed = false;
        for (Part bridge : bridges) {
            boolean wrapped = bridge.hotplug && share.wrapped();
            int before = max;
            max = scanBridge(bus, bridge, before, share.extra(bridge), true);
            share.took(before, max);
            needed |= !bridge.kept;
            if (wrapped && Integer.compareUnsigned(max - before, 1) > 0) {
                starves(bus, bridge, max - before - 1);
            }
        }
        if (needed && bus.scans == 1) {
            check.gaps(bus, bridges, start + 1, kept);
            check.blocked(bridges);
        }
        return max;
    }

    private void starves(KernelBus bus, Part bridge, int beyond) {
        log.add(
                PlanEvent.Id.HOTPLUG_STARVES_SIBLING,
                bridge.subject(),
                beyond,
                "The hot-plug port takes " + beyond + " numbers more than its own on bus " + PlanLog.bus(bus.number)
                        + ", which other bridges there need: an unsigned subtraction in Linux wraps",
                "");
    }

    /** Step C7: a hot-plug port keeps numbers for what may come. */
    private int spare(KernelBus bus, int available, int max) {
        int want = wishes.effectiveHpbussize() - 1;
        want = Integer.compareUnsigned(available, want) > 0 ? available : want;
        if (Integer.compareUnsigned(max - bus.number, want) >= 0) {
            return max;
        }
        int end = (int) bus.range.end();
        int filled = bus.number + want;
        filled = Integer.compareUnsigned(filled, end) > 0 ? end : filled;
        if (filled > max && bus.scans == 1) {
            bus.self.reserves.add(new BridgePlan.Reserve(
                    BridgePlan.Reserve.Kind.HOTPLUG, filled - max, "cards to come in the hot-plug slot"));
        }
        return filled;
    }

    private int scanBridge(KernelBus bus, Part bridge, int max, int extra, boolean second) {
        if (bridge.primary == 0
                && bridge.primaryKnown
                && bus.number != 0
                && bridge.secondary != 0
                && bridge.subordinate != 0) {
            check.hardWired(bus, bridge);
            bridge.primary = bus.number;
        }
        boolean broken = !second && check.broken(bus, bridge);
        boolean keeps = bridge.registers().configured() && !wishes.assignBusses() && !bridge.cardBus() && !broken;
        if (keeps) {
            return second ? max : keep(bus, bridge, max);
        }
        if (second) {
            return assign(bus, bridge, max, extra);
        }
        if (wishes.assignBusses() || broken || bridge.cardBus()) {
            bridge.clearRegisters();
        }
        return max;
    }

    /** Step B4. */
    private int keep(KernelBus bus, Part bridge, int max) {
        int secondary = bridge.secondary;
        int subordinate = bridge.subordinate;
        KernelBus child = byNumber[secondary];
        if (child == null) {
            child = KernelBus.child(bus, bridge, secondary, subordinate);
            byNumber[secondary] = child;
            check.insert(child, bus.range, true);
        } else if (child.self != bridge) {
            check.shared(bridge, child);
        }
        if (bridge.child == null) {
            bridge.kept = true;
            bridge.child = child;
        }
        int reached = scanChild(child, subordinate - secondary);
        if (Integer.compareUnsigned(reached, subordinate) > 0) {
            check.exceeds(bridge, Integer.toUnsignedLong(reached));
        }
        check.reachable(bridge, child, bus);
        return Math.max(max, subordinate);
    }

    /** Step B5, pass 1. */
    private int assign(KernelBus bus, Part bridge, int max, int extra) {
        int next = bridge.fixed.map(f -> f.first()).orElse(max + 1);
        if (bridge.fixed.isEmpty() && Integer.toUnsignedLong(next) > bus.range.end()) {
            check.exhausted(bus, bridge, Integer.toUnsignedLong(next));
        }
        if (Integer.compareUnsigned(next, 0xff) > 0) {
            return max;
        }
        KernelBus child = byNumber[next];
        if (child == null) {
            child = KernelBus.child(bus, bridge, next, bus.range.end());
            byNumber[next] = child;
            // Where the number does not fit, that is said already.
            check.insert(child, bus.range, next <= bus.range.end());
        } else if (child.self != bridge) {
            check.shared(bridge, child);
        }
        bridge.child = child;
        bridge.primary = bus.number;
        bridge.secondary = next;
        bridge.subordinate = (int) child.range.end() & 0xff;
        int reached = bridge.cardBus() ? cardBus(bus, bridge, max + 1) : scanChild(child, extra == 0 ? 0 : extra - 1);
        reached = bridge.fixed.map(f -> f.last()).orElse(reached);
        check.moveEnd(child, bus.range, Integer.toUnsignedLong(reached));
        bridge.subordinate = reached & 0xff;
        check.reachable(bridge, child, bus);
        return reached;
    }

    private int cardBus(KernelBus bus, Part bridge, int own) {
        bridge.below.forEach(part -> part.bus = bridge.child);
        int beyond = CardBusReserve.beyond(own, bus, byNumber, wishes.assignBusses());
        if (beyond > 0) {
            bridge.reserves.add(new BridgePlan.Reserve(
                    BridgePlan.Reserve.Kind.CARDBUS, beyond, "cards with a bridge in the CardBus socket"));
        }
        return own + beyond;
    }
}
