package ridscope.desktop.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.PaneHead;
import ridscope.desktop.l10n.Messages;
import ridscope.report.DiffRow;
import ridscope.report.Difference;

/** Everything that is told of the row that is read, what each host says side by side; without such a row, of both hosts. */
final class DifferenceTable extends VBox {

    private static final double ROW = 22;
    private static final double WHAT = 200;
    private static final double VALUE = 120;

    private final CompareViewModel model;
    private final PaneHead head = new PaneHead(Messages.text("compare.details"));
    private final TableView<Difference> table = new TableView<>();
    private final Label nothing = new Label();

    DifferenceTable(CompareViewModel model) {
        this.model = model;
        table.setId("compare-details");
        table.getStyleClass().addAll("budget", "compare-table");
        table.setAccessibleText(Messages.text("compare.details"));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new ToldRow<>(DifferenceTable::words));
        table.setMinSize(0, 0);
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        TableColumn<Difference, Difference> what = column(Messages.text("compare.detail.what"), WHAT, Difference::what);
        what.getStyleClass().add("words");
        table.getColumns()
                .setAll(List.of(
                        what,
                        column(Messages.text("compare.detail.before"), VALUE, Difference::before),
                        column(Messages.text("compare.detail.after"), VALUE, Difference::after)));
        VBox.setVgrow(table, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().setAll(head, table);
        model.readProperty().addListener((observable, before, now) -> fill());
        model.comparedProperty().addListener((observable, before, now) -> fill());
        fill();
    }

    private void fill() {
        Optional<DiffRow> read = model.readProperty().get();
        head.setSubtitle(read.map(DifferenceTable::title).orElseGet(() -> Messages.text("compare.details.hosts")));
        nothing.setText(
                read.isPresent() ? Messages.text("compare.details.none") : Messages.text("compare.details.hosts-same"));
        table.setItems(FXCollections.observableArrayList(model.details()));
    }

    private static String title(DiffRow row) {
        String places = row.before()
                .flatMap(from -> row.after().map(to -> from.equals(to) ? from.toString() : from + " → " + to))
                .or(() -> row.before().or(row::after).map(Object::toString))
                .orElseThrow();
        return places + " · " + row.name() + (row.what().isEmpty() ? "" : " · " + row.what());
    }

    private static TableColumn<Difference, Difference> column(
            String title, double width, Function<Difference, String> text) {
        TableColumn<Difference, Difference> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width / 2);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Difference line, boolean empty) {
                super.updateItem(line, empty);
                boolean none = empty || line == null;
                setText(none ? null : text.apply(line));
            }
        });
        return column;
    }

    private static String words(Difference line) {
        return line.what() + ": " + line.before() + " → " + line.after();
    }
}
