package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.document.Documents;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.Message;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.testing.FlagshipHost;

/** The window as a whole, driven by pointer and keys. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class WindowTest {

    private static final Target DPU = new Target.OfFunction(FunctionAddress.of("0c:00.0"));

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private Wiring wiring;
    private Stage stage;

    @BeforeEach
    void show() {
        fx(() -> {
            wiring = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            stage = new Stage();
            wiring.fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return null;
        });
    }

    private static <T> T fx(Callable<T> action) {
        T result = WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    private void openFlagship() {
        fx(() -> {
            wiring.model().open(Documents.source("flagship", FlagshipHost.snapshot()));
            return null;
        });
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as TestFX's query() itself
    private <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    private void select(Target target) {
        fx(() -> {
            wiring.selection().select(target);
            return null;
        });
    }

    @Test
    void theFirstScreenOffersFilesThisMachineAndSamples() {
        assertThat(robot.lookup("#welcome-open").tryQuery()).isPresent();
        assertThat(robot.lookup("#welcome-live").tryQuery()).isPresent();
        robot.clickOn("#sample-siov-server");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(wiring.document().get().orElseThrow().topology().functions()).hasSize(38);
        assertThat(robot.lookup("#welcome").tryQuery()).isEmpty();
    }

    @Test
    void anArgumentMayBeASample() {
        fx(() -> {
            wiring.open("sample:laptop-vmd");
            return null;
        });
        assertThat(wiring.document().get().orElseThrow().topology().segments()).hasSize(2);
    }

    @Test
    void anOpenedHostFillsOutlinePicturesAndStatusLine() {
        openFlagship();
        TreeTableView<?> table = find("outline-table");
        assertThat(table.getExpandedItemCount()).isEqualTo(25);
        DiagramCanvas topology = find("topology-canvas");
        DiagramCanvas map = find("rid-map-canvas");
        assertThat(topology.marksDrawn()).isGreaterThan(50);
        assertThat(map.marksDrawn()).isGreaterThan(50);
        Label figures = find("status-figures");
        assertThat(figures.getText()).startsWith("38 functions");
        assertThat(stage.getTitle()).isEqualTo("flagship – RIDscope");
    }

    @Test
    void aClickInThePictureSelectsInTheOutline() throws TimeoutException {
        openFlagship();
        DiagramCanvas topology = find("topology-canvas");
        robot.clickOn(onScreen(topology, mark(topology, DPU).bounds()));
        awaitSelection();
        assertThat(wiring.selection().get()).contains(DPU);
        assertThat(selectedRow()).startsWith("0c:00.0");
    }

    @Test
    void aRowOfTheOutlineSelectsInThePictures() {
        openFlagship();
        TreeTableView<?> table = find("outline-table");
        DiagramCanvas topology = find("topology-canvas");
        long paints = topology.paints();
        fx(() -> {
            table.getSelectionModel().select(14);
            return null;
        });
        assertThat(wiring.selection().get()).contains(DPU);
        assertThat(topology.focusedMark().flatMap(Mark::target)).contains(DPU);
        assertThat(topology.paints()).isGreaterThan(paints);
    }

    @Test
    void aCellOfTheMapSelectsTheBareRoutingId() throws TimeoutException {
        openFlagship();
        DiagramCanvas map = find("rid-map-canvas");
        Mark comb = mark(map, new Target.OfSdis(FunctionAddress.of("04:00.0")));
        robot.clickOn(onScreen(map, comb.bounds()));
        awaitSelection();
        assertThat(wiring.selection().get().orElseThrow()).isInstanceOf(Target.OfRid.class);
    }

    @Test
    void theCardNamesWhatIsUnderThePointer() throws TimeoutException {
        openFlagship();
        DiagramCanvas map = find("rid-map-canvas");
        Target drive = new Target.OfFunction(FunctionAddress.of("0d:00.0"));
        fx(() -> {
            // Large enough for the pointer, which stands on whole pixels.
            map.zoom(8);
            map.reveal(drive);
            return null;
        });
        Rect cell = mark(map, drive).bounds();
        robot.moveTo(onScreen(map, cell));
        Node card = find("rid-card");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, card.visibleProperty());
        assertThat(texts((Parent) card))
                .contains("0d:00.0 · 0x0d00 · 3328 · ARI function 0", "bus 0d routed by 00:04.0");
    }

    @Test
    void manyChangesWithinOnePulseArePaintedOnce() {
        openFlagship();
        DiagramCanvas topology = find("topology-canvas");
        long before = topology.paints();
        fx(() -> {
            for (int i = 0; i < 20; i++) {
                topology.zoom(1.1);
                topology.setSelected(Set.of(DPU));
                topology.setSelected(Set.of());
            }
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(topology.paints() - before).isEqualTo(1);
    }

    @Test
    void onlyWhatIsInSightIsPainted() {
        openFlagship();
        DiagramCanvas topology = find("topology-canvas");
        fx(() -> {
            topology.fit();
            return null;
        });
        int all = topology.marksDrawn();
        fx(() -> {
            topology.zoom(8);
            return null;
        });
        assertThat(topology.marksDrawn()).isBetween(1, all / 2);
    }

    @Test
    void arrowsWalkTheMarksAndEnterSelects() {
        openFlagship();
        DiagramCanvas topology = find("topology-canvas");
        fx(() -> {
            topology.requestFocus();
            return null;
        });
        robot.type(KeyCode.HOME);
        Mark first = topology.focusedMark().orElseThrow();
        robot.type(KeyCode.DOWN);
        Mark second = topology.focusedMark().orElseThrow();
        assertThat(second.bounds().centerY()).isGreaterThan(first.bounds().centerY());
        assertThat(topology.getAccessibleText()).isNotBlank();
        robot.type(KeyCode.ENTER);
        assertThat(wiring.selection().get()).isEqualTo(second.target());
        robot.type(KeyCode.TAB);
        assertThat(topology.isFocused()).isFalse();
    }

    @Test
    void keysZoom() {
        openFlagship();
        DiagramCanvas topology = find("topology-canvas");
        fx(() -> {
            topology.requestFocus();
            return null;
        });
        double scale = topology.scale();
        robot.type(KeyCode.ADD);
        assertThat(topology.scale()).isGreaterThan(scale);
        robot.type(KeyCode.SUBTRACT, 2);
        assertThat(topology.scale()).isLessThan(scale);
        robot.type(KeyCode.DIGIT0);
        assertThat(topology.onCanvas(new Rect(
                                0, 0, 1, topology.diagram().orElseThrow().height()))
                        .bottom())
                .isLessThanOrEqualTo(topology.getHeight());
    }

    @Test
    void theThemeSwitchReachesControlsAndPictures() {
        openFlagship();
        assertThat(pixel()).isEqualTo(Color.web("#f4f6f8"));
        robot.clickOn("#theme");
        assertThat(stage.getScene().getStylesheets()).anyMatch(s -> s.endsWith("tokens-dark.css"));
        assertThat(pixel()).isEqualTo(Color.web("#14191f"));
        assertThat(new SettingsFile(folder.resolve("settings.json"))
                        .load()
                        .settings()
                        .theme())
                .isEqualTo("dark");
    }

    @Test
    void aBadFileIsExplainedInTheBarAndTheBarCloses() throws IOException {
        Path bad = folder.resolve("bad.txt");
        Files.writeString(bad, "no dump at all");
        Node bar = find("message-bar");
        assertThat(bar.isVisible()).isFalse();
        fx(() -> {
            wiring.open(bad.toString());
            return null;
        });
        assertThat(bar.isVisible()).isTrue();
        Label text = find("message-text");
        assertThat(text.getText()).contains("bad.txt");
        robot.clickOn("#message-close");
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void aBrokenRegisterLayoutIsSaidAndLeftOut() throws IOException {
        Path layouts = Files.createDirectory(folder.resolve("layouts"));
        Files.writeString(layouts.resolve("a.json"), "{");
        Files.writeString(layouts.resolve("b.json"), "{}");

        Message message = fx(() -> {
            Wiring broken = new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json")));
            broken.fill(new Stage());
            return broken.model().messageProperty().get().orElseThrow();
        });

        assertThat(message.kind()).isEqualTo(Message.Kind.FAILED);
        assertThat(message.text()).contains("a.json").endsWith("(1 more like this)");
        assertThat(message.details().orElseThrow().lines()).hasSize(2);
    }

    @Test
    void theAskBoxAnswersWhileTyping() {
        openFlagship();
        robot.clickOn("#ask-field").write("0x0cff").type(KeyCode.ENTER);
        Label answer = find("ask-answer");
        assertThat(answer.getText()).contains("SDI 254 of 0c:00.0");
        assertThat(wiring.selection().get()).contains(new Target.OfRid(FunctionAddress.of("0c:1f.7")));
    }

    @Test
    void theFilterNarrowsTheOutline() {
        openFlagship();
        TextField filter = find("outline-filter");
        fx(() -> {
            filter.setText("nvidia");
            return null;
        });
        TreeTableView<?> table = find("outline-table");
        assertThat(table.getExpandedItemCount()).isEqualTo(8);
    }

    @Test
    void eitherPictureCanStandAlone() {
        openFlagship();
        robot.clickOn("#view-rid-map");
        assertThat(robot.lookup("#topology").tryQuery()).isEmpty();
        assertThat(robot.lookup("#rid-map").tryQuery()).isPresent();
        robot.clickOn("#view-rid-map");
        assertThat(wiring.model().viewModeProperty().get()).isEqualTo(ViewMode.RID_MAP);
        robot.clickOn("#view-both");
        assertThat(robot.lookup("#topology").tryQuery()).isPresent();
    }

    @Test
    void helpFillsTheMiddleAndEscClosesIt() {
        openFlagship();
        robot.type(KeyCode.F1);
        assertThat(robot.lookup("#help-shortcuts").tryQuery()).isPresent();
        assertThat(robot.lookup("#topology").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#topology").tryQuery()).isPresent();
    }

    @Test
    void downLeavesTheFilterForTheTree() {
        openFlagship();
        TextField filter = find("outline-filter");
        fx(() -> {
            filter.requestFocus();
            return null;
        });
        robot.type(KeyCode.DOWN);
        assertThat(this.<Node>find("outline-table").isFocused()).isTrue();
    }

    @Test
    void theMenuMarksTheViewThatIsShown() {
        fx(() -> {
            wiring.model().viewModeProperty().set(ViewMode.RID_MAP);
            return null;
        });
        MenuBar bar = find("menu-bar");
        assertThat(bar.getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> item instanceof RadioMenuItem radio && radio.isSelected())
                        .map(MenuItem::getId))
                .containsExactly("menu-view-rid-map");
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName() {
        openFlagship();
        select(DPU);
        List<Node> nameless = new ArrayList<>();
        walk(stage.getScene().getRoot(), node -> {
            boolean named =
                    hasText(node.getAccessibleText()) || node instanceof Labeled labeled && hasText(labeled.getText());
            if (node.isFocusTraversable() && shown(node) && !named) {
                nameless.add(node);
            }
            return true;
        });
        assertThat(nameless).isEmpty();
    }

    @Test
    void aFailureOnTheDrawingThreadIsShownWithItsCode() {
        fx(() -> {
            wiring.uncaught(new IllegalStateException("broken"));
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        Label text = find("message-text");
        assertThat(text.getText()).contains("broken").containsPattern("R-[0-9a-f]{6}");
        assertThat(robot.lookup("#message-copy").tryQuery()).isPresent();
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void walk(Node node, Predicate<Node> visitor) {
        if (visitor.test(node) && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
        }
    }

    private static List<String> texts(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(n -> n instanceof Label label ? Stream.of(label.getText()) : Stream.empty())
                .toList();
    }

    private String selectedRow() {
        TreeTableView<?> table = find("outline-table");
        TreeItem<?> item = table.getSelectionModel().getSelectedItem();
        return item == null ? "nothing" : item.getValue().toString();
    }

    private static Mark mark(DiagramCanvas canvas, Target target) {
        return canvas.diagram().orElseThrow().marksOf(target).stream()
                .filter(m -> !(m instanceof Mark.Wire || m instanceof Mark.Label))
                .findFirst()
                .orElseThrow();
    }

    private static Point2D onScreen(DiagramCanvas canvas, Rect rect) {
        Rect place = canvas.onCanvas(rect);
        return fx(() -> canvas.localToScreen(place.centerX(), place.centerY()));
    }

    private void awaitSelection() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> wiring.selection().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Colour of the topology's ground, at its lower right corner. */
    private Color pixel() {
        DiagramCanvas canvas = find("topology-canvas");
        return fx(() -> canvas.snapshot(null, null)
                .getPixelReader()
                .getColor((int) canvas.getWidth() - 2, (int) canvas.getHeight() - 2));
    }
}
