package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.FakeMachine;
import ridscope.desktop.testing.ManualTime;
import ridscope.desktop.testing.PluggedHosts;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.rid.FunctionAddress;
import ridscope.source.HostEvent;
import ridscope.source.Source;

/** A card is plugged into the machine that the window shows. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class LiveWindowTest {

    private static final FunctionAddress NIC = FunctionAddress.of("01:00.0");
    private static final Target VFS = new Target.OfVfs(NIC);

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final FakeMachine machine = new FakeMachine(PluggedHosts.first());
    private final ManualTime time = new ManualTime();
    private Wiring wiring;
    private Stage stage;

    @BeforeEach
    void show() {
        fx(() -> {
            wiring = new Wiring(
                    bugs -> new TaskRunner(Runnable::run, Runnable::run, bugs, time),
                    new SettingsFile(folder.resolve("settings.json")),
                    machine.opener(),
                    () -> machine,
                    Clock.fixed(Instant.parse("2026-11-20T13:05:07Z"), ZoneOffset.UTC));
            stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return null;
        });
        fx(() -> {
            wiring.model().open(new Source.Live());
            return null;
        });
    }

    @Test
    void theViewIsRefreshedInPlaceAndMarksWhatIsNew() {
        DiagramCanvas canvas = find("topology-canvas");
        fx(() -> {
            wiring.selection().select(VFS);
            return null;
        });
        robot.interact(() -> canvas.requestFocus());
        robot.type(javafx.scene.input.KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        int opened = canvas.diagram().orElseThrow().marks().size();
        fx(() -> {
            canvas.zoom(2.5);
            canvas.reveal(new Target.OfFunction(NIC));
            return null;
        });
        Rect before = place(canvas, new Target.OfFunction(NIC));
        double scale = canvas.scale();

        happens(PluggedHosts.both());

        assertThat(wiring.document().get().orElseThrow().topology().functions()).hasSize(5);
        assertThat(wiring.selection().get()).contains(VFS);
        assertThat(canvas.scale()).isEqualTo(scale);
        Rect after = place(canvas, new Target.OfFunction(NIC));
        assertThat(after.x()).isEqualTo(before.x(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(after.y()).isEqualTo(before.y(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(canvas.diagram().orElseThrow().marks())
                .as("the stack of VFs is still open")
                .hasSizeGreaterThan(opened);
        assertThat(words(canvas)).contains("new");
        assertThat(status("status-refreshed")).isEqualTo("refreshed 13:05:07 · 1 new");
        assertThat(robot.lookup(".outline .badge").queryAllAs(Label.class))
                .filteredOn(Label::isVisible)
                .extracting(Label::getText)
                .containsExactly("new");
    }

    @Test
    void openAndClosedRowsOfTheOutlineStaySo() {
        TreeTableView<Object> table = find("outline-table");
        fx(() -> {
            row(table, "00:01.0").setExpanded(false);
            return null;
        });
        int rows = table.getExpandedItemCount();
        happens(PluggedHosts.both());
        assertThat(row(table, "00:01.0").isExpanded()).isFalse();
        assertThat(row(table, "00:02.0").isExpanded()).isTrue();
        assertThat(table.getExpandedItemCount()).isEqualTo(rows + 1);
        assertThat(row(table, "05:00.0").getValue()).asString().endsWith("new");
        happens(PluggedHosts.first());
        assertThat(row(table, "00:02.0").getValue()).asString().doesNotEndWith("new");
    }

    @Test
    void whatIsGoneIsSaidAtItsPort() {
        time.pass(60_000);
        happens(PluggedHosts.both());
        time.pass(60_000);
        happens(PluggedHosts.second());
        DiagramCanvas canvas = find("topology-canvas");
        assertThat(words(canvas)).contains("1 gone");
        TreeTableView<Object> table = find("outline-table");
        assertThat(row(table, "00:01.0").getValue()).asString().contains(" 1 gone");
        assertThat(status("status-refreshed")).isEqualTo("refreshed 13:05:07 · 1 gone");
        fx(() -> {
            robot.lookup("#menu-bar").queryAs(javafx.scene.control.MenuBar.class).getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> ("menu-" + Command.CLEAR_MARKS.id()).equals(item.getId()))
                    .forEach(item -> item.fire());
            return null;
        });
        assertThat(words(canvas)).doesNotContain("1 gone");
        assertThat(status("status-refreshed")).isEqualTo("refreshed 13:05:07 · nothing changed");
    }

    @Test
    void theSwitchInTheStatusLinePauses() {
        ToggleButton watch = find("watch");
        assertThat(watch.isSelected()).isTrue();
        assertThat(watch.getText()).isEqualTo("Watching: played events");
        robot.clickOn(watch);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(watch.isSelected()).isFalse();
        assertThat(watch.getText()).isEqualTo("Not watching");
        assertThat(machine.open()).isZero();
        robot.clickOn(watch);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(watch.isSelected()).isTrue();
        assertThat(machine.open()).isEqualTo(1);
    }

    @Test
    void aClosedWindowWatchesNothing() {
        fx(() -> {
            stage.hide();
            return null;
        });
        assertThat(machine.open()).isZero();
    }

    private void happens(HostSnapshot next) {
        fx(() -> {
            machine.becomes(next);
            machine.tells(HostEvent.Action.CHANGE, "05:00.0");
            time.pass(500);
            return null;
        });
    }

    private static Rect place(DiagramCanvas canvas, Target target) {
        return canvas.onCanvas(canvas.diagram().orElseThrow().marksOf(target).stream()
                .filter(Mark.Box.class::isInstance)
                .findFirst()
                .orElseThrow()
                .bounds());
    }

    private static java.util.List<String> words(DiagramCanvas canvas) {
        return canvas.diagram().orElseThrow().marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
    }

    private static TreeItem<Object> row(TreeTableView<Object> table, String address) {
        return find(table.getRoot(), address).orElseThrow();
    }

    private static Optional<TreeItem<Object>> find(TreeItem<Object> item, String address) {
        if (item.getValue() != null && item.getValue().toString().startsWith(address + " ")) {
            return Optional.of(item);
        }
        return item.getChildren().stream()
                .map(child -> find(child, address))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String status(String id) {
        Label label = find(id);
        return label.getText();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as TestFX's query() itself
    private <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    private static <T> T fx(Callable<T> action) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }
}
