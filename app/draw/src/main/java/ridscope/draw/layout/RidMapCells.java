package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.names.DeviceNames;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** One mark per function, and one per row for the VFs or SDIs of a PF, split where they begin to be only possible. */
final class RidMapCells {

    /** Interleaved PFs get so many lanes in a row; more share them. */
    private static final int LANES = 3;

    /** Height of what owns RIDs without configuration space, as a share of its lane. */
    static final double SDI_SHARE = 0.62;

    /** Height of what is only possible, as a share of its lane. */
    static final double POSSIBLE_SHARE = 0.4;

    private static final double LOWEST = 2;
    private static final String OUTSIDE = "-outside";

    /** Runs drawn per bus: more would lie upon one another, and a hostile file can have thousands. */
    static final int RUNS = 128;

    private final RidMapGrid grid;
    private final RidMapGeometry geometry;
    private final List<Mark> marks;
    private final Optional<RidMapNotes> notes;

    /** VFs from {@code from} to {@code to} (exclusive), all on one bus. */
    private record Run(IovPlacement placement, int bus, int from, int to) {

        StridedRids rids() {
            return placement.rids();
        }

        int first() {
            return (int) (rids().at(from).unwrapped() & 0xff);
        }

        int last() {
            return (int) (rids().at(to - 1).unwrapped() & 0xff);
        }

        boolean outside() {
            return placement.routed().map(r -> !r.contains(bus)).orElse(placement.outside() > 0);
        }

        boolean meets(Run other) {
            return first() <= other.last() && other.first() <= last();
        }
    }

    /** @param notes writes into cells, if anybody comes that close */
    RidMapCells(RidMapGrid grid, RidMapGeometry geometry, List<Mark> marks, Optional<RidMapNotes> notes) {
        this.notes = notes;
        this.grid = grid;
        this.geometry = geometry;
        this.marks = marks;
    }

    /** Draws the VFs and SDIs of all PFs and returns the runs that are left out because their bus has too many. */
    int placements(RidMap map) {
        Map<Integer, List<Run>> byBus = new TreeMap<>();
        for (IovPlacement placement : map.placements()) {
            StridedRids rids = placement.rids();
            int last = rids.count() == 0 ? -1 : (int) Math.min(255, rids.last().bus());
            for (int bus = (int) Math.min(256, rids.first().bus()); bus <= last; bus++) {
                int from = rids.countUpTo(bus * 256L - 1);
                int to = rids.countUpTo(bus * 256L + 255);
                if (to > from) {
                    byBus.computeIfAbsent(bus, b -> new ArrayList<>()).add(new Run(placement, bus, from, to));
                }
            }
        }
        int left = 0;
        for (List<Run> runs : byBus.values()) {
            row(runs.subList(0, Math.min(runs.size(), RUNS)));
            left += Math.max(0, runs.size() - RUNS);
        }
        return left;
    }

