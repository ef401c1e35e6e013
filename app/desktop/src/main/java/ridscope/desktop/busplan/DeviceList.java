package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;

/** Everybody who can be asked for VFs or SDIs: their owners, on demand all other devices too. */
final class DeviceList extends VBox {

    /** Rows made at once; the filter finds the others. */
    private static final int LIMIT = 40;

    private final BusPlanViewModel model;
    private final TextField filter = TextFields.createClearableTextField();
    private final CheckBox all = new CheckBox(Messages.text("busplan.devices.all"));
    private final VBox rows = new VBox();
    private final Label rest = note("plan-rest");
    private List<DeviceRow> shown = List.of();

    DeviceList(BusPlanViewModel model) {
        this.model = model;
        getStyleClass().add("device-list");
        filter.setId("plan-filter");
        filter.setPromptText(Messages.text("busplan.filter"));
        filter.setAccessibleText(Messages.text("busplan.filter.name"));
        filter.textProperty().addListener((observable, before, now) -> fill());
        HBox.setHgrow(filter, Priority.ALWAYS);
        all.setId("plan-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setAccessibleHelp(Messages.text("busplan.devices.all.tip"));
        all.selectedProperty().addListener((observable, before, now) -> fill());
        HBox head = new HBox(filter, all);
        head.getStyleClass().addAll("plan-line", "device-head");
        rows.getStyleClass().add("device-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("inspector-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        model.devicesProperty().addListener((observable, before, now) -> open(now));
        model.wishesProperty().addListener((observable, before, now) -> shown.forEach(DeviceRow::show));
        model.selection().follow(target -> choose());
        open(model.devicesProperty().get());
    }

    private static Label note(String id) {
        Label note = new Label();
        note.setId(id);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("device-note");
        return note;
    }

    /** Another host, or a later reading of it. Where nobody owns VFs or SDIs, everybody is shown: a card may be given SIOV. */
    private void open(List<PlanDevice> now) {
        boolean nobody = !now.isEmpty() && now.stream().noneMatch(PlanDevice::owner);
        boolean forced = all.isDisable();
        all.setDisable(nobody);
        if (nobody != forced && all.isSelected() != nobody) {
            all.setSelected(nobody);
        } else {
            fill();
        }
    }

    private void fill() {
        List<PlanDevice> devices = model.devicesProperty().get();
        List<PlanDevice> wanted = devices.stream()
                .filter(d -> d.owner()
                        || all.isSelected()
                        || model.given(d).isPresent()
                        || !filter.getText().isBlank())
                .filter(d -> d.matches(filter.getText()))
                .toList();
        shown = wanted.stream().limit(LIMIT).map(d -> new DeviceRow(d, model)).toList();
        rows.getChildren().setAll(shown);
        empty(devices).ifPresent(text -> {
            Label label = note("plan-empty");
            label.setText(text);
            rows.getChildren().add(0, label);
        });
        if (wanted.size() > shown.size() || wanted.isEmpty() && !devices.isEmpty()) {
            rest.setText(
                    wanted.isEmpty()
                            ? Messages.text("busplan.devices.nothing", filter.getText())
                            : Messages.text("busplan.devices.more", shown.size(), wanted.size()));
            rows.getChildren().add(rest);
        }
        shown.forEach(DeviceRow::show);
        choose();
    }

    /** What to say above the rows: that there is nobody, or that nobody knows. */
    private Optional<String> empty(List<PlanDevice> devices) {
        long unknown = devices.stream()
                .filter(d -> !d.owner() && !d.unknown().isEmpty())
                .count();
        if (model.document().isEmpty()) {
            return Optional.empty();
        } else if (unknown > 0) {
            return Optional.of(Messages.count("busplan.devices.unknown", unknown));
        } else if (devices.stream().noneMatch(PlanDevice::owner)) {
            return Optional.of(Messages.text("busplan.devices.none"));
        }
        return Optional.empty();
    }

    private void choose() {
        Optional<FunctionAddress> selected = model.selectedDevice();
        shown.forEach(row -> row.choose(selected.equals(Optional.of(row.device().address()))));
    }

    /** Puts the keyboard into the filter. */
    void filter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
