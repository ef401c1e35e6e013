package ridscope.draw.layout.siov;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import ridscope.plan.PfRids;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;

/** Which Routing IDs have a column of their own, and where; runs of others are gaps. */
final class Columns {

    static final double GAP = 36;

    private static final double NARROWEST = 34;
    private static final double WIDEST = 52;

    /** So many unimportant Routing IDs between two important ones are shown rather than left out. */
    private static final long BRIDGED = 2;

    /** Collisions shown. */
    private static final int CONFLICTS = 3;

    private final List<Column> columns = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final double left;
    private final double cell;

    /**
     * One Routing ID.
     *
     * @param rid unwrapped
     * @param x left edge
     * @param width the same for all
     */
    record Column(long rid, double x, double width) {
        double center() {
            return x + width / 2;
        }

        double right() {
            return x + width;
        }
    }

    /**
     * What is left out.
     *
     * @param x left edge
     * @param count how many Routing IDs
     */
    record Gap(double x, long count) {}

    /** As many of the important ones as there is room for, the most important first. */
    Columns(PfRids rids, double left, double width) {
        this.left = left;
        NavigableSet<Long> chosen = new TreeSet<>();
        for (long rid : important(rids)) {
            NavigableSet<Long> more = new TreeSet<>(chosen);
            more.add(rid);
            if (width(more) <= width) {
                chosen = more;
            }
        }
        NavigableSet<Long> all = bridged(chosen);
        double spare = width - width(chosen);
        cell = Math.min(WIDEST, NARROWEST + spare / all.size());
        place(all);
    }

    private static List<Long> important(PfRids rids) {
        List<Long> all = new ArrayList<>();
        all.add((long) rids.pf().rid().value());
        for (int k : new int[] {0, Integer.MAX_VALUE, 1}) {
            rids.placements()
                    .forEach(p -> add(all, p.rids(), Math.min(k, p.rids().count() - 1)));
        }
        for (IovPlacement p : rids.placements()) {
            around(all, p.rids(), p.firstOutside());
            around(all, p.rids(), p.rids().firstOverflow());
        }
        rids.conflicts().stream()
                .limit(CONFLICTS)
                .forEach(c -> all.add((long) c.rid().value()));
        for (int k : new int[] {2, 3}) {
            rids.placements().forEach(p -> add(all, p.rids(), k));
            rids.placements().forEach(p -> add(all, p.rids(), p.rids().count() - k));
        }
        return all;
    }

    private static void around(List<Long> all, StridedRids rids, OptionalInt first) {
        if (first.isPresent()) {
            add(all, rids, first.getAsInt());
            add(all, rids, first.getAsInt() - 1);
        }
    }

    private static void add(List<Long> all, StridedRids rids, int k) {
        if (k >= 0 && k < rids.count()) {
            all.add(rids.at(k).unwrapped());
        }
    }

    private static NavigableSet<Long> bridged(Collection<Long> chosen) {
        NavigableSet<Long> all = new TreeSet<>();
        for (long rid : chosen) {
            if (!all.isEmpty() && rid - all.last() - 1 <= BRIDGED) {
                for (long between = all.last() + 1; between < rid; between++) {
                    all.add(between);
                }
            }
            all.add(rid);
        }
        return all;
    }

    private static double width(Collection<Long> chosen) {
        NavigableSet<Long> all = bridged(chosen);
        double width = 0;
        long before = all.first();
        for (long rid : all) {
            width += NARROWEST + (rid - before > 1 ? GAP : 0);
            before = rid;
        }
        return width;
    }

    private void place(NavigableSet<Long> chosen) {
        double x = left;
        long before = chosen.first();
        for (long rid : chosen) {
            if (rid - before > 1) {
                gaps.add(new Gap(x, rid - before - 1));
                x += GAP;
            }
            columns.add(new Column(rid, x, cell));
            x += cell;
            before = rid;
        }
    }

    List<Column> columns() {
        return columns;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** Width of every column. */
    double cell() {
        return cell;
    }

    /** Right edge of the last column. */
    double right() {
        return columns.get(columns.size() - 1).right();
    }

    /** Middle of a Routing ID's column; empty if it has none. */
    OptionalDouble center(long rid) {
        return columns.stream()
                .filter(c -> c.rid() == rid)
                .mapToDouble(Column::center)
                .findFirst();
    }
}
