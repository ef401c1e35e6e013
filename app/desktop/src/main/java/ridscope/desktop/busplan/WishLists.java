package ridscope.desktop.busplan;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;

/** What can be wished for of devices, or of ports. */
final class WishLists extends VBox {

    private final DeviceList devices;
    private final PortList ports;
    private final ToggleButton ofDevices;

    WishLists(BusPlanViewModel model) {
        devices = new DeviceList(model);
        ports = new PortList(model);
        Choice choice = new Choice();
        ofDevices = choice.button(
                "plan-list-devices", Messages.text("busplan.list.devices"), Messages.text("busplan.list.devices.tip"));
        ToggleButton ofPorts = choice.button(
                "plan-list-ports", Messages.text("busplan.list.ports"), Messages.text("busplan.list.ports.tip"));
        HBox head = new HBox(ofDevices, ofPorts);
        head.getStyleClass().add("wish-lists-head");
        StackPane shown = new StackPane();
        shown.setMinSize(0, 0);
        VBox.setVgrow(shown, Priority.ALWAYS);
        choice.show(ofDevices, devices, shown);
        choice.show(ofPorts, ports, shown);
        choice.choose(ofDevices);
        getChildren().setAll(head, shown);
    }

    /** Puts the keyboard into the filter of what is shown. */
    void filter() {
        if (ofDevices.isSelected()) {
            devices.filter();
        } else {
            ports.filter();
        }
    }
}
