package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;

/** Every port: those that are empty can be thought to have a card, and of those with a link ARI can be wished for. */
final class PortList extends VBox {

    private final BusPlanViewModel model;
    private final CheckBox empty = new CheckBox(Messages.text("busplan.ports.empty"));
    private final FilteredRows rows;
    private final List<PortRow> shown = new ArrayList<>();

    PortList(BusPlanViewModel model) {
        this.model = model;
        empty.setId("plan-ports-empty");
        empty.setMinWidth(USE_PREF_SIZE);
        empty.setTooltip(new Tooltip(Messages.text("busplan.ports.empty.tip")));
        empty.setAccessibleHelp(Messages.text("busplan.ports.empty.tip"));
        empty.selectedProperty().addListener((observable, before, now) -> fill());
        rows = new FilteredRows("plan-port-filter", Messages.text("busplan.filter.ports"), this::fill, model.slices());
        rows.beside(empty);
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().setAll(rows);
        model.askedProperty().addListener((observable, before, now) -> fill());
        sceneProperty().addListener((observable, before, now) -> fill());
        model.wishesProperty().addListener((observable, before, now) -> shown.forEach(PortRow::show));
        model.selection().follow(target -> choose());
        fill();
    }

    private void fill() {
        if (getScene() == null) {
            return;
        }
        List<PlanPort> ports = model.askedProperty().get().ports();
        List<PlanPort> wanted = ports.stream()
                .filter(p -> p.empty() || !empty.isSelected())
                .filter(p -> p.matches(rows.filter()))
                .toList();
        Optional<String> none = wanted.isEmpty()
                        && model.document().isPresent()
                        && rows.filter().isBlank()
                ? Optional.of(Messages.text(ports.isEmpty() ? "busplan.ports.none" : "busplan.ports.none-empty"))
                : Optional.empty();
        shown.clear();
        rows.show(wanted, this::row, none, !ports.isEmpty());
    }

    private PortRow row(PlanPort port) {
        PortRow row = new PortRow(port, model);
        shown.add(row);
        row.show();
        choose(row, model.selectedPort());
        return row;
    }

    private void choose() {
        Optional<FunctionAddress> selected = model.selectedPort();
        shown.forEach(row -> choose(row, selected));
    }

    private static void choose(PortRow row, Optional<FunctionAddress> selected) {
        row.choose(selected.equals(Optional.of(row.port().address())));
    }

    /** Puts the keyboard into the filter. */
    void filter() {
        rows.focusFilter();
    }
}
