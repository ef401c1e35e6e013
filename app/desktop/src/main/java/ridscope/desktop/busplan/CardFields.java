package ridscope.desktop.busplan;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.plan.PluggedCard;
import ridscope.plan.PluggedCard.Strided;
import ridscope.rid.FunctionAddress;

/** What a card that is only thought of has: a switch or none, and VFs and SDIs. */
final class CardFields extends VBox {

    private static final int PORTS = 32;
    private static final int MOST = 0xffff;

    private final FunctionAddress port;
    private final BusPlanViewModel model;
    private final String address;
    private final NumberField ports;
    private final CheckBox hotplug = new CheckBox(Messages.text("busplan.card.hotplug"));
    private final GridPane grid = new GridPane();
    private final Registers vfs;
    private final Registers sdis;
    private boolean showing;

    CardFields(FunctionAddress port, BusPlanViewModel model) {
        this.port = port;
        this.model = model;
        this.address = PlanWords.address(port);
        getStyleClass().add("card-fields");
        managedProperty().bind(visibleProperty());
        ports = field("ports", Messages.text("busplan.card.ports.of", address), PORTS, this::setPorts);
        ports.setTooltip(new Tooltip(Messages.text("busplan.card.ports.tip")));
        hotplug.setId("plan-card-hotplug-" + port);
        hotplug.setMinWidth(USE_PREF_SIZE);
        hotplug.setTooltip(new Tooltip(Messages.text("busplan.card.hotplug.tip")));
        hotplug.setAccessibleHelp(Messages.text("busplan.card.hotplug.tip"));
        hotplug.selectedProperty().addListener((observable, before, now) -> {
            if (!showing) {
                model.settle();
                change(c -> new PluggedCard(c.ports(), now, c.vfs(), c.sdis()));
                model.settle();
            }
        });
        Label what = new Label(Messages.text("busplan.card.ports"));
        what.setLabelFor(ports);
        what.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(what, ports, hotplug);
        line.getStyleClass().add("plan-line");
        grid.getStyleClass().add("card-grid");
        grid.addRow(
                0,
                new Label(),
                caption("busplan.card.total"),
                caption("busplan.siov.offset"),
                caption("busplan.siov.stride"));
        vfs = new Registers("vfs", this::setVfs);
        sdis = new Registers("sdis", this::setSdis);
        getChildren().setAll(line, grid);
    }

    private static Label caption(String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().addAll("device-note", "quiet");
        return label;
    }

    private NumberField field(String what, String name, int most, IntConsumer onValue) {
        NumberField field = new NumberField(name, 0, most, onValue, model::settle);
        field.setId("plan-card-" + what + "-" + port);
        return field;
    }

    private void setPorts(int count) {
        change(c -> new PluggedCard(count, count > 0 && c.hotplugPorts(), c.vfs(), c.sdis()));
    }

    private void setVfs(Optional<Strided> registers) {
        change(c -> new PluggedCard(c.ports(), c.hotplugPorts(), registers, c.sdis()));
    }

    private void setSdis(Optional<Strided> registers) {
        change(c -> new PluggedCard(c.ports(), c.hotplugPorts(), c.vfs(), registers));
    }

    private void change(UnaryOperator<PluggedCard> how) {
        model.card(port).ifPresent(was -> model.plug(port, how.apply(was)));
    }

    /** Shows a card. */
    void show(PluggedCard card) {
        showing = true;
        ports.show(card.ports());
        hotplug.setSelected(card.hotplugPorts());
        hotplug.setDisable(card.ports() == 0);
        showing = false;
        boolean nobody = card.ports() > 0 && card.hotplugPorts();
        vfs.show(card.vfs(), nobody);
        sdis.show(card.sdis(), nobody);
    }

    /** Total, offset and stride of VFs or SDIs. */
    private final class Registers {

        private final NumberField total;
        private final NumberField offset;
        private final NumberField stride;
        private Strided now = new Strided(0, 1, 1);

        Registers(String what, Consumer<Optional<Strided>> onChange) {
            boolean ofVfs = what.equals("vfs");
            Label row = new Label(Messages.text(ofVfs ? "busplan.vfs" : "busplan.sdis"));
            total = field(
                    what,
                    name(ofVfs ? "busplan.card.vfs.of" : "busplan.card.sdis.of"),
                    MOST,
                    n -> set(new Strided(n, now.offset(), now.stride()), onChange));
            offset = field(
                    what + "-offset",
                    name(ofVfs ? "busplan.card.vf-offset.of" : "busplan.card.sdi-offset.of"),
                    MOST,
                    n -> set(new Strided(now.total(), n, now.stride()), onChange));
            stride = field(
                    what + "-stride",
                    name(ofVfs ? "busplan.card.vf-stride.of" : "busplan.card.sdi-stride.of"),
                    MOST,
                    n -> set(new Strided(now.total(), now.offset(), n), onChange));
            row.setLabelFor(total);
            grid.addRow(grid.getRowCount(), row, total, offset, stride);
        }

        private String name(String key) {
            return Messages.text(key, address);
        }

        private void set(Strided next, Consumer<Optional<Strided>> onChange) {
            now = next;
            onChange.accept(next.total() == 0 ? Optional.empty() : Optional.of(next));
        }

        /** @param nobody whether there are no endpoints to have them */
        void show(Optional<Strided> registers, boolean nobody) {
            now = registers.orElseGet(() -> new Strided(0, now.offset(), now.stride()));
            total.show(now.total());
            offset.show(now.offset());
            stride.show(now.stride());
            total.setDisable(nobody);
            offset.setDisable(nobody || now.total() == 0);
            stride.setDisable(nobody || now.total() == 0);
        }
    }
}
