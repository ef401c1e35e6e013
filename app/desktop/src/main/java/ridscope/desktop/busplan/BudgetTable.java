package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.plan.BudgetRow;

/** What every bridge and root bus has, uses and needs. */
final class BudgetTable extends TableView<BudgetLine> {

    private final BusPlanViewModel model;
    /** True while the table follows, so that it does not answer itself. */
    private boolean following;

    private Optional<PlanResult> filled = Optional.empty();

    BudgetTable(BusPlanViewModel model) {
        this.model = model;
        setId("plan-budget");
        getStyleClass().add("budget");
        setAccessibleText(Messages.text("busplan.budget"));
        setFixedCellSize(22);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label(Messages.text("busplan.budget.none")));
        columns();
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        model.plannedProperty().addListener((observable, before, now) -> fill(now));
        fill(model.plannedProperty().get());
        model.selection().follow(target -> follow());
    }

    private void columns() {
        TableColumn<BudgetLine, BudgetLine> bridge = new Cells("busplan.column.bridge", 86)
                .text(line -> PlanWords.subject(line.row().subject()))
                .column();
        bridge.setComparator((a, b) -> a.row().subject().compareTo(b.row().subject()));
        TableColumn<BudgetLine, BudgetLine> buses = new Cells("busplan.column.buses", 124)
                .text(BudgetLine::busesText)
                .lit(BudgetLine::busesChange)
                .column();
        buses.setComparator((a, b) -> a.planned().compareTo(b.planned()));
        TableColumn<BudgetLine, BudgetLine> need = new TableColumn<>(Messages.text("busplan.column.needed"));
        need.getColumns()
                .setAll(List.of(
                        figure("busplan.column.initial-vfs", 66, BudgetRow::neededInitialVfs),
                        figure("busplan.column.total-vfs", 60, BudgetRow::neededVfs),
                        figure("busplan.column.total-sdis", 66, BudgetRow::neededSdis)));
        TableColumn<BudgetLine, BudgetLine> verdict = new Cells("busplan.column.verdict", 122)
                .text(BudgetLine::verdict)
                .lit(line -> line.changes(BudgetRow::slack))
                .alert(BudgetLine::tooFew)
                .column();
        verdict.setComparator((a, b) -> Long.compare(a.row().slack(), b.row().slack()));
        getColumns()
                .setAll(List.of(
                        bridge,
                        buses,
                        figure("busplan.column.assigned", 60, BudgetRow::assigned),
                        figure("busplan.column.used", 62, BudgetRow::used),
                        need,
                        figure("busplan.column.hotplug", 58, BudgetRow::hotplug),
                        verdict));
    }

    private static TableColumn<BudgetLine, BudgetLine> figure(String key, double width, BudgetLine.Figure figure) {
        TableColumn<BudgetLine, BudgetLine> column = new Cells(key, width)
                .text(line -> line.text(figure))
                .lit(line -> line.changes(figure))
                .column();
        ToLongFunction<BudgetLine> value = line -> figure.of(line.row());
        column.setComparator((a, b) -> Long.compare(value.applyAsLong(a), value.applyAsLong(b)));
        column.getStyleClass().add("figure");
        return column;
    }

    private void fill(Optional<Planned> answer) {
        Optional<PlanResult> now = answer.map(Planned::result);
        // An answer about another selection has the same rows.
        if (!now.equals(filled)) {
            filled = now;
            following = true;
            getItems().setAll(now.map(PlanResult::budget).orElse(List.of()));
            sort();
            following = false;
            follow();
        }
    }

    private void chosen(BudgetLine line) {
        if (!following && line != null) {
            line.target().ifPresent(model::select);
        }
    }

    /** Marks the row of the selection, if it has one. */
    private void follow() {
        following = true;
        Optional<Target> selected = model.selection().get();
        BudgetLine now = getSelectionModel().getSelectedItem();
        Optional<BudgetLine> line = selected.flatMap(target -> getItems().stream()
                .filter(l -> l.target().equals(Optional.of(target)))
                .findFirst());
        if (line.isEmpty()) {
            getSelectionModel().clearSelection();
        } else if (!line.equals(Optional.ofNullable(now))) {
            getSelectionModel().select(line.get());
            scrollTo(Math.max(0, getSelectionModel().getSelectedIndex() - 2));
        }
        following = false;
    }

    /** Makes one column. */
    private static final class Cells {

        private final String title;
        private final double width;
        private Function<BudgetLine, String> text = line -> "";
        private Predicate<BudgetLine> lit = line -> false;
        private Predicate<BudgetLine> alert = line -> false;

        Cells(String key, double width) {
            this.title = Messages.text(key);
            this.width = width;
        }

        Cells text(Function<BudgetLine, String> of) {
            text = of;
            return this;
        }

        /** Which values are changed by the wishes. */
        Cells lit(Predicate<BudgetLine> when) {
            lit = when;
            return this;
        }

        Cells alert(Predicate<BudgetLine> when) {
            alert = when;
            return this;
        }

        TableColumn<BudgetLine, BudgetLine> column() {
            TableColumn<BudgetLine, BudgetLine> column = new TableColumn<>(title);
            column.setPrefWidth(width);
            column.setMinWidth(width);
            column.setReorderable(false);
            column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
            column.setCellFactory(c -> new TableCell<>() {
                @Override
                protected void updateItem(BudgetLine line, boolean empty) {
                    super.updateItem(line, empty);
                    getStyleClass().removeAll("lit", "alert");
                    setText(empty || line == null ? null : text.apply(line));
                    if (!empty && line != null && alert.test(line)) {
                        getStyleClass().add("alert");
                    } else if (!empty && line != null && lit.test(line)) {
                        getStyleClass().add("lit");
                    }
                }
            });
            return column;
        }
    }
}