    private void row(List<Run> runs) {
        int[] lanes = lanes(runs);
        int used = 1;
        for (int lane : lanes) {
            used = Math.max(used, lane + 1);
        }
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int enabled = run.placement().kind() == Claim.Kind.SDI
                    ? run.to()
                    : Math.max(run.from(), Math.min(run.to(), run.placement().enabled()));
            part(run, run.from(), enabled, lanes[i], used);
            part(run, enabled, run.to(), lanes[i], used);
        }
    }

    /** The first lane where a run meets none before it, so that interleaved VFs can be told apart. */
    private static int[] lanes(List<Run> runs) {
        int[] lanes = new int[runs.size()];
        for (int i = 0; i < lanes.length; i++) {
            boolean[] taken = new boolean[LANES];
            for (int j = 0; j < i; j++) {
                taken[lanes[j]] |= runs.get(i).meets(runs.get(j));
            }
            int lane = 0;
            while (lane < LANES && taken[lane]) {
                lane++;
            }
            lanes[i] = lane % LANES;
        }
        return lanes;
    }

    private void part(Run run, int from, int to, int lane, int lanes) {
        if (to <= from) {
            return;
        }
        IovPlacement placement = run.placement();
        boolean sdi = placement.kind() == Claim.Kind.SDI;
        boolean exists = !sdi && from < placement.enabled();
        Ink ink = sdi ? Ink.DASHED : exists ? Ink.FILLED : Ink.OUTLINED;
        Role role = run.outside() ? Role.CONFLICT : sdi ? Role.SDI : Role.VF;
        int column = (int) (run.rids().at(from).unwrapped() & 0xff);
        Rect cell = lane(
                grid.cell(geometry.row(run.bus()), column), lane, lanes, exists ? 1 : sdi ? SDI_SHARE : POSSIBLE_SHARE);
        FunctionAddress owner = placement.owner();
        String id = (sdi ? "sdis-" : "vfs-") + RidMapWords.id("", owner).value().substring(1) + "-" + from;
        int drawn = run.rids().stride() == 0 ? 1 : to - from;
        Target target = sdi ? new Target.OfSdis(owner) : new Target.OfVfs(owner);
        Mark.Cells cells = new Mark.Cells(
                new MarkId(id),
                role,
                ink,
                cell,
                Math.max(1, run.rids().stride()) * RidMapGrid.CELL,
                drawn,
                Optional.of(target),
                title(run, from, to, exists));
        marks.add(cells);
        if (run.outside()) {
            marks.add(strike(id, cells.bounds(), target, cells.title()));
        }
        Rect room = lane(grid.cell(geometry.row(run.bus()), column), lane, lanes, 1);
        RidMapNotes.Run says = new RidMapNotes.Run(
                RidMapWords.noun(placement.kind(), 1),
                RoutingId.of(run.bus(), column),
                run.rids().stride(),
                from);
        notes.ifPresent(n -> n.run(cells, room, says));
    }

    /** What lies outside its range is struck through, so that it does not differ by colour alone. */
    private static Mark strike(String id, Rect run, Target target, String title) {
        List<Point> line = List.of(new Point(run.x() - 1, run.centerY()), new Point(run.right() + 1, run.centerY()));
        return new Mark.Wire(
                new MarkId(id + OUTSIDE), Role.CONFLICT, Ink.FILLED, line, 1.2, Optional.of(target), title);
    }

    /** Whether a mark is such a line. */
    static boolean strikes(Mark mark) {
        return mark.id().value().endsWith(OUTSIDE);
    }

    private static String title(Run run, int from, int to, boolean exists) {
        IovPlacement placement = run.placement();
        String state = placement.kind() == Claim.Kind.SDI ? "" : exists ? ", enabled" : ", possible";
        String routed = placement.routed().map(r -> ", outside " + r).orElse(", on a bus nobody routes");
        return RidMapWords.run(placement.kind(), run.rids(), from, to) + state + (run.outside() ? routed : "");
    }

    private static Rect lane(Rect cell, int lane, int lanes, double share) {
        double height = cell.height() / lanes;
        double room = lanes == 1 ? height : height - 1;
        double own = Math.max(LOWEST, room * share);
        return new Rect(cell.x(), cell.y() + lane * height + (room - own) / 2, cell.width(), own);
    }

    /** Functions that answered; VFs that a run of their PF covers already are left out. */
    static List<PciFunction> alone(Topology topology, RidMap map) {
        Map<FunctionAddress, IovPlacement> vfs = new HashMap<>();
        for (IovPlacement placement : map.placements()) {
            if (placement.kind() != Claim.Kind.SDI) {
                vfs.put(placement.owner(), placement);
            }
        }
        return topology.functions().stream()
                .filter(f -> f.address().segment().equals(map.segment()) && !covered(f, vfs))
                .toList();
    }

    private static boolean covered(PciFunction f, Map<FunctionAddress, IovPlacement> vfs) {
        return f.virtual()
                .map(v -> vfs.get(v.physicalFunction()))
                .map(p -> p.rids().withCount(Math.min(p.enabled(), p.rids().count())))
                .filter(enabled -> enabled.indexOf(f.address().rid()).isPresent())
                .isPresent();
    }

    /** Draws one of them. */
    void function(PciFunction f, DeviceNames names) {
        Role role = f.virtual().isPresent() ? Role.VF : f.physicalFunction() ? Role.PF : Role.FUNCTION;
        FunctionAddress address = f.address();
        Rect cell = grid.cell(geometry.row(address.bus()), address.rid().devfn());
        Mark.Cells cells = new Mark.Cells(
                RidMapWords.id("fn", address),
                role,
                Ink.FILLED,
                cell,
                cell.width(),
                1,
                Optional.of(new Target.OfFunction(address)),
                address + " " + names.shortName(f));
        marks.add(cells);
        notes.ifPresent(n -> n.function(cells, address.rid(), names.shortName(f)));
    }

    /** Hatching over the rows that a bridge reserves for nobody, one mark per run of rows. */
    void reserved(RidMap map, RidMapRows rows) {
        List<RidMapGeometry.Row> all = geometry.rows();
        int i = 0;
        while (i < all.size()) {
            int end = i;
            while (end < all.size() && hatched(rows, all.get(i), all.get(end))) {
                end++;
            }
            if (end > i) {
                hatch(map, rows, all.get(i), all.get(end - 1));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean hatched(RidMapRows rows, RidMapGeometry.Row first, RidMapGeometry.Row row) {
        int bus = row.buses().first();
        return !row.folded()
                && rows.reserved(bus)
                && rows.state(bus).equals(rows.state(first.buses().first()));
    }

    private void hatch(RidMap map, RidMapRows rows, RidMapGeometry.Row first, RidMapGeometry.Row last) {
        BusRange buses = new BusRange(first.buses().first(), last.buses().last());
        Rect rect = new Rect(grid.left(), first.top(), RidMapGrid.WIDTH, last.bottom() - first.top());
        marks.add(new Mark.Cells(
                RidMapWords.id("reserved", buses.first()),
                Role.RESERVED,
                Ink.HATCHED,
                rect,
                rect.width(),
                1,
                Optional.of(new Target.OfBuses(map.segment(), buses)),
                "buses " + RidMapWords.buses(buses) + " " + rows.state(buses.first()) + ", nobody there"));
    }
}
