package ridscope.desktop.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import ridscope.desktop.l10n.Messages;
import ridscope.report.DiffRow;
import ridscope.rid.FunctionAddress;

/** Old and new address of every function that is listed. */
final class CompareTable extends TableView<DiffRow> {

    private static final double ROW = 22;
    private static final double KIND = 100;
    private static final double ADDRESS = 96;
    private static final double NAME = 190;
    private static final double WHAT = 240;
    private static final double WORDS_LEAST = 90;
    private static final double MATCHED = 116;

    /** With less room why two are the same stands in the tooltip only. */
    private static final double MATCHED_FROM = 840;

    /** Rows above the one that is brought into sight. */
    private static final int ABOVE = 2;

    private static final Comparator<Optional<FunctionAddress>> BY_ADDRESS = Comparator.comparing(
                    (Optional<FunctionAddress> a) -> a.isEmpty())
            .thenComparing(a -> a.orElse(FunctionAddress.of("00:00.0")));
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final CompareViewModel model;
    private final Label nothing = new Label();
    /** True while the table follows the model, so that it does not answer itself. */
    private boolean following;

    CompareTable(CompareViewModel model) {
        this.model = model;
        setId("compare-table");
        getStyleClass().addAll("budget", "compare-table");
        setAccessibleText(Messages.text("compare.table"));
        setFixedCellSize(ROW);
        setSortPolicy(view -> order());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nothing.setId("compare-nothing");
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        setRowFactory(view -> new ToldRow<>(CompareTable::words));
        columns();
        MenuItem copy = new MenuItem(Messages.text("compare.copy.rows"));
        copy.setOnAction(e -> copyRows());
        setContextMenu(new ContextMenu(copy));
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (COPY.match(e)) {
                copyRows();
                e.consume();
            }
        });
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        model.rowsProperty().addListener((observable, before, now) -> fill(now));
        model.readProperty().addListener((observable, before, now) -> follow());
        fill(model.rowsProperty().get());
    }

    private boolean order() {
        following = true;
        getItems().setAll(ordered(model.rowsProperty().get()));
        following = false;
        follow();
        return true;
    }

    /** By the columns that the user chose, else in order of address. Cells are not asked: 20,000 rows take long enough. */
    private List<DiffRow> ordered(List<DiffRow> rows) {
        List<DiffRow> all = new ArrayList<>(rows);
        Optional<Comparator<DiffRow>> order = Optional.empty();
        for (TableColumn<DiffRow, ?> column : getSortOrder()) {
            @SuppressWarnings("unchecked") // every column's values are rows
            Comparator<DiffRow> own = (Comparator<DiffRow>) column.getComparator();
            Comparator<DiffRow> next = column.getSortType() == TableColumn.SortType.DESCENDING ? own.reversed() : own;
            order = Optional.of(order.map(o -> o.thenComparing(next)).orElse(next));
        }
        order.ifPresent(all::sort);
        return all;
    }

    private void copyRows() {
        List<DiffRow> chosen = new ArrayList<>(getSelectionModel().getSelectedItems());
        if (!chosen.isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, CopyText.rows(chosen)));
        }
    }

    private void columns() {
        TableColumn<DiffRow, DiffRow> kind =
                column("kind", Messages.text("compare.column.kind"), KIND, Comparator.comparing(DiffRow::fate));
        kind.setCellFactory(c -> new KindCell());
        TableColumn<DiffRow, DiffRow> matched = text(
                "matched",
                Messages.text("compare.column.matched"),
                MATCHED,
                DiffRow::matchedBy,
                Comparator.comparing(DiffRow::matchedBy));
        TableColumn<DiffRow, DiffRow> name = text(
                "name", Messages.text("compare.column.name"), NAME, DiffRow::name, Comparator.comparing(DiffRow::name));
        TableColumn<DiffRow, DiffRow> what = text(
                "what", Messages.text("compare.column.what"), WHAT, DiffRow::what, Comparator.comparing(DiffRow::what));
        for (TableColumn<DiffRow, DiffRow> wide : List.of(name, what)) {
            wide.setMinWidth(WORDS_LEAST);
            wide.setMaxWidth(Double.MAX_VALUE);
        }
        List.of(kind, name, what, matched)
                .forEach(column -> column.getStyleClass().add("words"));
        getColumns()
                .setAll(List.of(
                        kind,
                        address("old", Messages.text("compare.column.old"), DiffRow::before),
                        address("new", Messages.text("compare.column.new"), DiffRow::after),
                        name,
                        what,
                        matched));
        matched.setVisible(false);
        widthProperty().addListener((observable, before, now) -> matched.setVisible(now.doubleValue() >= MATCHED_FROM));
    }

    private static TableColumn<DiffRow, DiffRow> address(
            String name, String title, Function<DiffRow, Optional<FunctionAddress>> address) {
        return text(
                name,
                title,
                ADDRESS,
                row -> address.apply(row).map(FunctionAddress::toString).orElse("–"),
                (a, b) -> BY_ADDRESS.compare(address.apply(a), address.apply(b)));
    }

    private static TableColumn<DiffRow, DiffRow> text(
            String name, String title, double width, Function<DiffRow, String> text, Comparator<DiffRow> order) {
        TableColumn<DiffRow, DiffRow> column = column(name, title, width, order);
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(DiffRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
            }
        });
        return column;
    }

    private static TableColumn<DiffRow, DiffRow> column(
            String name, String title, double width, Comparator<DiffRow> order) {
        TableColumn<DiffRow, DiffRow> column = new TableColumn<>(title);
        column.setId("compare-column-" + name);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setReorderable(false);
        column.setComparator(order);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        return column;
    }

    private void fill(List<DiffRow> rows) {
        boolean same = model.comparedProperty().get().isPresent() && !model.anyDifference();
        nothing.setText(same ? Messages.text("compare.no-difference") : Messages.text("compare.nothing-listed"));
        following = true;
        if (rows.size() < getItems().size()) {
            // The place that is in sight may be beyond the end of the shorter list.
            scrollTo(0);
        }
        getItems().setAll(ordered(rows));
        following = false;
        follow();
    }

    private void chosen(DiffRow row) {
        if (!following
                && row != null
                && getSelectionModel().getSelectedIndices().size() == 1) {
            model.choose(row);
        }
    }

    /** Marks the row that is read, if it is listed, and brings it into sight. */
    private void follow() {
        Optional<DiffRow> read = model.readProperty().get();
        boolean already = read.isPresent()
                && read.equals(Optional.ofNullable(getSelectionModel().getSelectedItem()));
        if (already) {
            return;
        }
        following = true;
        int index = read.map(getItems()::indexOf).orElse(-1);
        if (index < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(index);
            scrollTo(Math.max(0, index - ABOVE));
        }
        following = false;
    }

    private static String words(DiffRow row) {
        StringBuilder words = new StringBuilder(FateWords.name(row.fate()));
        row.before().ifPresent(a -> words.append(", ").append(Messages.text("compare.was", a)));
        row.after().ifPresent(a -> words.append(", ").append(Messages.text("compare.is", a)));
        words.append(", ").append(row.name());
        if (!row.what().isEmpty()) {
            words.append(", ").append(row.what());
        }
        if (!row.matchedBy().isEmpty()) {
            words.append(", ").append(Messages.text("compare.matched-by", row.matchedBy()));
        }
        return words.toString();
    }

    private static final class KindCell extends TableCell<DiffRow, DiffRow> {
        private final FateIcon icon = new FateIcon();

        @Override
        protected void updateItem(DiffRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null;
            setText(none ? null : FateWords.name(row.fate()));
            setGraphic(none ? null : icon);
            if (!none) {
                icon.show(row.fate());
            }
        }
    }
}
