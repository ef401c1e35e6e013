package ridscope.desktop.busplan;

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
    private final ToggleButton events;

    TablesPane(BusPlanViewModel model) {
        this.model = model;
        BudgetTable budget = new BudgetTable(model);
        EventsList list = new EventsList(model);
        Choice choice = new Choice();
        ToggleButton figures =
                choice.button("plan-tab-budget", Messages.text("busplan.tab.budget"), Messages.text("busplan.budget"));
        events = choice.button("plan-tab-events", "", Messages.text("busplan.events"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox only = new HBox(list.only());
        only.visibleProperty().bind(events.selectedProperty());
        HBox head = new HBox(figures, events, gap, only);
        head.getStyleClass().add("plan-tables-head");
        StackPane shown = new StackPane();
        shown.setMinSize(0, 0);
        VBox.setVgrow(shown, Priority.ALWAYS);
        choice.show(figures, budget, shown);
        choice.show(events, list, shown);
        choice.choose(figures);
        setMinSize(0, 0);
        getStyleClass().add("plan-tables");
        getChildren().setAll(head, shown);
        model.plannedProperty().addListener((observable, before, now) -> count());
        count();
    }

    private void count() {
        int count = model.plannedProperty()
                .get()
                .map(p -> p.result().events().size())
                .orElse(0);
        events.setText(Messages.text("busplan.tab.events", count));
    }
}
