package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.command.Command;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;

/** The command palette, by keyboard alone. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class PaletteWindowTest {

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
    }

    private void palette() {
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void typingANameAndEnterRunsTheCommandAndRemembersIt() {
        window.openFlagship();
        palette();
        assertThat(window.<Node>find("palette-field").isFocused()).isTrue();
        window.robot().write("ridmap").type(KeyCode.ENTER);
        assertThat(window.wiring().model().viewModeProperty().get()).isEqualTo(ViewMode.RID_MAP);
        assertThat(window.<Node>find("palette").isVisible()).isFalse();
        assertThat(new SettingsFile(folder.resolve("settings.json"))
                        .load()
                        .settings()
                        .recent()
                        .commands())
                .containsExactly(Command.VIEW_RID_MAP.id());
    }

    @Test
    void theListFollowsTheArrowsAndNeverTakesTheKeyboard() {
        palette();
        ListView<?> list = window.find("palette-list");
        window.robot().type(KeyCode.DOWN, 2).type(KeyCode.TAB).type(KeyCode.UP);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(window.<Node>find("palette-field").isFocused()).isTrue();
        window.robot().type(KeyCode.PAGE_UP);
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(window.<Node>find("palette-field").getAccessibleHelp()).isNotBlank();
    }

    @Test
    void oneThatCannotBeDoneStaysWithItsReason() {
        palette();
        window.robot().write("export").type(KeyCode.ENTER);
        Node palette = window.find("palette");
        assertThat(palette.isVisible()).isTrue();
        ListView<?> list = window.find("palette-list");
        assertThat(list.getSelectionModel().getSelectedItem()).hasToString("Export, Open a host first.");
    }

    @Test
    void escapeGivesTheKeyboardBack() {
        window.openFlagship();
        Node table = window.find("outline-table");
        window.act(table::requestFocus);
        palette();
        window.robot().type(KeyCode.ESCAPE);
        assertThat(window.<Node>find("palette").isVisible()).isFalse();
        assertThat(table.isFocused()).isTrue();
    }

    @Test
    void aClickElsewhereClosesIt() {
        window.openFlagship();
        palette();
        window.robot().clickOn("#outline-filter");
        assertThat(window.<Node>find("palette").isVisible()).isFalse();
    }
}
