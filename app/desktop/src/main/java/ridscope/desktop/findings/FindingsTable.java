package ridscope.desktop.findings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.StackPane;
import ridscope.desktop.canvas.CellTooltip;
import ridscope.desktop.canvas.SeverityIcon;
import ridscope.desktop.document.SeverityWords;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;

/** The list itself. Findings that say the same are folded below a row. */
final class FindingsTable extends StackPane {

    private static final double ROW = 22;
    private static final double SEVERITY_WIDTH = 108;
    /** For a list so narrow that the sentence needs the room: the sign alone, whose shape tells. */
    private static final double SIGN_WIDTH = 58;

    private static final double WORDS_FROM = 400;
    private static final double SUBJECT_LEAST = 62;
    private static final double SUBJECT_MOST = 112;
    private static final double SUBJECT_GAP = 14;
    private static final double ID_WIDTH = 206;
    private static final double SENTENCE_LEAST = 120;

    /** Rows above the one that is brought into sight. */
    private static final int ABOVE = 2;

    /** With less room the id stands beside the explanation only. */
    private static final double ID_FROM = 860;

    private final FindingsViewModel model;
    private final TreeTableView<FindingRow> table = new TreeTableView<>();
    private final Label nothing = new Label();
    private final CellTooltip<FindingRow> whole =
            new CellTooltip<>(row -> Optional.of(SeverityWords.name(row.severity()) + ": " + row.sentence()));
    private TreeTableColumn<FindingRow, FindingRow> subject;
    /** True while the table follows the model, so that it does not answer itself. */
    private boolean following;

    FindingsTable(FindingsViewModel model) {
        this.model = model;
        setMinWidth(0);
        table.setId("findings-table");
        table.setAccessibleText(Messages.text("findings.title"));
        table.setShowRoot(false);
        table.setRoot(new TreeItem<>());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new Row());
        nothing.setId("findings-nothing");
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        addColumns();
        getChildren().setAll(table);
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        model.rowsProperty().addListener((observable, before, now) -> fill(now));
        model.readProperty().addListener((observable, before, now) -> show());
        fill(model.rows());
    }

    void focusList() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && table.getExpandedItemCount() > 0) {
            table.getSelectionModel().select(0);
        }
    }

    private void addColumns() {
        TreeTableColumn<FindingRow, FindingRow> severity =
                column("severity", Messages.text("findings.column.severity"), FindingRow.BY_SEVERITY);
        severity.setCellFactory(c -> new SeverityCell());
        fix(severity, SEVERITY_WIDTH);
        subject = column("subject", Messages.text("findings.column.subject"), FindingRow.BY_SUBJECT);
        subject.setCellFactory(c -> new TextCell(FindingRow::where, "mono"));
        fix(subject, SUBJECT_LEAST);
        TreeTableColumn<FindingRow, FindingRow> id =
                column("id", Messages.text("findings.column.id"), FindingRow.BY_ID);
        id.setCellFactory(c -> new TextCell(FindingRow::id, "finding-id"));
        fix(id, ID_WIDTH);
        TreeTableColumn<FindingRow, FindingRow> sentence =
                column("sentence", Messages.text("findings.column.sentence"), FindingRow.BY_SENTENCE);
        sentence.setCellFactory(c -> new TextCell(FindingRow::sentence, "finding-sentence"));
        sentence.setMinWidth(SENTENCE_LEAST);
        table.setTreeColumn(severity);
        table.getColumns().setAll(List.of(severity, id, subject, sentence));
        id.setVisible(false);
        table.widthProperty().addListener((observable, before, now) -> {
            id.setVisible(now.doubleValue() >= ID_FROM);
            if (wordy(before.doubleValue()) != wordy(now.doubleValue())) {
                fix(severity, wordy(now.doubleValue()) ? SEVERITY_WIDTH : SIGN_WIDTH);
                table.refresh();
            }
        });
    }

    private static TreeTableColumn<FindingRow, FindingRow> column(
            String name, String title, Comparator<FindingRow> order) {
        TreeTableColumn<FindingRow, FindingRow> column = new TreeTableColumn<>(title);
        column.setId("findings-column-" + name);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setComparator(order);
        column.setReorderable(false);
        return column;
    }

    private static boolean wordy(double width) {
        return width >= WORDS_FROM;
    }

    /** As wide as the addresses of this host. */
    private void widen(List<FindingRow> rows) {
        double widest = rows.stream()
                .flatMap(FindingRow::all)
                .map(FindingRow::where)
                .max(Comparator.comparingInt(String::length))
                .map(where -> FontMetricsTable.bundled().width(TextStyle.MONO, where))
                .orElse(0.0);
        fix(subject, Math.max(SUBJECT_LEAST, Math.min(SUBJECT_MOST, Math.ceil(widest) + SUBJECT_GAP)));
    }

    private static void fix(TreeTableColumn<FindingRow, FindingRow> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
    }

    private void fill(List<FindingRow> rows) {
        nothing.setText(model.nothing());
        widen(rows);
        Map<String, Boolean> open = new HashMap<>();
        table.getRoot().getChildren().forEach(item -> open.put(key(item.getValue()), item.isExpanded()));
        following = true;
        table.getRoot()
                .getChildren()
                .setAll(rows.stream()
                        .map(row -> item(row, open.getOrDefault(key(row), false)))
                        .toList());
        table.sort();
        following = false;
        show();
    }

    private static String key(FindingRow row) {
        return row.id() + row.severity();
    }

    private static TreeItem<FindingRow> item(FindingRow row, boolean open) {
        TreeItem<FindingRow> item = new FindingItem(row);
        item.setExpanded(open);
        return item;
    }

    private void chosen(TreeItem<FindingRow> item) {
        if (!following && item != null) {
            model.choose(item.getValue());
        }
    }

    /** Marks the row that is read and brings it into sight. */
    private void show() {
        Optional<TreeItem<FindingRow>> item = model.read().flatMap(this::itemOf);
        following = true;
        if (item.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedItem() != item.get()) {
            item.get().getParent().setExpanded(true);
            int row = table.getRow(item.get());
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - ABOVE));
        }
        following = false;
    }

    @SuppressWarnings("ReferenceEquality") // rows are the model's own
    private Optional<TreeItem<FindingRow>> itemOf(FindingRow row) {
        for (TreeItem<FindingRow> item : table.getRoot().getChildren()) {
            if (item.getValue() == row) {
                return Optional.of(item);
            }
            if (item.getValue().below().contains(row)) {
                return item.getChildren().stream()
                        .filter(i -> i.getValue() == row)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** A click on the row that is read already selects its subject once more. */
    private final class Row extends TreeTableRow<FindingRow> {

        Row() {
            whole.on(this);
            setOnMouseClicked(e -> {
                if (getItem() != null && isSelected()) {
                    model.choose(getItem());
                }
            });
        }

        @Override
        protected void updateItem(FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null;
            setAccessibleText(none ? null : row.toString());
        }
    }

    private static final class SeverityCell extends TreeTableCell<FindingRow, FindingRow> {
        private final SeverityIcon icon = new SeverityIcon();

        @Override
        protected void updateItem(FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else {
                icon.show(row.severity());
                setGraphic(icon);
                setText(wordy(getTreeTableView().getWidth()) ? SeverityWords.name(row.severity()) : null);
            }
        }
    }

    private static final class TextCell extends TreeTableCell<FindingRow, FindingRow> {
        private final Function<FindingRow, String> text;

        TextCell(Function<FindingRow, String> text, String styleClass) {
            this.text = text;
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(FindingRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }
}
