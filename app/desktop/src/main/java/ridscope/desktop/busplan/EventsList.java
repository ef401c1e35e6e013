package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanFailure;

/** What the kernel does on the way to the planned numbers, in the order in which it does it, and what it logs. */
final class EventsList extends ListView<EventLine> {

    private final BusPlanViewModel model;
    private final CheckBox only = new CheckBox();
    /** True while the list follows, so that it does not answer itself. */
    private boolean following;

    EventsList(BusPlanViewModel model) {
        this.model = model;
        setId("plan-events");
        getStyleClass().add("plan-events");
        setAccessibleText(Messages.text("busplan.events"));
        setCellFactory(list -> new Cell());
        setMinSize(0, 0);
        Label nothing = new Label();
        nothing.setWrapText(true);
        nothing.getStyleClass().add("quiet");
        nothing.textProperty()
                .bind(only.selectedProperty()
                        .map(yes -> Messages.text(yes ? "busplan.events.none-there" : "busplan.events.none")));
        setPlaceholder(nothing);
        only.setId("plan-events-only");
        only.setMinWidth(USE_PREF_SIZE);
        only.setAccessibleText(Messages.text("busplan.events.only.tip"));
        only.setTooltip(new Tooltip(Messages.text("busplan.events.only.tip")));
        only.managedProperty().bind(only.visibleProperty());
        only.selectedProperty().addListener((observable, before, now) -> fill());
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> chosen(now));
        model.plannedProperty().addListener((observable, before, now) -> fill());
        model.failures().shownProperty().addListener((observable, before, now) -> fill());
        sceneProperty().addListener((observable, before, now) -> fill());
        fill();
    }

    /** Keeps the list to the bridge that fails. */
    CheckBox only() {
        return only;
    }

    private void fill() {
        Optional<PlanFailure> failure = model.failures().shownProperty().get();
        only.setVisible(failure.isPresent());
        failure.ifPresent(f -> only.setText(Messages.text("busplan.events.only", PlanWords.subject(f.bridge()))));
        List<EventLine> all =
                model.plannedProperty().get().map(p -> p.result().events()).orElse(List.of());
        List<EventLine> wanted = failure.filter(f -> only.isSelected())
                .map(f -> all.stream().filter(e -> e.within(f.bridge())).toList())
                .orElse(all);
        following = true;
        if (!getItems().equals(wanted)) {
            getItems().setAll(wanted);
        }
        following = false;
    }

    private void chosen(EventLine line) {
        if (!following && line != null) {
            line.target().ifPresent(model::select);
        }
    }

    /** A sentence, and below it what stands in the log. */
    private static final class Cell extends ListCell<EventLine> {

        private final Label where = new Label();
        private final Label what = new Label();
        private final Label log = new Label();
        private final VBox words = new VBox(what, log);
        private final HBox row = new HBox(where, words);

        Cell() {
            getStyleClass().add("event-cell");
            row.getStyleClass().add("event-row");
            where.getStyleClass().add("event-where");
            what.setWrapText(true);
            log.setWrapText(true);
            log.getStyleClass().add("event-log");
            log.managedProperty().bind(log.visibleProperty());
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            // As wide as the list, so that sentences wrap.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(EventLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : row);
            if (!empty && line != null) {
                PlanEvent event = line.event();
                where.setText(PlanWords.subject(event.subject()));
                what.setText(event.text() + ".");
                log.setText(event.kernelMessage());
                log.setVisible(!event.kernelMessage().isEmpty());
                setAccessibleText(where.getText() + ": " + what.getText() + " " + log.getText());
                setTooltip(new Tooltip(event.id().name()));
            }
        }
    }
}
