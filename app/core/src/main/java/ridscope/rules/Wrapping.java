package ridscope.rules;

import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/**
 * Counts the members of a strided set whose low 16 bits are below a limit, without looking at each: a damaged dump can have
 * thousands of PFs with 65,535 each.
 *
 * @param rids the set
 * @param limit 0 to 0xFFFF, at most the first RID of the set
 */
record Wrapping(StridedRids rids, int limit) {

    private static final long ROUND = RoutingId.COUNT;

    /** How many of the first n. u mod 65,536 is below the limit exactly where u / 65,536 and (u − limit) / 65,536 differ. */
    int count(int n) {
        long start = rids.first().unwrapped();
        return (int) (sum(n, rids.stride(), start) - sum(n, rids.stride(), start - limit));
    }

    /** The lowest index; there must be one. */
    int first() {
        int low = 0;
        int high = rids.count() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (count(middle + 1) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Sum of floor((stride × k + start) / 65,536) for k from 0 to n − 1, by exchanging lattice points; start is not negative. */
    private static long sum(long count, long stride, long start) {
        long n = count;
        long a = stride;
        long b = start;
        long m = ROUND;
        long total = 0;
        while (true) {
            total += n * (n - 1) / 2 * (a / m) + n * (b / m);
            a %= m;
            b %= m;
            long top = a * n + b;
            if (top < m) {
                return total;
            }
            n = top / m;
            b = top % m;
            long swap = m;
            m = a;
            a = swap;
        }
    }
}
