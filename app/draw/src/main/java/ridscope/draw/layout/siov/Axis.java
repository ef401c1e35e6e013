package ridscope.draw.layout.siov;

import ridscope.plan.PfRids;
import ridscope.rid.BusRange;

/**
 * A stretch of Routing IDs to scale.
 *
 * @param start first Routing ID, begin of a bus
 * @param end Routing ID behind the last one, begin of a bus; beyond 0x10000 where something overflows
 * @param left place of {@code start}
 * @param right place of {@code end}
 */
record Axis(long start, long end, double left, double right) {

    private static final long BUS = 256;

    /** From the PF's bus to the last one that is needed, and one more where that is routed too. */
    static Axis of(PfRids rids, double left, double right) {
        long last = rids.lastBus();
        long routed = rids.routed().map(BusRange::last).orElse(0);
        long shown = Math.min(routed, last + 1);
        long start = rids.pf().bus() * BUS;
        return new Axis(start, (Math.max(last, shown) + 1) * BUS, left, right);
    }

    /** Left edge of a Routing ID. */
    double x(long rid) {
        return left + (rid - start) * unit();
    }

    /** Width of a Routing ID. */
    double unit() {
        return (right - left) / (end - start);
    }
}
