package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.document.Documents;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.PluggedHosts;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.file.WholeFile;
import ridscope.host.HostSnapshot;
import ridscope.report.DiffRow;
import ridscope.report.Difference;
import ridscope.rid.FunctionAddress;
import ridscope.source.json.SnapshotWriter;

/** What changed between these two boots, asked in the window. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class CompareWindowTest {

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() throws Exception {
        Path earlier = folder.resolve("earlier.json");
        save(PluggedHosts.first(), earlier);
        new SettingsFile(folder.resolve("settings.json")).save(Settings.DEFAULT.withRecent(earlier.toString()));
        window = TestWindow.show(folder);
        window.act(() -> window.wiring().model().open(Documents.source("later", PluggedHosts.bothRebound())));
    }

    private static void save(HostSnapshot snapshot, Path file) throws Exception {
        WholeFile.write(file, out -> SnapshotWriter.write(snapshot, out));
    }

    private void compare() {
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.act(() -> window.<Button>find("compare-recent-0").fire());
    }

    @Test
    void thePictureOfBothHostsNamesThem() {
        compare();
        window.robot().push(KeyCode.CONTROL, KeyCode.E);
        assertThat(window.<DiagramCanvas>find("export-canvas")
                        .diagram()
                        .orElseThrow()
                        .title())
                .startsWith("RID map of two hosts · before earlier.json · after later · segment 0000");
    }

    private List<DiffRow> rows() {
        return List.copyOf(window.<TableView<DiffRow>>find("compare-table").getItems());
    }

    private String text(String id) {
        return window.<ToggleButton>find(id).getText();
    }

    @Test
    void thereIsAChoiceOfWhatToCompareWithAndThenTheAnswer() {
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(window.has("compare-choice")).isTrue();
        assertThat(window.has("choose-compare-with")).isTrue();
        assertThat(window.<Node>find("choose-compare-opened").isVisible()).isFalse();
        assertThat(window.has("compare-sample-siov-server")).isTrue();
        compare();
        assertThat(window.has("compare-choice")).isFalse();
        assertThat(window.<Label>find("compare-before").getText()).isEqualTo("earlier.json");
        assertThat(window.<Label>find("compare-after").getText()).isEqualTo("later");
        assertThat(text("compare-new")).isEqualTo("1 new");
        assertThat(text("compare-changed")).isEqualTo("1 changed");
        assertThat(text("compare-gone")).isEqualTo("0 gone");
        assertThat(text("compare-same")).isEqualTo("3 unchanged");
        assertThat(rows()).hasSize(2);
        DiagramCanvas map = window.find("compare-map");
        assertThat(map.marksDrawn()).isGreaterThan(10);
        Region gutter = window.find("compare-map-gutter");
        double width = gutter.getWidth();
        assertThat(map.getLayoutX()).isEqualTo(width).isGreaterThan(20);
        window.act(() -> map.zoom(4));
        assertThat(gutter.getWidth()).as("at another scale").isEqualTo(width);
        assertThat(window.<Region>find("compare-map-legend").getHeight()).isGreaterThan(15);
    }

    @Test
    void kindsAreSwitchedSwappedAndARowSelectsItsFunctionEverywhere() {
        compare();
        window.robot().clickOn("#compare-changed");
        assertThat(rows()).extracting(row -> row.fate().id()).containsExactly("new");
        window.robot().clickOn("#compare-swap");
        assertThat(text("compare-gone")).isEqualTo("1 gone");
        assertThat(window.<Label>find("compare-before").getText()).isEqualTo("later");
        window.robot().clickOn("#compare-swap");
        window.act(() -> window.<TableView<DiffRow>>find("compare-table")
                .getSelectionModel()
                .select(0));
        assertThat(window.wiring().selection().get()).contains(new Target.OfFunction(FunctionAddress.of("05:00.0")));
        TableView<Difference> details = window.find("compare-details");
        assertThat(details.getItems())
                .anyMatch(d -> d.what().equals("driver") && d.after().equals("nvme"));
    }

    @Test
    void theNextWindowBeginsWithTheViewOfTheOneThatWasClosedLast() {
        compare();
        window.act(() -> window.stage().hide());
        window = TestWindow.show(folder);
        assertThat(window.wiring().model().viewModeProperty().get()).isEqualTo(ViewMode.COMPARE);
        window.openFlagship();
        assertThat(window.has("compare-choice")).isTrue();
    }

    @Test
    void theSelectionOfOtherViewsIsFoundInTheTable() {
        compare();
        window.act(() -> window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of("01:00.0"))));
        TableView<DiffRow> table = window.find("compare-table");
        assertThat(table.getSelectionModel().getSelectedItem().what()).contains("driver ice → vfio-pci");
    }

    @Test
    void rowsAreCopiedByKeyboardAndTheFilterTakesIt() {
        compare();
        window.act(() -> {
            TableView<DiffRow> table = window.find("compare-table");
            table.requestFocus();
            table.getSelectionModel().selectAll();
        });
        window.robot().push(KeyCode.CONTROL, KeyCode.C);
        assertThat(Toolkit.on(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("Kind\tOld address\t")
                .hasLineCount(3);
        window.robot().push(KeyCode.CONTROL, KeyCode.F);
        window.robot().write("nvme");
        assertThat(rows()).extracting(row -> row.fate().id()).containsExactly("new");
    }

    @Test
    void whatCannotBeReadIsSaidInTheBarOfMessages() throws Exception {
        compare();
        Files.writeString(folder.resolve("earlier.json"), "no host at all");
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.BOTH));
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.act(() -> window.<MenuButton>find("compare-choose").getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow()
                .getItems()
                .get(0)
                .fire());
        assertThat(window.<Label>find("message-text").getText()).isNotBlank();
        assertThat(rows()).hasSize(2);
    }
}
