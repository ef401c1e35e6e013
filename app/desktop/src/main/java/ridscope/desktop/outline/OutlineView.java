package ridscope.desktop.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.canvas.CellTooltip;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.settings.Note;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;

/** A filter field above a tree table of functions. */
public final class OutlineView extends VBox {

    private static final double ROW = 21;
    private static final int ROWS_AT_ONCE = 6;
    /** A window on a large screen shows about so many. */
    private static final int MOST_ROWS = 48;

    private static final double DETAIL_LEAST = 44;
    private static final double DETAIL_MOST = 105;
    /** Free room beside the detail, in pixels. */
    private static final double DETAIL_GAP = 18;

    /** For the sign of findings behind the detail. */
    private static final double MARK_ROOM = 15;

    private final OutlineViewModel model;
    private final TextField filter = TextFields.createClearableTextField();
    private final TreeTableView<OutlineNode> table = new TreeTableView<>();
    private final TreeTableColumn<OutlineNode, OutlineRow> detail = detailColumn();
    private final Label nothing = new Label();
    /** True while the table follows the selection, so that it does not answer itself. */
    private boolean following;

    private boolean grown;
    private Optional<NotesModel> notes = Optional.empty();

    public OutlineView(OutlineViewModel model) {
        this.model = model;
        setId("outline");
        getStyleClass().addAll("outline", "side-pane");
        filter.setId("outline-filter");
        filter.setPromptText(Messages.text("outline.filter-prompt"));
        filter.setAccessibleText(Messages.text("command.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        table.setId("outline-table");
        table.setAccessibleText(Messages.text("outline.table"));
        table.setShowRoot(false);
        table.setRoot(new TreeItem<>());
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(nameColumn(), detail));
        nothing.setId("outline-nothing");
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveFilter);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox field = new HBox(filter);
        field.getStyleClass().add("outline-filter");
        HBox.setHgrow(filter, Priority.ALWAYS);
        getChildren().setAll(field, table);
        model.rootsProperty().addListener((observable, before, now) -> fill(now));
        fill(model.rootsProperty().get());
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        model.selection().follow(target -> show());
        sceneProperty().addListener((observable, before, now) -> show());
    }

    /** Marks rows of functions with notes and bookmarks from now on. */
    public void mark(NotesModel said) {
        notes = Optional.of(said);
        said.changesProperty().addListener((observable, before, now) -> table.refresh());
    }

    private Optional<Note> note(OutlineRow row) {
        return row.target()
                .filter(Target.OfFunction.class::isInstance)
                .flatMap(target -> notes.flatMap(n -> n.at(((Target.OfFunction) target).address())));
    }

    /** Puts the keyboard into the filter. */
    public void filter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void leaveFilter(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN && table.getExpandedItemCount() > 0) {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
            e.consume();
        }
    }

    private TreeTableColumn<OutlineNode, OutlineRow> nameColumn() {
        TreeTableColumn<OutlineNode, OutlineRow> column = column("outline.column-function");
        CellTooltip<OutlineRow> whole = new CellTooltip<>(
                row -> Optional.of(row + note(row).map(NoteSign::words).orElse("")));
        column.setCellFactory(c -> new NameCell(this::note, whole));
        table.setTreeColumn(column);
        return column;
    }

    private static TreeTableColumn<OutlineNode, OutlineRow> detailColumn() {
        TreeTableColumn<OutlineNode, OutlineRow> column = column("outline.column-detail");
        CellTooltip<OutlineRow> findings = new CellTooltip<>(row -> row.mark().map(OutlineRow.Mark::text));
        column.setCellFactory(c -> new DetailCell(findings));
        return column;
    }

    private static TreeTableColumn<OutlineNode, OutlineRow> column(String key) {
        TreeTableColumn<OutlineNode, OutlineRow> column = new TreeTableColumn<>(Messages.text(key));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue().row()));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void fill(List<OutlineNode> roots) {
        nothing.setText(model.nothing());
        widen(roots);
        Map<Target, Boolean> open = new HashMap<>();
        Optional<IndexedCell<?>> top = model.isLater() ? firstVisible() : Optional.empty();
        if (model.isLater()) {
            table.getRoot().getChildren().forEach(item -> OutlineItem.remember(item, open));
        }
        following = true;
        table.getRoot()
                .getChildren()
                .setAll(roots.stream().map(node -> new OutlineItem(node, open)).toList());
        following = false;
        grow();
        if (model.isLater()) {
            int row = top.map(IndexedCell::getIndex).orElse(0);
            select();
            table.scrollTo(row);
        } else {
            show();
        }
    }

    /** The rows that are in sight first are made a few in each pulse: to make one and style it takes milliseconds. */
    private void grow() {
        if (!grown && !table.getRoot().getChildren().isEmpty()) {
            grown = true;
            List<Runnable> steps = new ArrayList<>();
            for (int rows = ROWS_AT_ONCE; rows < MOST_ROWS; rows += ROWS_AT_ONCE) {
                double height = (rows + 1) * ROW;
                steps.add(() -> table.setMaxHeight(height));
            }
            steps.add(() -> table.setMaxHeight(USE_COMPUTED_SIZE));
            model.slices().run(steps);
        }
    }

    private Optional<IndexedCell<?>> firstVisible() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                ? Optional.ofNullable(flow.getFirstVisibleCell())
                : Optional.empty();
    }

    /** Marks the row of the selection if it is open to view, and leaves everything else as it is. */
    private void select() {
        following = true;
        TreeItem<OutlineNode> item = table.getRoot();
        List<OutlineNode> path = model.pathToSelection();
        for (OutlineNode step : path) {
            item = item != null && item.isExpanded() ? child(item, step).orElse(null) : null;
        }
        if (path.isEmpty() || item == null) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(table.getRow(item));
        }
        following = false;
    }

    private static Optional<TreeItem<OutlineNode>> child(TreeItem<OutlineNode> item, OutlineNode node) {
        return item.getChildren().stream()
                .filter(i -> ((OutlineItem) i).node() == node)
                .findFirst();
    }

    /** The right column is as wide as what stands in it, the names get the rest. */
    private void widen(List<OutlineNode> roots) {
        double width = Math.max(DETAIL_LEAST, Math.min(DETAIL_MOST, widest(roots) + DETAIL_GAP));
        detail.setMinWidth(width);
        detail.setMaxWidth(width);
    }

    /** Rows below a closed one are not made for this. */
    private static double widest(List<OutlineNode> nodes) {
        double widest = 0;
        for (OutlineNode node : nodes) {
            double own =
                    FontMetricsTable.bundled().width(TextStyle.BODY, node.row().detail());
            own += node.row().mark().isPresent() ? MARK_ROOM : 0;
            widest = Math.max(widest, Math.max(own, node.open() ? widest(node.children()) : 0));
        }
        return widest;
    }

    private void chosen(TreeItem<OutlineNode> item) {
        if (!following && item != null) {
            model.selection().select(item.getValue().target());
        }
    }

    /** Opens the tree down to the selection and brings its row into sight; beside views with lists of their own it waits. */
    private void show() {
        if (getScene() == null) {
            return;
        }
        TreeItem<OutlineNode> item = table.getRoot();
        List<OutlineNode> path = model.pathToSelection();
        following = true;
        for (OutlineNode step : path) {
            item.setExpanded(true);
            item = child(item, step).orElse(item);
        }
        if (path.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedItem() != item) {
            int row = table.getRow(item);
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 5));
        }
        following = false;
    }
}
