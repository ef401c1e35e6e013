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

/** Crosses out the IDs with two owners: equally spaced ones of the same owners are one run, also where runs interleave. */
final class RidMapConflicts {

    private static final double CROSS = 10;

    /** Crosses in one row keep this distance: more would only blot. */
    private static final double APART = 24;

    private final RidMapGrid grid;
    private final RidMapGeometry geometry;
    private final List<Mark> marks;
    private final List<Rect> crosses = new ArrayList<>();

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
        List<Mark> above = new ArrayList<>();
        runs.forEach(run -> add(run, map.segment(), above));
        marks.addAll(above);
    }

    /** Crosses stand above all cells, also those of runs that come later. */
    private void add(Run run, Segment segment, List<Mark> above) {
        RoutingId first = run.first().rid();
        Rect cell = grid.cell(geometry.row(first.bus()), first.devfn());
        double pitch = run.pitch() * RidMapGrid.CELL;
        Optional<Target> target = Optional.of(new Target.OfRid(new FunctionAddress(segment, first)));
        String id = "conflict-" + RidMapWords.hex(first.bus()) + RidMapWords.hex(first.devfn());
        marks.add(new Mark.Cells(
                new MarkId(id), Role.CONFLICT, Ink.FILLED, cell, pitch, run.members.size(), target, title(run)));
        double middle = cell.centerX() + pitch * (run.members.size() - 1) / 2;
        Rect cross = new Rect(middle - CROSS / 2, cell.centerY() - CROSS / 2, CROSS, CROSS);
        if (crosses.stream().noneMatch(c -> c.y() == cross.y() && Math.abs(c.x() - cross.x()) < APART)) {
            above.add(new Mark.Cross(new MarkId(id + "-cross"), Role.CONFLICT, cross, target, title(run)));
            crosses.add(cross);
        }
    }

    private static String title(Run run) {
        int count = run.members.size();
        String more = count == 1
                ? ""
                : " and " + (count - 1) + " more up to " + run.last().rid();
        return run.first().rid() + more + ": "
                + run.first().claims().stream().map(RidMapWords::claim).collect(Collectors.joining(", "));
    }
}
