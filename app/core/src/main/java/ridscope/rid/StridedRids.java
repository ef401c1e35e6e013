package ridscope.rid;

import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The Routing IDs of SR-IOV VFs or SIOV SDIs: {@code origin + offset + stride × k} for k = 0 to count − 1, in 64-bit
 * arithmetic and never wrapped (PCIe Base Specification 9.2.1.2; Linux {@code pci_iov_virtfn_bus}). Indices count from 0 as
 * in Linux; the specification counts from 1.
 *
 * @param origin the PF's Routing ID
 * @param offset First VF Offset or First SDI Offset, 0 to 0xFFFF
 * @param stride VF Stride or SDI Stride, 0 to 0xFFFF
 * @param count how many, 0 to 0xFFFF
 */
public record StridedRids(RoutingId origin, int offset, int stride, int count) {

    /** @throws IllegalArgumentException if offset, stride or count does not fit an unsigned 16-bit register */
    public StridedRids {
        if (((offset | stride | count) & ~0xffff) != 0) {
            throw new IllegalArgumentException("offset " + offset + " stride " + stride + " count " + count);
        }
    }

    /** Same origin, offset and stride with another count. */
    public StridedRids withCount(int other) {
        return new StridedRids(origin, offset, stride, other);
    }

    /**
     * Where index k lands; k may lie beyond the count (a what-if).
     *
     * @throws IllegalArgumentException if k is negative
     */
    public Placement at(int k) {
        if (k < 0) {
            throw new IllegalArgumentException("index " + k);
        }
        return new Placement(origin.value() + (long) offset + (long) stride * k);
    }

    /** Index 0. Meaningless when the count is 0. */
    public Placement first() {
        return at(0);
    }

    /** The highest index; index 0 when the count is 0. */
    public Placement last() {
        return at(Math.max(0, count - 1));
    }

    /** Which index lands on this Routing ID without wrapping; empty if none does. With stride 0 only index 0. */
    public OptionalInt indexOf(RoutingId rid) {
        return indexAt(rid.value());
    }

    /** Which index has this unwrapped Routing ID, beyond 0xFFFF too; empty if none has. With stride 0 only index 0. */
    public OptionalInt indexAt(long unwrapped) {
        long distance = unwrapped - (origin.value() + (long) offset);
        if (distance < 0 || count == 0) {
            return OptionalInt.empty();
        }
        if (stride == 0) {
            return distance == 0 ? OptionalInt.of(0) : OptionalInt.empty();
        }
        long k = distance / stride;
        return distance % stride == 0 && k < count ? OptionalInt.of((int) k) : OptionalInt.empty();
    }

    /** How many indices have an unwrapped RID of at most {@code limit}. */
    public int countUpTo(long limit) {
        long start = origin.value() + (long) offset;
        if (count == 0 || start > limit) {
            return 0;
        }
        return stride == 0 ? count : (int) Math.min(count, (limit - start) / stride + 1);
    }

    /** How many land beyond 0xFFFF. */
    public int overflowCount() {
        return count - countUpTo(0xffff);
    }

    /** The lowest index that lands beyond 0xFFFF. */
    public OptionalInt firstOverflow() {
        int fitting = countUpTo(0xffff);
        return fitting < count ? OptionalInt.of(fitting) : OptionalInt.empty();
    }

    /** How many lie on buses outside the range, overflowing ones included. */
    public int countOutside(BusRange range) {
        int inside = countUpTo(range.last() * 256L + 255) - countUpTo(range.first() * 256L - 1);
        return count - inside;
    }

    /** The lowest index whose bus lies outside the range. */
    public OptionalInt firstOutside(BusRange range) {
        if (count == 0) {
            return OptionalInt.empty();
        }
        if (!range.contains(first().bus())) {
            return OptionalInt.of(0);
        }
        int upTo = countUpTo(range.last() * 256L + 255);
        return upTo < count ? OptionalInt.of(upTo) : OptionalInt.empty();
    }

    /**
     * The lowest index on the origin's own bus with a device number above 0. Directly below a downstream-type port such a
     * function is reached only with ARI Forwarding enabled there; on other buses it never matters.
     */
    public OptionalInt firstBeyondDeviceZero() {
        long ownBus = origin.bus() * 256L;
        int before = countUpTo(ownBus + 7);
        return before < countUpTo(ownBus + 255) ? OptionalInt.of(before) : OptionalInt.empty();
    }

    /** Bus numbers needed beyond the origin's own bus; 0 when none. May exceed what exists. */
    public long extraBuses() {
        return count == 0 ? 0 : last().bus() - origin.bus();
    }

    /** Unwrapped bus number to how many lie on it, ascending. */
    public NavigableMap<Long, Integer> perBus() {
        NavigableMap<Long, Integer> buses = new TreeMap<>();
        for (int k = 0; k < count; k++) {
            buses.merge(at(k).bus(), 1, Integer::sum);
        }
        return buses;
    }

    /** The formula with numbers, {@code 3b:00.0 + 128 + 37 × 2}. */
    public String formula(int k) {
        return origin + " + " + offset + " + " + k + " × " + stride;
    }
}
