package ridscope.draw.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanSubject;
import ridscope.rid.Segment;

/** The bus numbers that bridges have and need, of those bridges that a plan is about. */
final class BudgetTable {

    /** Rows; the others are counted. */
    private static final int ROWS = 16;

    private static final double LINE = 15;
    private static final List<String> HEADS = List.of(
            "bridge",
            "now",
            "planned",
            "with InitialVFs",
            "with TotalVFs",
            "and SDIs",
            "for hot-plug",
            "of the planned numbers");
    private static final double[] STARTS = {0, 110, 180, 250, 345, 430, 500, 580};

    /** Width of the last column. */
    private static final double LAST = 160;

    private final Labels labels;
    private final BusPlan plan;

    BudgetTable(Labels labels, BusPlan plan) {
        this.labels = labels;
        this.plan = plan;
    }

    /**
     * Adds the table of one segment.
     *
     * @return the bottom edge
     */
    double addTo(List<Mark> marks, Point from, Segment segment) {
        List<BudgetRow> here = plan.budget().stream()
                .filter(r -> r.subject().segment().equals(segment))
                .toList();
        Set<PlanSubject> concerned = concerned();
        List<BudgetRow> some =
                here.stream().filter(r -> concerned.contains(r.subject())).toList();
        List<BudgetRow> shown = some.isEmpty() ? here : some;
        if (shown.isEmpty()) {
            return from.y();
        }
        double y = from.y();
        String heading = some.isEmpty() ? "Bus numbers needed" : "Bus numbers needed by the bridges concerned";
        marks.add(labels.start("budget", TextStyle.BODY_BOLD, Role.TEXT, new Point(from.x(), y), heading));
        y += LINE + 2;
        heads(new Point(from.x(), y), marks);
        y += 2;
        for (BudgetRow row : shown.stream().limit(ROWS).toList()) {
            y += LINE;
            boolean missing = !row.guessed() && !row.enough();
            String id = "budget-" + row.subject().toString().replace(':', '-');
            row(
                    id,
                    TextStyle.MONO_SMALL,
                    missing ? Role.CONFLICT : Role.TEXT,
                    cells(row),
                    new Point(from.x(), y),
                    marks);
        }
        if (shown.size() > ROWS) {
            y += LINE;
            String more = "and " + Counts.grouped(shown.size() - ROWS) + " more";
            marks.add(labels.start("budget-more", TextStyle.SMALL, Role.MUTED, new Point(from.x(), y), more));
        }
        return y + LINE;
    }

    private void heads(Point at, List<Mark> marks) {
        row("budget-head", TextStyle.SMALL, Role.MUTED, HEADS, at, marks);
        Point from = new Point(at.x(), at.y() + 4);
        Point to = new Point(at.x() + STARTS[STARTS.length - 1] + LAST, at.y() + 4);
        marks.add(new Mark.Wire(
                new MarkId("budget-line"), Role.GRID, Ink.FILLED, List.of(from, to), 1, Optional.empty(), ""));
    }

    private void row(String id, TextStyle style, Role role, List<String> cells, Point at, List<Mark> marks) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                Point from = new Point(at.x() + STARTS[i], at.y());
                marks.add(labels.start(id + "-" + i, style, role, from, cells.get(i)));
            }
        }
    }

    private List<String> cells(BudgetRow row) {
        Optional<BridgePlan> bridge = row.subject().function().flatMap(plan::bridge);
        String now = bridge.map(b ->
                        b.plugged() ? "new" : b.now().map(BudgetTable::numbers).orElse("?"))
                .orElse("");
        String planned = bridge.map(b -> b.guessed() ? "?" : numbers(b.planned()))
                .orElse(Counts.grouped((int) row.assigned()) + " in all");
        return List.of(
                row.subject().toString(),
                now,
                planned,
                figure(row, row.neededInitialVfs()),
                figure(row, row.neededVfs()),
                figure(row, row.neededSdis()),
                figure(row, row.hotplug()),
                row.verdict());
    }

    private static String numbers(BusNumbers numbers) {
        return numbers.configured() ? numbers.toString() : "none";
    }

    private static String figure(BudgetRow row, long figure) {
        return row.guessed() ? "?" : Counts.grouped((int) Math.min(Integer.MAX_VALUE, figure));
    }

    /** Where something fails, is short, or gets other numbers. */
    private Set<PlanSubject> concerned() {
        Set<PlanSubject> concerned = new HashSet<>();
        plan.failures().stream().map(PlanFailure::bridge).forEach(concerned::add);
        Stream.concat(
                        plan.budget().stream()
                                .filter(r -> !r.guessed() && !r.enough())
                                .map(BudgetRow::subject),
                        plan.bridges().stream()
                                .filter(b -> b.plugged()
                                        || b.now().isPresent() && !b.now().equals(Optional.of(b.planned())))
                                .map(b -> PlanSubject.of(b.address())))
                .forEach(concerned::add);
        return concerned;
    }
}
