package ridscope.report.table;

import java.util.Optional;
import java.util.function.Function;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;

/** The bus numbers that every bridge has, gets and needs by a plan; figures that are guesses are left out. */
public final class BudgetTable {

    /** Its name. */
    public static final String NAME = "bus-budget";

    private BudgetTable() {}

    public static Table of(BusPlan plan) {
        Columns<BudgetRow> columns = new Columns<BudgetRow>()
                .name("bridge", "bridge", BudgetRow::subject)
                .text(
                        "now",
                        "now",
                        row -> bridge(plan, row).flatMap(BridgePlan::now).filter(BusNumbers::configured))
                .text(
                        "planned",
                        "planned",
                        row -> bridge(plan, row)
                                .filter(b -> !b.guessed())
                                .map(BridgePlan::planned)
                                .filter(BusNumbers::configured));
        figure(columns, "assigned", "assigned", BudgetRow::assigned);
        figure(columns, "used", "used", BudgetRow::used);
        figure(columns, "neededInitialVfs", "needed with initial VFs", BudgetRow::neededInitialVfs);
        figure(columns, "neededVfs", "needed with total VFs", BudgetRow::neededVfs);
        figure(columns, "neededSdis", "needed with VFs and SDIs", BudgetRow::neededSdis);
        figure(columns, "hotplug", "held for hot-plug", BudgetRow::hotplug);
        figure(columns, "slack", "slack", BudgetRow::slack);
        return columns.name("verdict", "verdict", BudgetRow::verdict).over(NAME, plan.budget());
    }

    private static void figure(Columns<BudgetRow> columns, String key, String title, Function<BudgetRow, Long> figure) {
        columns.column(
                new Column(key, title, Column.Type.NUMBER),
                row -> row.guessed() ? Cell.EMPTY : new Cell.Count(figure.apply(row)));
    }

    private static Optional<BridgePlan> bridge(BusPlan plan, BudgetRow row) {
        return row.subject().function().flatMap(plan::bridge);
    }
}
