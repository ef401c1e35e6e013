package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Decides which buses get a row, and folds runs of buses where there is nothing to see. */
final class RidMapRows {

    /** So many reserved buses of one bridge are shown before the rest is folded. */
    static final int RESERVED_SHOWN = 2;

    private final RidMap map;
    private final boolean fold;
    private final Set<Target> opened;
    private final boolean[] claimed = new boolean[256];
    /** Another map that shows the same rows. */
    private final Optional<RidMapRows> beside;

    RidMapRows(Topology topology, RidMap map, ViewOptions options) {
        this.map = map;
        this.fold = options.foldEmptyBuses();
        this.opened = options.opened();
        this.beside = Optional.empty();
        for (PciFunction f : topology.functions()) {
            if (f.address().segment().equals(map.segment())) {
                claimed[f.address().bus()] = true;
            }
        }
        for (IovPlacement placement : map.placements()) {
            claim(placement.rids());
        }
        map.conflicts().forEach(c -> claimed[c.rid().bus()] = true);
    }

    private RidMapRows(RidMapRows own, RidMapRows beside) {
        this.map = own.map;
        this.fold = own.fold;
        this.opened = own.opened;
        this.beside = Optional.of(beside);
        System.arraycopy(own.claimed, 0, claimed, 0, claimed.length);
    }

    /** The same, folding only what the other map folds too. */
    RidMapRows beside(RidMapRows other) {
        return new RidMapRows(this, other);
    }

    /** Whether there is no other map beside it. */
    boolean alone() {
        return beside.isEmpty();
    }

    private void claim(StridedRids rids) {
        long last = Math.min(255, rids.last().bus());
        for (int bus = (int) Math.min(256, rids.first().bus()); bus <= last && rids.count() > 0; bus++) {
            claimed[bus] |= rids.countUpTo(bus * 256L + 255) > rids.countUpTo(bus * 256L - 1);
        }
    }

    /** Whether somebody answers on the bus: that it is only claimed by SDIs or possible VFs, its ticks say. */
    boolean answers(int bus) {
        return map.bus(bus).state() == BusRouting.State.USED;
    }

    /** Whether a function, or a VF or SDI that is or could be, has a Routing ID on the bus. */
    boolean claimed(int bus) {
        return claimed[bus];
    }

    /** Inside a bridge's range with nobody there. */
    boolean reserved(int bus) {
        return !claimed[bus] && !map.bus(bus).bridges().isEmpty();
    }

    /** Whose buses these are. */
    Segment segment() {
        return map.segment();
    }

    /** Buses that would be folded, had the user not unfolded them; one range for each run of them. */
    List<BusRange> openedRuns() {
        List<BusRange> runs = new ArrayList<>();
        int bus = 0;
        while (bus < 256) {
            int end = bus;
            while (end < 256 && opened(end) && foldableBoth(end)) {
                end++;
            }
            if (end - bus > 1) {
                runs.add(new BusRange(bus, end - 1));
            }
            bus = Math.max(end, bus + 1);
        }
        return runs;
    }

    private boolean opened(int bus) {
        return opened.stream()
                .anyMatch(t -> t instanceof Target.OfBuses b
                        && b.segment().equals(map.segment())
                        && b.buses().contains(bus));
    }

    private boolean foldable(int bus) {
        return foldableBoth(bus) && !opened(bus);
    }

    private boolean foldableBoth(int bus) {
        return foldableAlone(bus)
                && beside.filter(other -> !other.foldableAlone(bus)).isEmpty();
    }

    private boolean foldableAlone(int bus) {
        BusRouting.State state = map.bus(bus).state();
        return fold && !claimed[bus] && state != BusRouting.State.USED && !shownReserved(bus);
    }

    /** The first few of a run reserved by the same bridges, and the last one when folding it alone would hide nothing. */
    private boolean shownReserved(int bus) {
        if (!reserved(bus)) {
            return false;
        }
        int first = bus;
        while (first > 0 && sameReservation(first - 1, bus)) {
            first--;
        }
        int last = bus;
        while (last < 255 && sameReservation(last + 1, bus)) {
            last++;
        }
        return bus - first < RESERVED_SHOWN || last - first <= RESERVED_SHOWN;
    }

    private boolean sameReservation(int bus, int other) {
        return reserved(bus) && map.bus(bus).bridges().equals(map.bus(other).bridges());
    }

    /** Rows from top to bottom; every bus is in one. */
    List<RidMapGeometry.Row> rows(RidMapGrid grid) {
        List<RidMapGeometry.Row> rows = new ArrayList<>();
        double y = grid.top();
        int bus = 0;
        while (bus < 256) {
            int end = bus;
            while (end < 256 && foldable(end)) {
                end++;
            }
            y += bus > 0 && startsHostBridge(bus) ? RidMapGrid.GAP : 0;
            boolean strip = end - bus > 1;
            double height = strip ? grid.strip() : RidMapGrid.ROW;
            int last = strip ? end - 1 : bus;
            rows.add(new RidMapGeometry.Row(new BusRange(bus, last), strip, y, height));
            y += height;
            bus = last + 1;
        }
        return rows;
    }

    private boolean startsHostBridge(int bus) {
        return startsHostBridgeAlone(bus)
                || beside.filter(other -> other.startsHostBridgeAlone(bus)).isPresent();
    }

    private boolean startsHostBridgeAlone(int bus) {
        return map.bus(bus).hostBridge().filter(h -> h.rootBus() == bus).isPresent();
    }

    /** {@code 46–5f free in host bridge 40, 60–ff not routed}. */
    String foldedText(BusRange folded) {
        StringBuilder text = new StringBuilder();
        int bus = folded.first();
        while (bus <= folded.last()) {
            String state = state(bus);
            int end = bus;
            while (end < folded.last() && state(end + 1).equals(state)) {
                end++;
            }
            text.append(text.length() == 0 ? "" : ", ");
            text.append(RidMapWords.buses(new BusRange(bus, end))).append(' ').append(state);
            bus = end + 1;
        }
        return text.toString();
    }

    /** What is known of an empty bus. */
    String state(int bus) {
        BusRouting routing = map.bus(bus);
        List<?> bridges = routing.bridges();
        if (!bridges.isEmpty()) {
            return "reserved by " + routing.bridges().get(bridges.size() - 1).rid();
        }
        return routing.hostBridge()
                .map(h -> "free in host bridge " + RidMapWords.hex(h.rootBus())
                        + h.guess().map(guess -> " (" + guess + ")").orElse(""))
                .orElse("not routed");
    }
}
