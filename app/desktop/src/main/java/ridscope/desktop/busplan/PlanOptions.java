package ridscope.desktop.busplan;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.plan.Reservation;
import ridscope.plan.Wishes;

/** The kernel and its parameters, and the way back. */
final class PlanOptions extends VBox {

    private final BusPlanViewModel model;
    private final ComboBox<Reservation> kernel = new ComboBox<>();
    private final Label rule = new Label();
    private final CheckBox assign = new CheckBox(Messages.text("busplan.assign-busses"));
    private final NumberField hpbussize;
    private boolean showing;

    PlanOptions(BusPlanViewModel model, Commands commands) {
        this.model = model;
        getStyleClass().add("plan-options");
        hpbussize = new NumberField(Messages.text("busplan.hpbussize"), 1, 255, model::setHpbussize, model::settle);
        hpbussize.setId("plan-hpbussize");
        hpbussize.setTooltip(new Tooltip(Messages.text("busplan.hpbussize.tip")));
        kernel();
        assign.setId("plan-assign-busses");
        assign.getStyleClass().add("mono");
        assign.setTooltip(new Tooltip(Messages.text("busplan.assign-busses.tip")));
        assign.setAccessibleHelp(Messages.text("busplan.assign-busses.tip"));
        assign.selectedProperty().addListener((observable, before, now) -> {
            if (!showing) {
                model.setAssignBusses(now);
            }
        });
        Label size = new Label(Messages.text("busplan.hpbussize"));
        size.setLabelFor(hpbussize);
        size.setMinWidth(USE_PREF_SIZE);
        assign.setMinWidth(USE_PREF_SIZE);
        size.getStyleClass().add("mono");
        HBox parameters = new HBox(assign, new Gap(), size, hpbussize);
        parameters.getStyleClass().add("plan-line");
        HBox steps = new HBox(
                commands.button(Command.UNDO), commands.button(Command.REDO), commands.button(Command.RESET_PLAN));
        steps.getStyleClass().add("plan-line");
        getChildren().setAll(kernel, rule, parameters, steps);
        model.wishesProperty().addListener((observable, before, now) -> show(now));
        show(model.wishesProperty().get());
    }

    private void kernel() {
        kernel.setId("plan-kernel");
        kernel.setAccessibleText(Messages.text("busplan.kernel"));
        kernel.setTooltip(new Tooltip(Messages.text("busplan.kernel.tip")));
        kernel.setMaxWidth(Double.MAX_VALUE);
        kernel.getItems().setAll(List.of(Reservation.values()));
        kernel.setConverter(new StringConverter<>() {
            @Override
            public String toString(Reservation rule) {
                return rule == null ? "" : PlanWords.kernel(rule);
            }

            @Override
            public Reservation fromString(String text) {
                return kernel.getValue();
            }
        });
        kernel.valueProperty().addListener((observable, before, now) -> {
            if (!showing) {
                model.setReservation(now);
            }
        });
        rule.setWrapText(true);
        rule.getStyleClass().add("quiet");
        rule.setMinHeight(USE_PREF_SIZE);
    }

    private void show(Wishes now) {
        showing = true;
        kernel.setValue(now.reservation());
        rule.setText(PlanWords.kernelTip(now.reservation()));
        assign.setSelected(now.assignBusses());
        hpbussize.show(now.hpbussize());
        showing = false;
    }

    /** Keeps its neighbours apart. */
    private static final class Gap extends Region {
        Gap() {
            HBox.setHgrow(this, Priority.ALWAYS);
        }
    }
}
