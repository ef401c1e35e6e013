package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.RidMap;

/**
 * Marks the IDs with two owners: a foot below each, one mark per run of equally spaced ones of the same owners, and a cross on
 * each, or one in the middle where crosses would overlap. The cells above the feet keep the colour of what is there.
 */
final class RidMapConflicts {

    static final double CROSS = 10;

    /** Crosses of one row whose middles are nearer than this would blot. */
    private static final double APART = CROSS + 2;

    /** Height of the foot below an ID with two owners. */
    static final double FOOT = 3;

    private final RidMapGrid grid;
    private final RidMapGeometry geometry;
    private final List<Mark> marks;

    /** What conflicts must share to be one run. */
    private record Key(int bus, List<Object> owners) {

        static Key of(Conflict conflict) {
            List<Object> owners = new ArrayList<>();
            for (Claim claim : conflict.claims()) {
                owners.add(claim.kind());
                owners.add(claim.owner());
            }
            return new Key(conflict.rid().bus(), owners);
        }
    }

    /** Conflicts of the same owners at equal distances in one row. */
    private static final class Run {
        private final List<Conflict> members = new ArrayList<>();

        Conflict first() {
            return members.get(0);
        }

        Conflict last() {
            return members.get(members.size() - 1);
        }

        int pitch() {
            return members.size() < 2
                    ? 1
                    : members.get(1).rid().value() - first().rid().value();
        }

        boolean take(Conflict next) {
            boolean fits =
                    members.size() < 2 || next.rid().value() - last().rid().value() == pitch();
            if (fits) {
                members.add(next);
            }
            return fits;
        }
    }

    RidMapConflicts(RidMapGrid grid, RidMapGeometry geometry, List<Mark> marks) {
        this.grid = grid;
        this.geometry = geometry;
        this.marks = marks;
    }

    void addAll(RidMap map) {
        List<Run> runs = new ArrayList<>();
        Map<Key, Run> open = new HashMap<>();
        for (Conflict conflict : map.conflicts()) {
            Key key = Key.of(conflict);
            Run run = open.get(key);
            if (run == null || !run.take(conflict)) {
                run = new Run();
                run.take(conflict);
                open.put(key, run);
                runs.add(run);
            }
        }
        runs.forEach(run -> feet(run, map.segment()));
        crosses(map.conflicts(), map.segment());
    }

    private void feet(Run run, Segment segment) {
        RoutingId first = run.first().rid();
        RidMapGeometry.Row row = geometry.row(first.bus());
        Rect cell = grid.cell(row, first.devfn());
        marks.add(new Mark.Cells(
                RidMapWords.id("conflict", first),
                Role.CONFLICT,
                Ink.FILLED,
                new Rect(cell.x(), row.bottom() - FOOT, cell.width(), FOOT),
                run.pitch() * RidMapGrid.CELL,
                run.members.size(),
                target(first, segment),
                title(run)));
    }

    private static Optional<Target> target(RoutingId rid, Segment segment) {
        return Optional.of(new Target.OfRid(new FunctionAddress(segment, rid)));
    }

    /** Above all cells and feet; conflicts come in the order of their IDs. */
    private void crosses(List<Conflict> conflicts, Segment segment) {
        int from = 0;
        for (int i = 1; i <= conflicts.size(); i++) {
            if (i == conflicts.size()
                    || !near(conflicts.get(i - 1).rid(), conflicts.get(i).rid())) {
                cross(conflicts.subList(from, i), segment);
                from = i;
            }
        }
    }

    private static boolean near(RoutingId a, RoutingId b) {
        return a.bus() == b.bus() && (b.devfn() - a.devfn()) * RidMapGrid.CELL < APART;
    }

    /** On the conflict nearest to the middle of those it stands for. */
    private void cross(List<Conflict> cluster, Segment segment) {
        RoutingId first = cluster.get(0).rid();
        RoutingId last = cluster.get(cluster.size() - 1).rid();
        Conflict middle = cluster.get(0);
        for (Conflict c : cluster) {
            middle = off(c, first, last) < off(middle, first, last) ? c : middle;
        }
        RidMapGeometry.Row row = geometry.row(first.bus());
        Rect cell = grid.cell(row, middle.rid().devfn());
        marks.add(new Mark.Cross(
                new MarkId(RidMapWords.id("conflict", middle.rid()) + "-cross"),
                Role.CONFLICT,
                new Rect(cell.centerX() - CROSS / 2, row.top() + 1, CROSS, CROSS),
                target(middle.rid(), segment),
                title(middle, cluster.size(), last)));
    }

    private static int off(Conflict conflict, RoutingId first, RoutingId last) {
        return Math.abs(2 * conflict.rid().value() - first.value() - last.value());
    }

    private static String title(Run run) {
        int count = run.members.size();
        String more = count == 1
                ? ""
                : " and " + Counts.grouped(count - 1) + " more up to "
                        + run.last().rid();
        return run.first().rid() + more + ": " + owners(run.first());
    }

    private static String title(Conflict conflict, int count, RoutingId last) {
        String more = count == 1 ? "" : "; " + Counts.grouped(count - 1) + " more close by, up to " + last;
        return conflict.rid() + ": " + owners(conflict) + more;
    }

    private static String owners(Conflict conflict) {
        String more = conflict.more() == 0 ? "" : " and " + Counts.grouped(conflict.more()) + " more";
        return conflict.claims().stream().map(RidMapWords::claim).collect(Collectors.joining(", ", "", more));
    }
}
