package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ridscope.desktop.task.Slices;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.ManualTime;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.paint.Palettes;
import ridscope.rid.Segment;
import ridscope.ridmap.SegmentUse;

/** Twenty segments above a map of 300 pixels. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class SegmentTabsTest {

    private static final List<SegmentUse> USES = IntStream.range(0, 20)
            .mapToObj(i -> new SegmentUse(new Segment(0x10000 + i), 1250 + i, List.of(new SegmentUse.Bus(0, 0, 0xff))))
            .toList();

    private final List<Segment> chosen = new ArrayList<>();
    private final Deque<Runnable> pulses = new ArrayDeque<>();
    private SegmentTabs tabs;

    @BeforeEach
    void show() {
        Toolkit.on(() -> {
            tabs = new SegmentTabs("segment-", Palettes.LIGHT, chosen::add, slices());
            tabs.show(USES, new Segment(0x10000));
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(tabs), 300, 100));
            stage.show();
            return null;
        });
    }

    private Slices slices() {
        return new TaskRunner(
                        Runnable::run,
                        Runnable::run,
                        pulses::add,
                        bug -> {
                            throw new AssertionError(bug);
                        },
                        new ManualTime())
                .slices();
    }

    private List<ToggleButton> buttons() {
        return ((HBox) tabs.getContent())
                .getChildren().stream().map(ToggleButton.class::cast).toList();
    }

    @Test
    void eachTabNamesItsSegmentAndCountsItsFunctions() {
        assertThat(buttons()).hasSize(20);
        assertThat(buttons().get(3).getText()).isEqualTo("10003 · 1,253");
        assertThat(buttons().get(3).getAccessibleText())
                .isEqualTo("segment 10003 · 1,253 functions · 1 bus with functions");
        assertThat(buttons().get(0).isSelected()).isTrue();
        assertThat(buttons())
                .allSatisfy(b -> assertThat(b.getWidth()).as("not cut").isGreaterThanOrEqualTo(b.prefWidth(-1)));
    }

    @Test
    void theyStandInOneRowAndTheChosenOneComesIntoSight() {
        assertThat(tabs.getHeight()).isLessThan(60);
        ToggleButton last = buttons().get(19);
        double before = Toolkit.on(() -> left(last));
        assertThat(before).isGreaterThan(300);
        Toolkit.on(() -> {
            tabs.show(USES, new Segment(0x10013));
            tabs.layout();
            return null;
        });
        assertThat(Toolkit.on(() -> left(last))).isBetween(0.0, 300.0);
    }

    private static double left(ToggleButton button) {
        return button.localToScene(button.getLayoutBounds()).getMinX();
    }

    @Test
    void choosingAnotherKeepsTheButtonsSoThatTheKeyboardStays() {
        List<ToggleButton> before = buttons();
        Toolkit.on(() -> {
            before.get(2).fire();
            tabs.show(USES, new Segment(0x10002));
            return null;
        });
        assertThat(chosen).contains(new Segment(0x10002));
        assertThat(buttons()).isEqualTo(before);
        Toolkit.on(() -> {
            before.get(2).fire();
            return null;
        });
        assertThat(before.get(2).isSelected()).as("pressed again").isTrue();
    }

    @Test
    void theirMapsAreDrawnOneInAPulse() {
        assertThat(Toolkit.on(tabs::sketched)).isEqualTo(1);
        Toolkit.on(() -> {
            pulses.remove().run();
            return null;
        });
        assertThat(Toolkit.on(tabs::sketched)).isEqualTo(2);
        pulse();
        assertThat(Toolkit.on(tabs::sketched)).isEqualTo(20);
        Toolkit.on(() -> {
            tabs.setPalette(Palettes.DARK);
            tabs.show(USES, new Segment(0x10002));
            return null;
        });
        assertThat(Toolkit.on(tabs::sketched)).as("in other colours").isEqualTo(21);
        pulse();
        assertThat(Toolkit.on(tabs::sketched)).isEqualTo(40);
    }

    private void pulse() {
        Toolkit.on(() -> {
            while (!pulses.isEmpty()) {
                pulses.remove().run();
            }
            return null;
        });
    }

    @Test
    void theyShareOneTooltip() {
        assertThat(buttons()).allSatisfy(b -> assertThat(b.getTooltip()).isNull());
        assertThat(Toolkit.on(() -> hovered(buttons().get(3)).getText()))
                .isEqualTo("segment 10003 · 1,253 functions · 1 bus with functions");
        assertThat(Toolkit.on(() -> hovered(buttons().get(4))))
                .isSameAs(buttons().get(3).getTooltip());
    }

    private static Tooltip hovered(ToggleButton button) {
        button.getOnMouseEntered().handle(null);
        return button.getTooltip();
    }

    @Test
    void oneSegmentNeedsNoTabs() {
        Toolkit.on(() -> {
            tabs.show(USES.subList(0, 1), new Segment(0x10000));
            return null;
        });
        assertThat(tabs.isManaged()).isFalse();
    }
}
