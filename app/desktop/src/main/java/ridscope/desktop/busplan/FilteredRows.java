package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.Slices;

/** A filter above rows of controls. */
final class FilteredRows extends VBox {

    /** Rows made in all; the filter finds the others. */
    static final int LIMIT = 40;

    /** Rows made in one pulse. */
    private static final int AT_ONCE = 2;

    private final TextField filter = TextFields.createClearableTextField();
    private final HBox head = new HBox(filter);
    private final VBox rows = new VBox();
    private final Slices slices;

    /**
     * @param name of the filter, for screen readers
     * @param onFilter hears that another text is in it
     * @param slices for making the rows
     */
    FilteredRows(String id, String name, Runnable onFilter, Slices slices) {
        this.slices = slices;
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
     * Shows rows, the first few at once.
     *
     * @param wanted what there are rows of in all
     * @param row makes the row of one
     * @param above a sentence above them
     * @param any whether there would be some without the filter
     */
    <T> void show(List<T> wanted, Function<T, ? extends Node> row, Optional<String> above, boolean any) {
        List<T> shown = wanted.subList(0, Math.min(LIMIT, wanted.size()));
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> rows.getChildren()
                .setAll(above.map(text -> note("plan-empty", text)).stream().toList()));
        for (int from = 0; from < shown.size(); from += AT_ONCE) {
            List<T> some = shown.subList(from, Math.min(from + AT_ONCE, shown.size()));
            steps.add(() -> rows.getChildren().addAll(some.stream().map(row).toList()));
        }
        if (wanted.size() > shown.size()) {
            steps.add(() -> rows.getChildren()
                    .add(note("plan-rest", Messages.text("busplan.devices.more", shown.size(), wanted.size()))));
        } else if (wanted.isEmpty() && any && !filter().isBlank()) {
            String nothing = Messages.text("busplan.devices.nothing", filter());
            steps.add(() -> rows.getChildren().add(note("plan-rest", nothing)));
        }
        slices.run(steps);
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
