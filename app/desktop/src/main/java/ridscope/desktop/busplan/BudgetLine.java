package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanSubject;
import ridscope.rid.FunctionAddress;
import ridscope.topology.HostBridge;
import ridscope.topology.Topology;

/**
 * A row of the budget: a bridge or root bus.
 *
 * @param row its figures
 * @param base its figures without the wishes; empty for what is there only with them
 * @param buses its numbers today
 * @param planned its numbers afterwards
 * @param target what it selects
 */
record BudgetLine(BudgetRow row, Optional<BudgetRow> base, String buses, String planned, Optional<Target> target) {

    /** One of the figures. */
    @FunctionalInterface
    interface Figure {
        long of(BudgetRow row);
    }

    static List<BudgetLine> of(Topology topology, BusPlan start, BusPlan plan) {
        Map<PlanSubject, BudgetRow> base = new HashMap<>();
        start.budget().forEach(row -> base.put(row.subject(), row));
        Map<FunctionAddress, BridgePlan> bridges = new HashMap<>();
        plan.bridges().forEach(b -> bridges.put(b.address(), b));
        List<BudgetLine> lines = new ArrayList<>();
        for (BudgetRow row : plan.budget()) {
            Optional<BudgetRow> was = Optional.ofNullable(base.get(row.subject()));
            lines.add(row.subject()
                    .function()
                    .map(address -> bridge(
                            row,
                            was,
                            Optional.ofNullable(bridges.get(address)),
                            PlanPath.target(topology, plan, row.subject())))
                    .orElseGet(() -> root(topology, row, was)));
        }
        return lines;
    }

    private static BudgetLine bridge(
            BudgetRow row, Optional<BudgetRow> base, Optional<BridgePlan> plan, Optional<Target> target) {
        String now = plan.flatMap(BridgePlan::now)
                .map(BudgetLine::numbers)
                .orElseGet(() -> Messages.text(
                        plan.filter(BridgePlan::plugged).isPresent() ? "busplan.buses.new" : "busplan.buses.unknown"));
        String planned =
                plan.filter(p -> !p.guessed()).map(p -> numbers(p.planned())).orElse(now);
        return new BudgetLine(row, base, now, planned, target);
    }

    private static String numbers(BusNumbers numbers) {
        return numbers.configured() ? numbers.toString() : Messages.text("busplan.buses.none");
    }

    private static BudgetLine root(Topology topology, BudgetRow row, Optional<BudgetRow> base) {
        Optional<HostBridge> root = PlanPath.root(topology, row.subject());
        String buses = root.map(h -> h.buses().toString()).orElse("");
        Optional<Target> target = root.map(h -> new Target.OfBuses(row.subject().segment(), h.buses()));
        return new BudgetLine(row, base, buses, buses, target);
    }

    /** {@code [0c-0c] → [0c-0e]}, or the numbers alone where they stay. */
    String busesText() {
        return buses.equals(planned) ? buses : Messages.text("busplan.change", buses, planned);
    }

    boolean busesChange() {
        return !buses.equals(planned);
    }

    /** {@code 1 → 3}, or the figure alone where it stays; {@code ?} where it is not known. */
    String text(Figure figure) {
        if (row.guessed()) {
            return "?";
        }
        String now = String.valueOf(figure.of(row));
        return base.filter(b -> figure.of(b) != figure.of(row))
                .map(b -> Messages.text("busplan.change", figure.of(b), now))
                .orElse(now);
    }

    boolean changes(Figure figure) {
        return !row.guessed()
                && base.filter(b -> figure.of(b) == figure.of(row)).isEmpty();
    }

    /** Whether it is known that the numbers are not enough, or lead nowhere. */
    boolean tooFew() {
        return !row.guessed() && !row.enough();
    }

    /** {@code +3 unused}, or {@code −2 short → exact} where what was enough is not any more, or the other way round. */
    String verdict() {
        if (row.guessed()) {
            return Messages.text("busplan.buses.unknown");
        }
        return base.filter(b -> Long.signum(b.slack()) != Long.signum(row.slack())
                        || !b.cutOff().equals(row.cutOff()))
                .map(b -> Messages.text("busplan.change", b.verdict(), row.verdict()))
                .orElseGet(row::verdict);
    }
}
