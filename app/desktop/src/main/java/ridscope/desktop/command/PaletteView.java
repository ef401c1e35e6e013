package ridscope.desktop.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;

/**
 * The command palette: a field and the commands below it, over the window. The keyboard stays in the field; up and down choose,
 * Enter does it, Esc or a click elsewhere closes it. The keyboard then goes back to where it was.
 */
public final class PaletteView extends VBox {

    private static final int PAGE = 8;

    private final PaletteViewModel model;
    private final Consumer<Command> run;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private Optional<Node> before = Optional.empty();

    /** @param run does a command that can be done */
    public PaletteView(PaletteViewModel model, Consumer<Command> run) {
        this.model = model;
        this.run = run;
        setId("palette");
        getStyleClass().add("palette");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setId("palette-field");
        field.setPromptText(Messages.text("palette.prompt"));
        field.setAccessibleText(Messages.text("palette.label"));
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((observable, was, now) -> {
            if (!now) {
                model.shownProperty().set(false);
            }
        });
        list.setId("palette-list");
        list.setAccessibleText(Messages.text("palette.commands"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell());
        list.setPlaceholder(new Label(Messages.text("palette.nothing")));
        list.setOnMouseClicked(e -> choose());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observable, was, now) -> field.setAccessibleHelp(now == null ? "" : now.toString()));
        getChildren().setAll(field, list);
        model.entriesProperty().addListener((observable, was, now) -> fill(now));
        model.shownProperty().addListener((observable, was, now) -> show(now));
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(visibleProperty());
    }

    private void show(boolean shown) {
        if (shown) {
            before = Optional.ofNullable(getScene().getFocusOwner());
            select(0);
            field.requestFocus();
        } else if (field.isFocused()) {
            before.ifPresentOrElse(Node::requestFocus, () -> getParent().requestFocus());
        }
    }

    private void fill(List<PaletteEntry> entries) {
        list.getItems().setAll(entries);
        select(0);
    }

    private void select(int index) {
        int last = list.getItems().size() - 1;
        int next = Math.max(0, Math.min(last, index));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - PAGE / 2));
    }

    private void key(KeyEvent e) {
        int now = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> select(now + 1);
            case UP -> select(now - 1);
            case PAGE_DOWN -> select(now + PAGE);
            case PAGE_UP -> select(now - PAGE);
            case ENTER -> choose();
            case ESCAPE -> model.shownProperty().set(false);
            case TAB -> {}
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** A command that cannot be done stays in sight with its reason. */
    private void choose() {
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.obstacle().isEmpty()) {
            model.shownProperty().set(false);
            run.accept(entry.command());
        }
    }
}
