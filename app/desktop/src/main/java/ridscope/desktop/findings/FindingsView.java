package ridscope.desktop.findings;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.canvas.SeverityIcon;
import ridscope.desktop.document.SeverityWords;
import ridscope.desktop.l10n.Messages;
import ridscope.rules.Severity;

/** What was found: how much of each severity, the list, and beside it the explanation of the finding that is read. */
public final class FindingsView extends BorderPane {

    private static final double TOOLTIP_WIDTH = 560;
    private static final double LIST_SHARE = 0.58;

    /** Below this only the figures of the severities are shown, with their names in tooltips. */
    private static final double WORDS_FROM = 600;

    private final FindingsViewModel model;
    private final FindingsTable table;
    private final FindingDetail detail = new FindingDetail();
    private final SplitPane parts = new SplitPane();
    private final HBox head = new HBox();
    private final Label unchecked = new Label();
    private final Tooltip why = new Tooltip();

    public FindingsView(FindingsViewModel model) {
        this.model = model;
        this.table = new FindingsTable(model);
        setId("findings");
        getStyleClass().add("findings");
        head.getStyleClass().add("findings-head");
        parts.setOrientation(Orientation.HORIZONTAL);
        parts.setId("findings-parts");
        parts.getItems().setAll(List.of(table));
        unchecked.setId("findings-unchecked");
        unchecked.getStyleClass().addAll("quiet", "findings-unchecked");
        unchecked.managedProperty().bind(unchecked.visibleProperty());
        why.setWrapText(true);
        why.setMaxWidth(TOOLTIP_WIDTH);
        unchecked.setTooltip(why);
        setTop(head);
        setCenter(parts);
        setBottom(unchecked);
        model.rowsProperty().addListener((observable, before, now) -> count());
        model.readProperty().addListener((observable, before, now) -> explain());
        widthProperty().addListener((observable, before, now) -> {
            if (wide(before.doubleValue()) != wide(now.doubleValue())) {
                count();
            }
        });
        fillHead();
        count();
        explain();
    }

    /** Puts the keyboard into the list. */
    public void focusList() {
        table.focusList();
    }

    private static boolean wide(double width) {
        return width >= WORDS_FROM;
    }

    private void fillHead() {
        Label title = new Label(Messages.text("findings.title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        head.getChildren().add(title);
        for (Severity severity : Severity.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.setId("findings-" + SeverityWords.id(severity));
            toggle.getStyleClass().add("findings-toggle");
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setGraphic(new SeverityIcon(severity));
            toggle.setUserData(severity);
            toggle.setTooltip(new Tooltip());
            toggle.selectedProperty().bindBidirectional(model.shownProperty(severity));
            head.getChildren().add(toggle);
        }
        TextField filter = TextFields.createClearableTextField();
        filter.setId("findings-filter");
        filter.setPromptText(Messages.text("findings.filter"));
        filter.setAccessibleText(Messages.text("findings.filter-label"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        head.getChildren().add(filter);
    }

    private void count() {
        for (Node node : head.getChildren()) {
            if (node instanceof ToggleButton toggle && toggle.getUserData() instanceof Severity severity) {
                int count = model.count(severity);
                String words = SeverityWords.count(severity, count);
                toggle.setText(wide(getWidth()) ? words : Integer.toString(count));
                toggle.setAccessibleText(Messages.text("findings.toggle", words));
                toggle.getTooltip().setText(Messages.text("findings.toggle", words));
            }
        }
        unchecked.setText(model.unchecked());
        unchecked.setVisible(!unchecked.getText().isEmpty());
        why.setText(model.uncheckedWhy());
    }

    /** The list has all the room until something is read. */
    private void explain() {
        model.read().ifPresent(detail::show);
        boolean shown = parts.getItems().size() > 1;
        if (model.read().isPresent() && !shown) {
            parts.getItems().add(detail);
            parts.setDividerPositions(LIST_SHARE);
        } else if (model.read().isEmpty() && shown) {
            parts.getItems().remove(detail);
        }
    }
}
