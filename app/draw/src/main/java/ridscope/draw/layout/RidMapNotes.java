package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Wording;
import ridscope.draw.diagram.Zooms;
import ridscope.rid.BusRange;
import ridscope.rid.RoutingId;
import ridscope.topology.PciFunction;

/**
 * Text on a map in a window: it keeps its size, so cells say nothing from afar, then their function number, device and function,
 * and from close by what is there.
 */
final class RidMapNotes {

    private final TextMetrics metrics;
    private final boolean ari;
    private final List<Mark> marks;
    /** Routing IDs whose cells have text. */
    private final BitSet taken = new BitSet();

    RidMapNotes(TextMetrics metrics, boolean ari, List<Mark> marks) {
        this.metrics = metrics;
        this.ari = ari;
        this.marks = marks;
    }

    /** Says which function a cell is. */
    void function(Mark.Cells cell, RoutingId rid, String name) {
        List<Wording> wordings = new ArrayList<>();
        Wording slot = slot(rid.devfn(), 1);
        if (!name.isEmpty()) {
            wordings.add(new Wording.Joined(slot, new Wording.Same(name)));
        }
        wordings.add(slot);
        if (!ari) {
            wordings.add(new Wording.DevFn(rid.devfn(), 1, false));
        }
        add(cell, cell.first(), 0, 1, wordings);
    }

    /** These say what they are in their cells, whatever else is there. */
    void keepFor(List<PciFunction> functions) {
        functions.forEach(f -> taken.set(f.address().rid().value()));
    }

    /**
     * VFs or SDIs in a row.
     *
     * @param noun {@code VF} or {@code SDI}
     * @param first Routing ID of the first one
     * @param stride from one to the next
     * @param index of the first one
     */
    record Run(String noun, RoutingId first, int stride, int index) {

        int rid(int cell) {
            return first.value() + cell * stride;
        }
    }

    /**
     * Says which VFs or SDIs the cells of a run are. A cell that has text already is left out: its cross tells.
     *
     * @param room of the first one, as high as its lane
     */
    void run(Mark.Cells cells, Rect room, Run run) {
        int from = 0;
        for (int i = 0; i <= cells.count(); i++) {
            boolean end = i == cells.count() || taken.get(run.rid(i));
            if (end && i > from) {
                part(cells, room, run, from, i);
            }
            from = end ? i + 1 : from;
        }
        for (int i = 0; i < cells.count(); i++) {
            taken.set(run.rid(i));
        }
    }

    private void part(Mark.Cells cells, Rect room, Run run, int from, int to) {
        int devfn = run.rid(from) & 0xff;
        Wording slot = slot(devfn, run.stride());
        Wording number = new Wording.Numbered(run.noun() + " ", run.index() + from, 1);
        List<Wording> wordings = new ArrayList<>(List.of(new Wording.Joined(slot, number), slot));
        if (!ari) {
            wordings.add(new Wording.DevFn(devfn, run.stride(), false));
        }
        double x = cells.first().x() + from * cells.pitch();
        add(cells, new Rect(x, room.y(), cells.first().width(), room.height()), from, to, wordings);
    }

    private Wording slot(int devfn, int step) {
        return ari ? new Wording.Numbered("", devfn, step) : new Wording.DevFn(devfn, step, true);
    }

    private void add(Mark.Cells cells, Rect first, int from, int to, List<Wording> wordings) {
        int count = to - from;
        List<Mark.Said> said = wordings.stream()
                .map(w -> new Mark.Said(w, widest(TextStyle.MONO, w, count)))
                .toList();
        marks.add(new Mark.Notes(
                new MarkId(cells.id().value() + "-says-" + from),
                cells.role(),
                cells.ink(),
                TextStyle.MONO,
                first,
                cells.pitch(),
                count,
                said,
                Optional.empty()));
    }

    /** Monospaced, and numbers only go up. */
    private double widest(TextStyle style, Wording wording, int count) {
        return Math.max(metrics.width(style, wording.of(0)), metrics.width(style, wording.of(count - 1)));
    }

    /** Words above the map: all of them, or the first clause. */
    void header(List<String> lines, RidMapGrid grid) {
        if (!lines.isEmpty()) {
            String all = String.join(" ", lines);
            double top = grid.top() - RidMapGrid.BARE_STRIP;
            List<String> wordings = List.of(all, all.substring(0, all.indexOf(':')));
            line("note-0", Role.WARNING, top, grid, wordings, Optional.empty());
        }
    }

    /** One line below another from a height on. Returns where the next would stand. */
    double lines(double top, List<RidMapLayout.Remark> remarks, RidMapGrid grid) {
        double y = top;
        for (int i = 0; i < remarks.size(); i++) {
            RidMapLayout.Remark remark = remarks.get(i);
            line("beyond-" + i, Role.CONFLICT, y, grid, remark.wordings(), remark.target());
            y += RidMapGrid.BARE_STRIP;
        }
        return y;
    }

    /** Strips for folded buses. */
    void strips(RidMapRows rows, RidMapGrid grid, RidMapGeometry geometry) {
        for (RidMapGeometry.Row row : geometry.rows()) {
            if (row.folded()) {
                strip(row, rows, grid);
            }
        }
    }

    private void strip(RidMapGeometry.Row row, RidMapRows rows, RidMapGrid grid) {
        BusRange buses = row.buses();
        String id = "folded-" + RidMapWords.hex(buses.first());
        String text = rows.foldedText(buses);
        Optional<Target> target = Optional.of(new Target.OfBuses(rows.segment(), buses));
        Rect rect = new Rect(grid.left(), row.top(), RidMapGrid.WIDTH, row.height());
        marks.add(new Mark.Box(
                new MarkId(id),
                Role.PANEL,
                Ink.PLAIN,
                rect,
                0,
                Optional.empty(),
                target,
                text + " (folded)",
                Zooms.ALWAYS));
        String range = RidMapWords.buses(buses);
        List<String> wordings = List.of(text + " · folded", text, range + " empty, folded", range + " folded", range);
        line(id + "-text", Role.MUTED, row.top(), grid, wordings, target);
    }

    private void line(String id, Role role, double top, RidMapGrid grid, List<String> texts, Optional<Target> target) {
        List<Mark.Said> said = texts.stream()
                .map(text -> new Mark.Said(new Wording.Same(text), metrics.width(TextStyle.BODY, text)))
                .sorted(Comparator.comparingDouble(Mark.Said::width).reversed())
                .toList();
        Rect rect = new Rect(grid.left(), top, RidMapGrid.WIDTH, RidMapGrid.BARE_STRIP);
        marks.add(new Mark.Notes(new MarkId(id), role, Ink.PLAIN, TextStyle.BODY, rect, rect.width(), 1, said, target));
    }
}
