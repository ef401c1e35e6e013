package ridscope.desktop.busplan;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;

/** The budget, or what the kernel does: one of them, because both want the width. */
final class TablesPane extends VBox {

    private final BusPlanViewModel model;
    private final Choice choice = new Choice();
    private final StackPane shown = new StackPane();
    private final HBox head = new HBox();
    private final ToggleButton figures;
    private final ToggleButton events;

    TablesPane(BusPlanViewModel model) {
        this.model = model;
        figures =
                choice.button("plan-tab-budget", Messages.text("busplan.tab.budget"), Messages.text("busplan.budget"));
        events = choice.button("plan-tab-events", "", Messages.text("busplan.events"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().setAll(figures, events, gap);
        head.getStyleClass().add("plan-tables-head");
        shown.setMinSize(0, 0);
        VBox.setVgrow(shown, Priority.ALWAYS);
        setMinSize(0, 0);
        getStyleClass().add("plan-tables");
        getChildren().setAll(head, shown);
        model.plannedProperty().addListener((observable, before, now) -> count());
        count();
    }

    /** What is in it, to be made one after the other: tables take long. */
    List<Runnable> parts() {
        return List.of(this::addBudget, this::addEvents);
    }

    private void addBudget() {
        choice.show(figures, new BudgetTable(model), shown);
        choice.choose(figures);
    }

    private void addEvents() {
        EventsList list = new EventsList(model);
        HBox only = new HBox(list.only());
        only.visibleProperty().bind(events.selectedProperty());
        head.getChildren().add(only);
        choice.show(events, list, shown);
    }

    private void count() {
        int count = model.plannedProperty()
                .get()
                .map(p -> p.result().events().size())
                .orElse(0);
        events.setText(Messages.text("busplan.tab.events", count));
    }
}
