package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** Questions in the window, by keyboard alone. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class AskWindowTest {

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
        window.openFlagship();
        window.robot().push(KeyCode.CONTROL, KeyCode.L);
    }

    private int rows() {
        return window.<TreeTableView<?>>find("outline-table").getExpandedItemCount();
    }

    private String answer() {
        return window.<Label>find("ask-answer").getText();
    }

    private void ask(String question) {
        window.act(() -> window.<TextField>find("ask-field").setText(question));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aQuestionFiltersTheOutlineAndFadesTheDrawingsWithoutMovingThem() {
        int all = rows();
        DiagramCanvas topology = window.find("topology-canvas");
        Diagram before = topology.diagram().orElseThrow();
        long paints = topology.paints();
        ask("class=nvme");
        assertThat(rows())
                .as("segment, host bridge, two ports, two drives")
                .isEqualTo(6)
                .isLessThan(all);
        assertThat(topology.diagram().orElseThrow()).isSameAs(before);
        assertThat(topology.paints()).isGreaterThan(paints);
        assertThat(answer()).isEqualTo("2 match");
        window.robot().type(KeyCode.ESCAPE);
        assertThat(rows()).isEqualTo(all);
        assertThat(window.<TextField>find("ask-field").getText()).isEmpty();
    }

    @Test
    void enterAndF3GoThroughTheMatches() {
        ask("class=nvme");
        window.robot().type(KeyCode.ENTER);
        assertThat(window.wiring().selection().get()).contains(new Target.OfFunction(FunctionAddress.of("0b:00.0")));
        window.robot().type(KeyCode.F3);
        assertThat(window.wiring().selection().get()).contains(new Target.OfFunction(FunctionAddress.of("0d:00.0")));
        assertThat(answer()).isEqualTo("2 of 2 match");
        window.robot().push(KeyCode.SHIFT, KeyCode.F3);
        assertThat(answer()).isEqualTo("1 of 2 match");
    }

    @Test
    void whatIsOfferedIsTakenByKeyboard() {
        window.robot().write("clas");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.<Node>find("ask-offers").isVisible()).isTrue();
        window.robot().type(KeyCode.TAB).write("nvm").type(KeyCode.DOWN).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.<TextField>find("ask-field").getText()).isEqualTo("class=nvme");
        assertThat(window.<Node>find("ask-field").isFocused()).isTrue();
        assertThat(window.<Node>find("ask-offers").isVisible()).isFalse();
        assertThat(window.wiring().selection().get())
                .as("taking selects nothing")
                .isEmpty();
    }

    @Test
    void whatIsWrongIsUnderlinedWhereItStands() {
        ask("class=nvme vendr=1");
        Node wrong = window.find("ask-wrong");
        Node field = window.find("ask-field");
        assertThat(wrong.isVisible()).isTrue();
        double share = (wrong.getBoundsInParent().getCenterX() - field.getLayoutX())
                / field.getBoundsInParent().getWidth();
        assertThat(share).as("below vendr").isBetween(0.45, 0.85);
        assertThat(answer()).isEqualTo("there is no field 'vendr'; did you mean vendor?");
        ask("class=nvme");
        assertThat(wrong.isVisible()).isFalse();
    }
}
