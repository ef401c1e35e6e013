package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
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

    static List<BudgetLine> of(Document document, Planned answer) {
        Map<PlanSubject, BudgetRow> base = new HashMap<>();
        answer.base().budget().forEach(row -> base.put(row.subject(), row));
        Map<FunctionAddress, BridgePlan> bridges = new HashMap<>();
        answer.plan().bridges().forEach(b -> bridges.put(b.address(), b));
        List<BudgetLine> lines = new ArrayList<>();
        for (BudgetRow row : answer.plan().budget()) {
            Optional<BudgetRow> was = Optional.ofNullable(base.get(row.subject()));
            lines.add(row.subject()
                    .function()
                    .map(address -> bridge(row, was, Optional.ofNullable(bridges.get(address))))
                    .orElseGet(() -> root(document.topology(), row, was)));
        }
        return lines;
    }

    private static BudgetLine bridge(BudgetRow row, Optional<BudgetRow> base, Optional<BridgePlan> plan) {
        String now = plan.flatMap(BridgePlan::now)
                .map(BudgetLine::numbers)
                .orElseGet(() -> Messages.text("busplan.buses.unknown"));
        String planned = plan.map(p -> numbers(p.planned())).orElse(now);
        return new BudgetLine(row, base, now, planned, row.subject().function().map(Target.OfFunction::new));
    }

    /** What selects the subject of a plan: a function of today, or the buses of a root bus. */
    static Optional<Target> target(Topology topology, PlanSubject subject) {
        return subject.function()
                .<Target>map(Target.OfFunction::new)
                .or(() -> root(topology, subject).map(h -> new Target.OfBuses(subject.segment(), h.buses())));
    }

    private static Optional<HostBridge> root(Topology topology, PlanSubject subject) {
        return topology.hostBridges(subject.segment()).stream()
                .filter(h -> h.rootBus() == subject.bus())
                .findFirst();
    }

    private static String numbers(BusNumbers numbers) {
        return numbers.configured() ? numbers.toString() : Messages.text("busplan.buses.none");
    }

    private static BudgetLine root(Topology topology, BudgetRow row, Optional<BudgetRow> base) {
        String buses =
                root(topology, row.subject()).map(h -> h.buses().toString()).orElse("");
        return new BudgetLine(row, base, buses, buses, target(topology, row.subject()));
    }

    /** {@code [0c-0c] → [0c-0e]}, or the numbers alone where they stay. */
    String busesText() {
        return buses.equals(planned) ? buses : Messages.text("busplan.change", buses, planned);
    }

    boolean busesChange() {
        return !buses.equals(planned);
    }

    /** {@code 1 → 3}, or the figure alone where it stays. */
    String text(Figure figure) {
        String now = String.valueOf(figure.of(row));
        return base.filter(b -> figure.of(b) != figure.of(row))
                .map(b -> Messages.text("busplan.change", figure.of(b), now))
                .orElse(now);
    }

    boolean changes(Figure figure) {
        return base.filter(b -> figure.of(b) == figure.of(row)).isEmpty();
    }

    /** {@code +3 unused}, or {@code −2 short → exact} where what was enough is not any more, or the other way round. */
    String verdict() {
        return base.filter(b -> Long.signum(b.slack()) != Long.signum(row.slack()))
                .map(b -> Messages.text("busplan.change", b.verdict(), row.verdict()))
                .orElseGet(row::verdict);
    }
}
