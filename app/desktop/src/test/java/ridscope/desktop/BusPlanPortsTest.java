package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.busplan.PlanHosts;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** Wishes for ports, what the kernel does, and what software could hand out, by keys and pointer. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class BusPlanPortsTest extends BusPlanWindow {

    private static final String NIC_PORT = "0000:00:01.0";
    private static final String SLOT = "0000:00:03.0";

    @BeforeEach
    void slotted() {
        open("slotted", PlanHosts.slotted());
    }

    private void ports() {
        robot.clickOn("#plan-list-ports");
    }

    private void plug() {
        ports();
        robot.clickOn(this.<Node>find("plan-plug-" + SLOT));
    }

    private void undo() {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    }

    private TextField card(String what) {
        return find("plan-card-" + what + "-" + SLOT);
    }

    @Test
    void onlyAnEmptyPortCanHaveACardAndThereItHasRoom() {
        ports();
        assertThat(this.<Node>find("plan-plug-" + NIC_PORT).isVisible()).isFalse();
        robot.clickOn("#plan-ports-empty");
        assertThat(robot.lookup("#plan-port-" + NIC_PORT).tryQuery()).isEmpty();
        plug();
        assertThat(text("plan-verdict")).startsWith("Fits");
        assertThat(wiring.selection().get()).contains(new Target.OfFunction(FunctionAddress.of(SLOT)));
        assertThat(card("ports").getText()).isEqualTo("0");
        assertThat(card("vfs-offset").isDisabled()).isTrue();
    }

    @Test
    void aSwitchBelowASlotNeedsBusesThatTheKernelDoesNotHave() {
        plug();
        type(card("ports"), "4");
        assertThat(text("plan-tab-events")).isNotEqualTo("What the kernel does · 0");
        robot.clickOn("#plan-tab-events");
        ListView<?> events = find("plan-events");
        assertThat(events.getItems()).isNotEmpty();
        assertThat(robot.lookup("#plan-budget").tryQuery()).isEmpty();
        robot.clickOn("#plan-assign-busses");
        robot.clickOn("#plan-tab-budget");
        assertThat(row(3)).startsWith("00:03.0", "[03-03] → [04-09]");
        assertThat(row(4).get(1)).startsWith("new → [05-09]");
    }

    @Test
    void theFieldsOfACardAreUndoneOneByOneAndItIsTakenOut() {
        plug();
        type(card("vfs"), "64");
        type(card("vfs-offset"), "256");
        type(card("sdis"), "1024");
        assertThat(card("vfs-stride").isDisabled()).isFalse();
        undo();
        assertThat(card("sdis").getText()).isEqualTo("0");
        assertThat(card("vfs-offset").getText()).isEqualTo("256");
        undo();
        assertThat(card("vfs-offset").getText()).isEqualTo("1");
        robot.clickOn(this.<Node>find("plan-plug-" + SLOT));
        assertThat(card("vfs").getParent().getParent().isVisible()).isFalse();
        undo();
        assertThat(card("vfs").getParent().getParent().isVisible()).isTrue();
        assertThat(card("vfs").getText()).isEqualTo("64");
    }

    @Test
    void emptySlotsOfASwitchHaveNobodyToHaveVfs() {
        plug();
        CheckBox slots = find("plan-card-hotplug-" + SLOT);
        assertThat(slots.isDisabled()).isTrue();
        type(card("ports"), "2");
        robot.clickOn(slots);
        assertThat(slots.isSelected()).isTrue();
        assertThat(card("vfs").isDisabled()).isTrue();
        type(card("ports"), "0");
        assertThat(slots.isSelected()).isFalse();
        assertThat(card("vfs").isDisabled()).isFalse();
    }

    @Test
    void withoutAriTheVfsOfTheOwnBusAreOutOfReach() {
        type(find("plan-vfs-" + NIC + "-field"), "8");
        assertThat(text("plan-verdict")).startsWith("Fits");
        ports();
        ComboBox<?> ari = find("plan-ari-" + NIC_PORT);
        assertThat(ari.getAccessibleText()).isEqualTo("ARI forwarding of 00:01.0");
        focus("plan-ari-" + NIC_PORT);
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(text("plan-verdict"))
                .startsWith("Does not fit: the first bridge that fails is 00:01.0. All 8 VFs of 0000:01:00.0");
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(text("plan-verdict")).startsWith("Fits");
        undo();
        undo();
        assertThat(text("plan-verdict")).startsWith("Does not fit");
        assertThat(ari.getSelectionModel().getSelectedIndex()).isEqualTo(2);
    }

    @Test
    void whatHappensAtTheFailingBridgeCanBeSeenAlone() {
        CheckBox only = find("plan-events-only");
        robot.clickOn("#plan-tab-events");
        assertThat(only.isVisible()).isFalse();
        raise();
        assertThat(only.getText()).isEqualTo("only at 00:01.0");
        plug();
        type(card("ports"), "2");
        assertThat(only.getText()).isEqualTo("only at 00:03.0");
        ListView<?> events = find("plan-events");
        int all = events.getItems().size();
        robot.clickOn(only);
        assertThat(events.getItems()).hasSizeBetween(1, all - 1);
        select("01:00.0");
        Toolkit.on(() -> {
            events.getSelectionModel().select(0);
            return null;
        });
        // The switch is not there yet; the slot is.
        assertThat(wiring.selection().get()).contains(new Target.OfFunction(FunctionAddress.of(SLOT)));
    }

    @Test
    void softwareRidsAreThoseOfTheSelectedPort() {
        assertThat(text("plan-software")).startsWith("select a port");
        select("00:03.0");
        // Bus 03 without ARI forwarding: functions 0 to 7 of device 0.
        assertThat(text("plan-software"))
                .isEqualTo("8 RIDs below 00:03.0 could be handed out by software; RIDscope's own rule set");
        select("01:00.0");
        // 256 of bus 01 but for the NIC and the 8 VFs that it could have there.
        assertThat(text("plan-software")).startsWith("247 RIDs below 00:01.0");
    }

    /** Firmware gave the slot more numbers than Linux would: what helps the NIC takes them away. */
    @Test
    void theParameterThatHelpsComesWithItsPrice() {
        open("slotted", PlanHosts.slotted(6));
        type(find("plan-vfs-" + NIC + "-field"), "16");
        assertThat(text("plan-verdict")).startsWith("Does not fit");
        assertThat(robot.lookup("#plan-parameters .quiet").<Labeled>query().getText())
                .isEqualTo("but then: hot-plug port 0000:00:03.0 gets 1 bus number, 4 today");
        robot.clickOn("#plan-assign-busses");
        assertThat(text("plan-verdict"))
                .startsWith(
                        "Fits: what is asked for gets its Routing IDs. Worse than today: hot-plug port 0000:00:03.0");
    }

    private void select(String address) {
        Toolkit.on(() -> {
            wiring.selection().select(new Target.OfFunction(FunctionAddress.of(address)));
            return null;
        });
    }

    @Test
    void everyControlForPortsHasANameAndATooltip() {
        explained("plan-vfs-" + NIC, "plan-vfs-" + NIC + "-field", "plan-give-" + NIC, "plan-kernel");
        explained("plan-hpbussize", "plan-assign-busses", "plan-list-ports", "plan-tab-events");
        plug();
        robot.clickOn("#plan-tab-events");
        assertThat(nameless(find("bus-plan"))).isEmpty();
        explained("plan-plug-" + SLOT, "plan-ari-" + NIC_PORT, "plan-ports-empty", "plan-events-only");
        explained("plan-card-ports-" + SLOT, "plan-card-hotplug-" + SLOT, "plan-card-vfs-" + SLOT);
        explained("plan-card-vfs-offset-" + SLOT, "plan-card-sdis-stride-" + SLOT);
    }

    private void explained(String... ids) {
        for (String id : ids) {
            assertThat(this.<Control>find(id).getTooltip()).as(id).isNotNull();
        }
    }
}
