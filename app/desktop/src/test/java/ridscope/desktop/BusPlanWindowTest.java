package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.busplan.BusPlanView;
import ridscope.desktop.busplan.BusPlanViewModel;
import ridscope.desktop.busplan.PlanHosts;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Commands;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;
import ridscope.desktop.theme.Theme;
import ridscope.desktop.theme.ThemeModel;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.RidMapAxes;
import ridscope.rid.FunctionAddress;

/** Planning in the window, by keys and pointer. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class BusPlanWindowTest extends BusPlanWindow {

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    private List<String> parameters() {
        return Toolkit.on(() -> texts(this.<HBox>find("plan-parameters")));
    }

    @Test
    void thePlanTakesTheMiddleAndTheOtherViewsComeBack() {
        assertThat(robot.lookup("#topology").tryQuery()).isEmpty();
        assertThat(robot.lookup("#outline").tryQuery()).isEmpty();
        assertThat(text("plan-verdict"))
                .isEqualTo("Nothing is asked for. At TotalVFs and Total SDIs 1 PF would not fit: "
                        + "0000:01:00.0: 8 of 16 VFs fit.");
        // Linux reserves for all 16 VFs though none is wished for, and says that the port is too small for them.
        assertThat(text("plan-kernel-says"))
                .isEqualTo("1 line in its log, about other things; see “What the kernel does”");
        DiagramCanvas after = find("plan-map-after");
        assertThat(after.marksDrawn()).isGreaterThan(20);
        robot.clickOn("#view-both");
        assertThat(robot.lookup("#topology").tryQuery()).isPresent();
        assertThat(robot.lookup("#outline").tryQuery()).isPresent();
        assertThat(robot.lookup("#bus-plan").tryQuery()).isEmpty();
    }

    @Test
    void raisedToTotalVfsItNamesTheBridgeTheKernelsWordsAndTheParameter() {
        raise();
        assertThat(text("plan-verdict"))
                .startsWith("Does not fit: the first bridge that fails is 00:01.0. ")
                .contains("VF 15 of 0000:01:00.0 would be on bus 02")
                .endsWith(".")
                .doesNotContain("..");
        assertThat(text("plan-kernel-says")).isEqualTo("can't enable 16 VFs (bus 02 out of range of [bus 01])");
        assertThat(parameters()).contains("pci=assign-busses");
        assertThat(text("plan-limits")).startsWith("at most 8 now, 8 after a rescan, 16 after assign-busses");
        assertThat(wiring.selection().get()).contains(new Target.OfFunction(FunctionAddress.of(NIC)));
    }

    @Test
    void undoAndRedoFromTheKeyboardAlsoInAFieldOfNumbers() {
        raise();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(text("plan-verdict")).startsWith("Nothing is asked for");
        assertThat(this.<Slider>find("plan-vfs-" + NIC).getValue()).isZero();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(text("plan-verdict")).startsWith("Does not fit");
        focus("plan-vfs-" + NIC + "-field");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(this.<TextField>find("plan-vfs-" + NIC + "-field").getText()).isEqualTo("0");
    }

    @Test
    void aNumberCountsWhileItIsTypedAndOneOutOfRangeIsPutRight() {
        TextField field = find("plan-vfs-" + NIC + "-field");
        type(field, "9");
        assertThat(field.getText()).isEqualTo("9");
        assertThat(text("plan-verdict")).startsWith("Does not fit");
        assertThat(this.<Slider>find("plan-vfs-" + NIC).getValue()).isEqualTo(9);
        robot.write("9");
        assertThat(field.getText()).isEqualTo("99");
        assertThat(this.<Slider>find("plan-vfs-" + NIC).getValue()).isEqualTo(9);
        robot.type(KeyCode.ENTER);
        assertThat(field.getText()).isEqualTo("9");
    }

    @Test
    void assignBussesFitsMovesTheDriveAndTheBudgetShowsOldAndNew() {
        raise();
        robot.clickOn("#plan-assign-busses");
        assertThat(text("plan-verdict")).endsWith("1 function gets another address.");
        assertThat(parameters()).contains("pci=assign-busses");
        assertThat(row(0)).startsWith("root bus 00", "[00-1f]");
        assertThat(row(1)).startsWith("00:01.0", "[01-01] → [01-02]", "1 → 2");
        robot.clickOn("#plan-copy-parameter-0");
        assertThat(Toolkit.on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("pci=assign-busses");
        DiagramCanvas after = find("plan-map-after");
        assertThat(after.diagram().orElseThrow().marksOf(new Target.OfFunction(FunctionAddress.of("03:00.0"))))
                .isNotEmpty();
    }

    @Test
    void aDriveIsGivenSiovAndItIsTakenBack() {
        assertThat(robot.lookup("#plan-all").tryQuery()).isPresent();
        robot.clickOn("#plan-all");
        Node give = find("plan-give-" + DRIVE);
        robot.clickOn(give);
        TextField total = find("plan-siov-" + DRIVE + "-field");
        assertThat(total.getText()).isEqualTo("64");
        assertThat(text("plan-verdict")).startsWith("Fits");
        type(total, "1024");
        assertThat(text("plan-verdict")).startsWith("Does not fit: the first bridge that fails is 00:02.0. ");
        robot.clickOn(give);
        assertThat(text("plan-verdict")).startsWith("Nothing is asked for");
        assertThat(robot.lookup(node -> node.getId() != null && node.getId().equals("plan-siov-" + DRIVE))
                        .tryQuery()
                        .filter(Node::isVisible)
                        .map(n -> n.getParent().getParent().isVisible()))
                .contains(false);
    }

    @Test
    void aRowOfTheBudgetSelectsTheBridgeEverywhere() {
        TableView<?> table = find("plan-budget");
        Toolkit.on(() -> {
            table.getSelectionModel().select(1);
            return null;
        });
        Target bridge = new Target.OfFunction(FunctionAddress.of("00:01.0"));
        assertThat(wiring.selection().get()).contains(bridge);
        Toolkit.on(() -> {
            wiring.selection().select(new Target.OfFunction(FunctionAddress.of("00:02.0")));
            return null;
        });
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        raise();
        robot.clickOn("#plan-show-bridge");
        assertThat(wiring.selection().get()).contains(bridge);
    }

    /** Nobody could read whether the NIC has VFs: what a wish for SDIs hangs on is said, and how to get it. */
    @Test
    void whatCannotBeToldIsNoYes() {
        open("unprivileged", PlanHosts.unprivileged());
        robot.clickOn("#plan-assign-busses");
        assertThat(text("plan-verdict"))
                .startsWith("It cannot be told whether it fits. Linux hands bus numbers out anew")
                .contains("0000:01:00.0");
        assertThat(text("plan-advice")).contains("as root");
    }

    @Test
    void bothMapsGoTogether() {
        DiagramCanvas before = find("plan-map-before");
        DiagramCanvas after = find("plan-map-after");
        assertThat(after.scale()).isEqualTo(before.scale());
        Toolkit.on(() -> {
            before.zoom(3);
            return null;
        });
        assertThat(after.scale()).isEqualTo(before.scale());
        Toolkit.on(() -> {
            after.zoom(20);
            return null;
        });
        assertThat(after.diagram().orElseThrow().width()).isGreaterThan(2_000);
        assertThat(before.diagram().orElseThrow().width())
                .isEqualTo(after.diagram().orElseThrow().width());
        assertThat(before.inSightProperty().get())
                .isEqualTo(after.inSightProperty().get());
        robot.clickOn(after, MouseButton.PRIMARY);
        assertThat(after.isFocused() || before.isFocused()).isTrue();
    }

    @Test
    void theMapsStandBetweenAxesOfOneSizeWithOneLegendForBoth() {
        DiagramCanvas before = find("plan-map-before");
        DiagramCanvas after = find("plan-map-after");
        assertThat(before.getLayoutX()).isEqualTo(after.getLayoutX()).isGreaterThan(30);
        assertThat(before.getLayoutY()).isEqualTo(after.getLayoutY()).isEqualTo(RidMapAxes.TOP);
        assertThat(before.getHeight()).isEqualTo(after.getHeight());
        Region gutter = find("plan-map-before-gutter");
        double width = gutter.getWidth();
        Toolkit.on(() -> {
            before.zoom(4);
            return null;
        });
        assertThat(gutter.getWidth()).isEqualTo(width).isEqualTo(before.getLayoutX());
        assertThat(this.<Region>find("plan-map-legend").getHeight()).isGreaterThan(15);
        assertThat(robot.lookup("#plan-map-after-legend").tryQuery()).isEmpty();
    }

    @Test
    void aSentenceStandsThereUntilThereIsAnAnswer() {
        Label wait = find("plan-wait");
        assertThat(wait.isVisible()).isFalse();
        assertThat(this.<Node>find("plan-verdict").getParent().isVisible()).isTrue();
        BusPlanViewModel nobody =
                new BusPlanViewModel(new DocumentModel(), new SelectionModel(), TaskRunner.direct(bug -> {}));
        BusPlanView view = Toolkit.on(() -> new BusPlanView(nobody, new ThemeModel(Theme.LIGHT), new Commands()));
        Node there = ((StackPane) view.getItems().get(1)).getChildren().get(1);
        assertThat(there.isVisible()).isTrue();
        assertThat(((Label) there).getText()).startsWith("Working out");
    }

    @Test
    void everyControlHasANameAndANoteWhereNobodyHasVfs() {
        open("plain", PlanHosts.plain());
        assertThat(text("plan-empty")).startsWith("No device of this host has VFs or SDIs.");
        assertThat(robot.lookup(node -> ("plan-give-" + DRIVE).equals(node.getId()))
                        .tryQuery())
                .isPresent();
        open("unprivileged", PlanHosts.unprivileged());
        assertThat(text("plan-empty")).startsWith("Whether 1 device has VFs or SDIs is not known");
        assertThat(nameless(find("bus-plan"))).isEmpty();
    }
}
