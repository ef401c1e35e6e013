package ridscope.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.StridedRids;
import ridscope.topology.HostBridge;

/** Whether the bridges above one, and the window of its root bus, forward the numbers that a plan gives it. */
final class Forwarding {

    private final Map<Part, HostBridge> roots = new HashMap<>();

    private Forwarding() {}

    static Forwarding of(Machine machine) {
        Forwarding forwarding = new Forwarding();
        machine.roots().forEach(root -> root.functions().forEach(p -> forwarding.roots.put(p, root.hostBridge())));
        return forwarding;
    }

    /**
     * Why not: {@code outside [03-06]} of what is right above, {@code unreachable} where it lies inside that and something
     * farther up does not forward it, or another bridge has its bus. Empty where it is forwarded, and where it has no numbers.
     */
    Optional<String> cutOff(Part bridge) {
        BusNumbers own = bridge.registers();
        if (own.size() == 0) {
            return Optional.empty();
        }
        Part up = narrow(bridge);
        boolean window = up == null && !inWindow(bridge);
        if (up != null && up == bridge.above && up.registers().size() > 0) {
            return Optional.of("outside " + up.registers());
        }
        if (window && bridge.above == null) {
            return Optional.of("outside " + window(bridge));
        }
        boolean shared = bridge.child != null && bridge.child.self != bridge;
        return up != null || window || shared ? Optional.of("unreachable") : Optional.empty();
    }

    /**
     * Says that nothing of a PF has a place where its own bus is not forwarded to it.
     *
     * @return whether that is so
     */
    boolean nonePlaced(PlanLog log, Part pf, StridedRids rids, String what, PlanEvent.Id id) {
        if (pf.above == null || rids.count() == 0) {
            return false;
        }
        Part up = narrow(pf.above);
        boolean window = up == null && pf.above.registers().size() > 0 && !inWindow(pf.above);
        if (up == null && !window) {
            return false;
        }
        String where =
                up != null ? up.registers() + " of " + up.subject() : "the root bus's window " + window(pf.above);
        log.add(
                id,
                pf.subject(),
                rids.count(),
                WishCheck.share(rids.count(), rids.count(), what) + " " + WishCheck.lie(rids.count())
                        + " out of reach: bus " + PlanLog.bus(pf.bus.number) + " lies outside " + where,
                "");
        return true;
    }

    /** The nearest bridge above that does not forward all numbers of one; null where each does. */
    private static Part narrow(Part bridge) {
        BusNumbers own = bridge.registers();
        for (Part up = bridge.above; up != null && own.size() > 0; up = up.above) {
            BusNumbers above = up.registers();
            if (above.size() == 0 || own.secondary() <= above.secondary() || own.subordinate() > above.subordinate()) {
                return up;
            }
        }
        return null;
    }

    /** A window whose end is a guess does not say that anything is outside. */
    private boolean inWindow(Part bridge) {
        BusRange window = window(bridge);
        boolean low = bridge.registers().secondary() < window.first();
        return !low
                && (bridge.registers().subordinate() <= window.last()
                        || root(bridge).endAssumed());
    }

    private BusRange window(Part part) {
        return root(part).buses();
    }

    private HostBridge root(Part part) {
        Part top = part;
        while (top.above != null) {
            top = top.above;
        }
        return roots.get(top);
    }
}
