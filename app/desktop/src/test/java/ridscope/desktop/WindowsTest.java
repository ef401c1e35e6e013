package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.document.Document;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;

/** Several windows of one program: what is theirs alone and what they share. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class WindowsTest {

    @TempDir
    private Path folder;

    private SettingsFile file;
    private Windows windows;
    private final Stage[] stages = new Stage[2];
    private Wiring first;
    private Wiring second;

    @BeforeEach
    void show() {
        file = new SettingsFile(folder.resolve("settings.json"));
        Toolkit.on(() -> {
            windows = Wiring.windows(TaskRunner::direct, file);
            stages[0] = new Stage();
            stages[1] = new Stage();
            first = windows.open(stages[0], Optional.of("sample:siov-server"));
            second = windows.open(stages[1], Optional.of("sample:laptop-vmd"));
            return null;
        });
    }

    private static void act(Runnable action) {
        Toolkit.on(() -> {
            action.run();
            return null;
        });
    }

    private Settings saved() {
        return file.load().settings();
    }

    @Test
    void eachHasAHostAndViewsOfItsOwn() {
        assertThat(stages[0].getTitle()).isNotEqualTo(stages[1].getTitle());
        act(() -> first.model().viewModeProperty().set(ViewMode.RID_MAP));
        assertThat(second.model().viewModeProperty().get()).isEqualTo(ViewMode.BOTH);
    }

    @Test
    void themeAndTextSizeHoldForAll() {
        act(() -> button(stages[0], "theme").fire());
        for (Stage stage : stages) {
            assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("tokens-dark.css"));
        }
        assertThat(saved().theme()).isEqualTo("dark");
    }

    private static ButtonBase button(Stage stage, String id) {
        return (ButtonBase) stage.getScene().lookup("#" + id);
    }

    @Test
    void noneLosesWhatAnotherPutIntoTheSettings() throws IOException {
        Path a = Files.writeString(folder.resolve("a.txt"), "00:00.0 Host bridge: Intel Corporation Device 1234\n");
        Path b = Files.writeString(folder.resolve("b.txt"), "00:00.0 Host bridge: Intel Corporation Device 1236\n");
        act(() -> {
            first.model().open(a);
            second.model().open(b);
            first.model().findingsShownProperty().set(false);
        });
        // Another process of RIDscope changes them as well.
        file.save(saved().withCommand("fit"));
        act(() -> stages[1].close());
        assertThat(saved().recentFiles()).containsExactly(b.toString(), a.toString());
        assertThat(saved().findings()).isFalse();
        act(() -> button(stages[0], "theme").fire());
        assertThat(saved().recent().commands()).containsExactly("fit");
    }

    @Test
    void closingOneLeavesTheOtherAndQuittingClosesAll() {
        act(stages[1]::close);
        assertThat(stages[0].isShowing()).isTrue();
        assertThat(windows.count()).isEqualTo(1);
        act(stages[0]::requestFocus);
        new FxRobot().push(KeyCode.CONTROL, KeyCode.Q);
        assertThat(windows.count()).isZero();
    }

    /** All windows share settings and look, which live as long as the program. */
    @Test
    void closingOneForgetsItsHost() throws TimeoutException {
        WeakReference<Document> host =
                new WeakReference<>(second.document().get().orElseThrow());
        act(stages[1]::close);
        second = null;
        stages[1] = null;
        act(stages[0]::requestFocus);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            return host.get() == null;
        });
    }

    @Test
    void aNewWindowIsEmptyAndStandsBesideTheOther() {
        act(() -> windows.open(new Stage(), Optional.empty()));
        assertThat(windows.count()).isEqualTo(3);
    }
}
