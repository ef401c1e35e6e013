package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.config.layout.RegisterComparison.Row;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;

/** The registers of the two ends of a link beside each other; by default only those that differ. */
final class LinkEndsPane implements InspectorTab.Pane {

    private static final String DIFFERS = "\u2260";

    private final InspectorViewModel model;
    private final TreeTableView<Row> table = new TreeTableView<>();
    private final CheckBox onlyDifferences = new CheckBox(Messages.text("inspector.ends.only"));
    private final TreeTableColumn<Row, String> port;
    private final TreeTableColumn<Row, String> device;
    private final VBox box;

    LinkEndsPane(InspectorViewModel model) {
        this.model = model;
        onlyDifferences.setId("inspector-ends-only");
        onlyDifferences.setSelected(true);
        onlyDifferences.selectedProperty().addListener((observable, before, now) -> fill());
        table.setId("inspector-ends");
        table.getStyleClass().addAll("registers", "link-ends");
        table.setShowRoot(false);
        table.setAccessibleText(Messages.text("inspector.ends"));
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TreeTableColumn<Row, String> name = column(Messages.text("inspector.column.name"), 220, Row::name);
        TreeTableColumn<Row, String> sign = column("", 26, row -> row.differs() ? DIFFERS : "");
        sign.setMaxWidth(30);
        port = column("", 180, row -> row.first().orElse(""));
        device = column("", 180, row -> row.second().orElse(""));
        table.getColumns().setAll(List.of(name, sign, port, device));
        table.setTreeColumn(name);
        table.setRowFactory(t -> new ComparedRow());
        VBox.setVgrow(table, Priority.ALWAYS);
        box = new VBox(onlyDifferences, table);
        box.getStyleClass().add("registers-pane");
    }

    private static TreeTableColumn<Row, String> column(String title, double width, Function<Row, String> text) {
        TreeTableColumn<Row, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 26));
        column.setSortable(false);
        column.setCellValueFactory(features ->
                new ReadOnlyStringWrapper(text.apply(features.getValue().getValue())));
        return column;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Page page) {
        model.linkEnds().ifPresent(ends -> {
            port.setText(Messages.text("inspector.ends.port", named(page, ends.port())));
            device.setText(Messages.text("inspector.ends.device", named(page, ends.device())));
        });
        fill();
    }

    private static String named(Page page, FunctionAddress address) {
        return page.subject()
                .map(s -> Subject.named(s.document(), address).text())
                .orElseGet(() -> Words.address(address));
    }

    private void fill() {
        Optional<LinkEndRegisters> ends = model.linkEnds();
        List<Row> rows = ends.map(e -> onlyDifferences.isSelected() ? e.differing() : e.capabilities())
                .orElse(List.of());
        boolean readable = ends.filter(e -> !e.capabilities().isEmpty()).isPresent();
        Label nothing = new Label(Messages.text(readable ? "inspector.ends.equal" : "inspector.ends.unreadable"));
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        TreeItem<Row> root = new TreeItem<>();
        rows.forEach(row -> root.getChildren().add(item(row, 0)));
        table.setRoot(root);
    }

    /** Capabilities are open; registers too while only differences are shown. */
    private TreeItem<Row> item(Row row, int depth) {
        TreeItem<Row> item = new TreeItem<>(row);
        item.setExpanded(depth == 0 || onlyDifferences.isSelected());
        row.fields().forEach(field -> item.getChildren().add(item(field, depth + 1)));
        return item;
    }

    /** A row whose kind, and whether it differs, the style sheet sees. */
    private static final class ComparedRow extends TreeTableRow<Row> {

        @Override
        protected void updateItem(Row item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("capability-row", "differs");
            if (item == null || empty) {
                return;
            }
            boolean capability = getTreeItem() != null
                    && getTreeItem().getParent() == getTreeTableView().getRoot();
            if (capability) {
                getStyleClass().add("capability-row");
            } else if (item.differs()) {
                getStyleClass().add("differs");
            }
        }
    }
}
