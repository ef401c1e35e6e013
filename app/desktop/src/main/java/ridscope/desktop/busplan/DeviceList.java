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

/** Everybody who can be asked for VFs or SDIs: their owners, on demand all other devices too. */
final class DeviceList extends VBox {

    private final BusPlanViewModel model;
    private final CheckBox all = new CheckBox(Messages.text("busplan.devices.all"));
    private final FilteredRows rows;
    private final List<DeviceRow> shown = new ArrayList<>();

    DeviceList(BusPlanViewModel model) {
        this.model = model;
        all.setId("plan-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.setTooltip(new Tooltip(Messages.text("busplan.devices.all.tip")));
        all.setAccessibleHelp(Messages.text("busplan.devices.all.tip"));
        all.selectedProperty().addListener((observable, before, now) -> fill());
        rows = new FilteredRows("plan-filter", Messages.text("busplan.filter.name"), this::fill, model.slices());
        rows.beside(all);
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().setAll(rows);
        model.askedProperty().addListener((observable, before, now) -> open(now.devices()));
        model.wishesProperty().addListener((observable, before, now) -> shown.forEach(DeviceRow::show));
        model.selection().follow(target -> choose());
        open(model.askedProperty().get().devices());
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
        List<PlanDevice> devices = model.askedProperty().get().devices();
        List<PlanDevice> wanted = devices.stream()
                .filter(d -> d.owner()
                        || all.isSelected()
                        || model.given(d).isPresent()
                        || !rows.filter().isBlank())
                .filter(d -> d.matches(rows.filter()))
                .toList();
        shown.clear();
        rows.show(wanted, this::row, empty(devices), !devices.isEmpty());
    }

    private DeviceRow row(PlanDevice device) {
        DeviceRow row = new DeviceRow(device, model);
        shown.add(row);
        row.show();
        choose(row, model.selectedDevice());
        return row;
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
        shown.forEach(row -> choose(row, selected));
    }

    private static void choose(DeviceRow row, Optional<FunctionAddress> selected) {
        row.choose(selected.equals(Optional.of(row.device().address())));
    }

    /** Puts the keyboard into the filter. */
    void filter() {
        rows.focusFilter();
    }
}
