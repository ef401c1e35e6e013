package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.inspector.RegisterNode.Kind;
import ridscope.desktop.l10n.Messages;

/** Header and capabilities as a tree down to bit fields, with a field to search them. */
final class RegistersPane implements InspectorTab.Pane {

    private static final double MEANING_FROM = 520;

    private final InspectorViewModel model;
    private final TreeTableView<RegisterNode> table = new TreeTableView<>();
    private final TextField search = new TextField();
    private final Label note = new Label();
    private final VBox box;
    private boolean following;

    RegistersPane(InspectorViewModel model) {
        this.model = model;
        search.setId("inspector-search");
        search.setPromptText(Messages.text("inspector.search"));
        search.setAccessibleText(Messages.text("inspector.search"));
        search.textProperty().bindBidirectional(model.filterProperty());
        search.textProperty().addListener((observable, before, now) -> fill());
        note.setWrapText(true);
        note.getStyleClass().add("registers-note");
        note.managedProperty().bind(note.visibleProperty());
        columns();
        table.setId("inspector-registers");
        table.getStyleClass().add("registers");
        table.setShowRoot(false);
        table.setAccessibleText(Messages.text("inspector.capabilities"));
        table.setPlaceholder(new Label(Messages.text("inspector.search.nothing")));
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setRowFactory(t -> new NodeRow());
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        box = new VBox(search, note, table);
        box.getStyleClass().add("registers-pane");
        model.litProperty().addListener((observable, before, now) -> follow(now));
    }

    private void columns() {
        TreeTableColumn<RegisterNode, RegisterNode> name =
                column("inspector.column.name", 230, RegisterNode::name, "node-name");
        TreeTableColumn<RegisterNode, RegisterNode> value =
                column("inspector.column.value", 90, RegisterNode::value, "mono-value");
        TreeTableColumn<RegisterNode, RegisterNode> meaning =
                column("inspector.column.meaning", 170, RegisterNode::meaning, "");
        TreeTableColumn<RegisterNode, RegisterNode> place =
                column("inspector.column.place", 56, RegisterNode::place, "fact-origin");
        place.setMaxWidth(70);
        value.setMaxWidth(150);
        table.getColumns().setAll(List.of(name, value, meaning, place));
        table.setTreeColumn(name);
        table.widthProperty()
                .addListener((observable, before, now) -> value.setVisible(now.doubleValue() >= MEANING_FROM));
    }

    private TreeTableColumn<RegisterNode, RegisterNode> column(
            String key, double width, Function<RegisterNode, String> text, String styleClass) {
        TreeTableColumn<RegisterNode, RegisterNode> column = new TreeTableColumn<>(Messages.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 48));
        column.setSortable(false);
        column.setCellValueFactory(
                features -> new ReadOnlyObjectWrapper<>(features.getValue().getValue()));
        column.setCellFactory(c -> new NodeCell(text, styleClass));
        return column;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Page page) {
        Optional<Value> words = page.subject().flatMap(Subject::registersNote);
        note.setVisible(words.isPresent());
        words.ifPresent(why -> {
            note.setText(why.text());
            note.getStyleClass().setAll("label", "registers-note", why.tone().style());
        });
        fill();
        model.lit().ifPresent(bytes -> follow(Optional.of(bytes)));
    }

    private void fill() {
        boolean open = !model.filterProperty().get().isBlank();
        TreeItem<RegisterNode> root = new TreeItem<>();
        for (RegisterNode node : model.filteredRegisters()) {
            root.getChildren().add(item(node, open));
        }
        following = true;
        table.setRoot(root);
        following = false;
    }

    private static TreeItem<RegisterNode> item(RegisterNode node, boolean open) {
        TreeItem<RegisterNode> item = new TreeItem<>(node);
        item.setExpanded(open);
        node.children().forEach(child -> item.getChildren().add(item(child, open)));
        return item;
    }

    private void chosen(TreeItem<RegisterNode> item) {
        if (item != null && !following && item.getValue().bytes().length() > 0) {
            following = true;
            model.light(Optional.of(item.getValue().bytes()));
            following = false;
        }
    }

    /** Opens and selects the register that somebody lit elsewhere. */
    private void follow(Optional<ByteSpan> lit) {
        if (following || lit.isEmpty() || table.getRoot() == null) {
            return;
        }
        Optional<RegisterNode> register = model.registerAt(lit.get().offset());
        for (TreeItem<RegisterNode> capability : table.getRoot().getChildren()) {
            for (TreeItem<RegisterNode> item : capability.getChildren()) {
                if (register.filter(item.getValue()::equals).isPresent()) {
                    reveal(capability, item);
                    return;
                }
            }
        }
    }

    private void reveal(TreeItem<RegisterNode> capability, TreeItem<RegisterNode> item) {
        following = true;
        capability.setExpanded(true);
        table.getSelectionModel().select(item);
        table.scrollTo(Math.max(0, table.getRow(item) - 3));
        following = false;
    }

    private void pressed(KeyEvent event) {
        TreeItem<RegisterNode> item = table.getSelectionModel().getSelectedItem();
        if (item != null && event.getCode() == KeyCode.C && event.isShortcutDown()) {
            RegisterNode node = item.getValue();
            CopyMenu.copy(String.join(" ", node.place(), node.name(), node.value(), node.meaning())
                    .trim());
            event.consume();
        }
    }

    /** A row whose kind the style sheet sees. */
    private static final class NodeRow extends TreeTableRow<RegisterNode> {

        @Override
        protected void updateItem(RegisterNode item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("capability-row", "field-row");
            if (item != null && !empty && item.kind() != Kind.REGISTER) {
                getStyleClass().add(item.kind() == Kind.CAPABILITY ? "capability-row" : "field-row");
            }
        }
    }

    /** One text of a node. What is cut off can be read in the tooltip. */
    private static final class NodeCell extends TreeTableCell<RegisterNode, RegisterNode> {

        /** Texts longer than this may be cut off. */
        private static final int LONG = 10;

        private final Function<RegisterNode, String> text;

        NodeCell(Function<RegisterNode, String> text, String styleClass) {
            this.text = text;
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
        }

        @Override
        protected void updateItem(RegisterNode item, boolean empty) {
            super.updateItem(item, empty);
            for (Tone tone : Tone.values()) {
                getStyleClass().remove(tone.style());
            }
            setText(item == null || empty ? null : text.apply(item));
            setTooltip(null);
            if (item != null && !empty) {
                getStyleClass().add(item.tone().style());
                if (getText().length() > LONG) {
                    setTooltip(new Tooltip(getText()));
                }
            }
        }
    }
}
