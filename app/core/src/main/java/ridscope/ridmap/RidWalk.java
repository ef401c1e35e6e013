package ridscope.ridmap;

import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/**
 * The way through the Routing IDs of a strided set that fit 16 bits, ascending and each once:
 * {@code for (int rid = walk.first(); rid < walk.end(); rid += walk.step())}. A loop over plain numbers, because a hostile file
 * of a few megabytes makes hundreds of millions of steps.
 *
 * @param first the lowest ID; not less than {@code end} where none fits
 * @param end behind the highest ID
 * @param step at least 1
 */
record RidWalk(int first, int end, int step) {

    /** With stride 0 all members share one ID. */
    static RidWalk of(StridedRids rids) {
        long first = rids.first().unwrapped();
        long last = rids.count() == 0 ? first - 1 : rids.last().unwrapped();
        long end = Math.min(last + 1, RoutingId.COUNT);
        return new RidWalk((int) first, (int) end, Math.max(1, rids.stride()));
    }
}
