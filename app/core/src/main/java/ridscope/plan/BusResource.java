package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.text.Numbers;

/**
 * A range of bus numbers in the tree of such ranges that the kernel keeps beside the registers (Linux {@code busn_res},
 * {@code request_resource_conflict}, {@code adjust_resource}). It may end before it begins: then it never finds a place.
 */
final class BusResource {

    private final long start;
    private long end;
    private BusResource parent;
    private final List<BusResource> children = new ArrayList<>(2);

    BusResource(long start, long end) {
        this.start = start;
        this.end = end;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    boolean inserted() {
        return parent != null;
    }

    /** Puts this range under another one. Returns the range in the way, the other one itself where this is not inside it. */
    Optional<BusResource> insertUnder(BusResource other) {
        if (end < start || start < other.start || end > other.end) {
            return Optional.of(other);
        }
        int at = 0;
        for (BusResource sibling : other.children) {
            if (sibling.start > end) {
                break;
            }
            if (sibling.end >= start) {
                return Optional.of(sibling);
            }
            at++;
        }
        other.children.add(at, this);
        parent = other;
        return Optional.empty();
    }

    /** Moves the end, unless the parent, a sibling or a child is in the way; whether it did. */
    boolean moveEnd(long newEnd) {
        if (newEnd < start || parent != null && (newEnd > parent.end || parent.hits(this, newEnd))) {
            return false;
        }
        if (children.stream().anyMatch(c -> c.end > newEnd)) {
            return false;
        }
        end = newEnd;
        return true;
    }

    private boolean hits(BusResource child, long newEnd) {
        int next = children.indexOf(child) + 1;
        return next < children.size() && children.get(next).start <= newEnd;
    }

    /** As the kernel prints it: {@code [bus 02-05]}, {@code [bus 02]}. */
    @Override
    public String toString() {
        return text(start, end);
    }

    static String text(long start, long end) {
        String first = Numbers.hexText((int) start, 2);
        return start == end ? "[bus " + first + "]" : "[bus " + first + "-" + Numbers.hexText((int) end, 2) + "]";
    }
}
