package ridscope.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ridscope.rid.BusRange;

/** What a plan means for the machine as a whole: numbers that run out, and hot-plug ports without any. */
final class RootCheck {

    private final Machine machine;
    private final BusAssignment assignment;
    private final Wishes wishes;
    private final PlanLog log;
    private final Unknowns unknowns;

    RootCheck(PlanRun run, Unknowns unknowns) {
        machine = run.machine();
        assignment = run.assignment();
        wishes = run.wishes();
        log = run.log();
        this.unknowns = unknowns;
    }

    void run() {
        exhaustion();
        if (wishes.effectiveHpbussize() == 0) {
            noNumbersForSlots();
        }
        for (Machine.Root root : machine.roots()) {
            if (root.hostBridge().endAssumed()) {
                endAssumed(root);
            }
        }
        wishes.cards().forEach((port, card) -> machine.part(port).ifPresent(part -> hotAdd(part, card)));
    }

    /**
     * Step R3: whether firmware names a window at all the snapshot does not tell either, so both are said; where the scan
     * would end only as far as the source tells all that it would meet.
     */
    private void endAssumed(Machine.Root root) {
        BusRange window = root.hostBridge().buses();
        String shrunk = assignment
                .bus(root.hostBridge().rootBus())
                .filter(bus -> !unknowns.scanGuessed(root))
                .map(bus -> ", and ends it at bus " + PlanLog.bus(bus.lastMax)
                        + " after the scan: what is added later finds no number beyond")
                .orElse(", and ends it after the scan at the highest bus number found");
        log.add(
                PlanEvent.Id.ROOT_END_ASSUMED,
                subject(root),
                window.last(),
                "Where its bus window ends is not in the snapshot; " + window
                        + " is assumed. Where firmware names none at all, Linux takes all up to ff" + shrunk,
                "");
    }

    private static PlanSubject subject(Machine.Root root) {
        return PlanSubject.rootBus(
                root.hostBridge().segment(), root.hostBridge().rootBus());
    }

    private void exhaustion() {
        Map<PlanSubject, Machine.Root> rootOf = new HashMap<>();
        List<PlanEvent> exhausted = PlanEvent.of(log.events(), PlanEvent.Id.BUS_EXHAUSTED);
        if (exhausted.isEmpty()) {
            return;
        }
        Map<Part, Machine.Root> above = new HashMap<>();
        machine.roots().forEach(root -> root.functions().forEach(part -> above.put(part, root)));
        for (Part part : machine.parts()) {
            if (part.above != null) {
                above.put(part, above.get(part.above));
            }
            if (part.bridge()) {
                rootOf.put(part.subject(), above.get(part));
            }
        }
        for (Machine.Root root : machine.roots()) {
            BusRange window = root.hostBridge().buses();
            long outside = exhausted.stream()
                    .filter(e -> root.equals(rootOf.get(e.subject())))
                    .filter(e -> e.number().getAsLong() > window.last())
                    .count();
            if (outside > 0) {
                exhaust(root, outside);
            }
        }
    }

    private void exhaust(Machine.Root root, long outside) {
        BusRange window = root.hostBridge().buses();
        String consequence = window.equals(BusRange.ALL)
                ? "Linux then wraps to bus 00, scans it again below itself, and is known to panic or hang at boot"
                : "bridges end with ranges that forward nothing, and devices below them vanish without a message";
        log.add(
                PlanEvent.Id.PLAN_WOULD_EXHAUST,
                subject(root),
                outside,
                "The bus window " + window + " has no number for " + outside
                        + (outside == 1 ? " bridge: " : " bridges: ") + consequence,
                "");
    }

    private void noNumbersForSlots() {
        long slots = machine.parts().stream().filter(p -> p.hotplug).count();
        long lost = machine.parts().stream()
                .filter(p ->
                        p.hotplug && p.registers().configured() && p.registers().size() == 0)
                .count();
        if (slots == 0) {
            return;
        }
        log.add(
                PlanEvent.Id.HPBUSSIZE_ZERO,
                subject(machine.roots().get(0)),
                lost,
                lost > 0
                        ? "hpbussize=0 gives " + lost + " of " + slots
                                + " hot-plug ports a range that ends before it begins, and what is behind them is lost"
                        : "hpbussize=0 takes the numbers of every hot-plug port that Linux numbers itself; here firmware's"
                                + " numbers are kept",
                "");
    }

    /** Linux {@code pci_hp_add_bridge} on the running system: the slot's own number is taken, the switch needs more. */
    private void hotAdd(Part port, PluggedCard card) {
        int have = port.now.map(BusNumbers::size).orElse(0);
        boolean taken = port.below.stream().noneMatch(p -> p.known.isEmpty());
        if (card.ports() == 0 || have == 0 || taken) {
            return;
        }
        SwitchRoom room = new SwitchRoom(port, card, wishes);
        if (!room.numbered(have)) {
            log.add(
                    PlanEvent.Id.HOT_ADD_NO_NUMBER,
                    port.subject(),
                    Math.max(1, room.needed() - have),
                    "Plugged into the running system, the switch " + room.words() + ", and " + port.now.get() + " has "
                            + have + (have == 1 ? ", its own" : ""),
                    have < 2 ? "No bus number available for hot-added bridge" : "");
        }
    }
}
