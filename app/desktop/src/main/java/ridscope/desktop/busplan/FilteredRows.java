package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.l10n.Messages;

/** A filter above rows of controls. */
final class FilteredRows extends VBox {

    /** Rows made at once; the filter finds the others. */
    static final int LIMIT = 40;

    private final TextField filter = TextFields.createClearableTextField();
    private final HBox head = new HBox(filter);
    private final VBox rows = new VBox();

    /**
     * @param name of the filter, for screen readers
     * @param onFilter hears that another text is in it
     */
    FilteredRows(String id, String name, Runnable onFilter) {
        getStyleClass().add("device-list");
        filter.setId(id);
        filter.setPromptText(Messages.text("busplan.filter"));
        filter.setAccessibleText(name);
        filter.textProperty().addListener((observable, before, now) -> onFilter.run());
        HBox.setHgrow(filter, Priority.ALWAYS);
        head.getStyleClass().addAll("plan-line", "device-head");
        rows.getStyleClass().add("device-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("inspector-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    /** Puts a control behind the filter. */
    void beside(Node node) {
        head.getChildren().add(node);
    }

    /** What is looked for; blank for everything. */
    String filter() {
        return filter.getText();
    }

    /**
     * Shows rows.
     *
     * @param wanted how many there are in all
     * @param above a sentence above them
     * @param any whether there would be some without the filter
     */
    void show(List<? extends Node> shown, int wanted, Optional<String> above, boolean any) {
        rows.getChildren().setAll(shown);
        above.ifPresent(text -> rows.getChildren().add(0, note("plan-empty", text)));
        if (wanted > shown.size()) {
            rows.getChildren().add(note("plan-rest", Messages.text("busplan.devices.more", shown.size(), wanted)));
        } else if (wanted == 0 && any && !filter().isBlank()) {
            rows.getChildren().add(note("plan-rest", Messages.text("busplan.devices.nothing", filter())));
        }
    }

    private static Label note(String id, String text) {
        Label note = new Label(text);
        note.setId(id);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("device-note");
        return note;
    }

    /** Puts the keyboard into the filter. */
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
