package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** The ways back to something: history, bookmarks and notes, by keyboard. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class GoWindowTest {

    private static final Target DPU = new Target.OfFunction(FunctionAddress.of("0c:00.0"));
    private static final Target DRIVE = new Target.OfFunction(FunctionAddress.of("0d:00.0"));

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
        window.openFlagship();
        select(DPU);
    }

    private void select(Target target) {
        window.act(() -> window.wiring().selection().select(target));
    }

    @Test
    void altArrowsGoThroughSelectionsWhateverViewIsShown() {
        select(DRIVE);
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.RID_MAP));
        window.robot().push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.wiring().selection().get()).contains(DPU);
        window.robot().push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(window.wiring().selection().get()).contains(DRIVE);
        assertThat(window.<Node>find("forward").isDisabled()).isTrue();
        window.robot().clickOn("#back");
        assertThat(window.wiring().selection().get()).contains(DPU);
    }

    @Test
    void anotherHostHasAHistoryOfItsOwn() {
        select(DRIVE);
        window.act(() -> window.wiring().open("sample:laptop-vmd"));
        assertThat(window.<Node>find("back").isDisabled()).isTrue();
    }

    @Test
    void aBookmarkIsListedAndReached() {
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        select(DRIVE);
        window.robot().push(KeyCode.F2);
        assertThat(window.wiring().selection().get()).contains(DPU);
        assertThat(bookmarks())
                .singleElement()
                .extracting(MenuItem::getText)
                .asString()
                .startsWith("0000:0c:00.0");
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        assertThat(bookmarks()).isEmpty();
    }

    private List<MenuItem> bookmarks() {
        return Toolkit.on(() -> window.<MenuBar>find("menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "menu-bookmarks".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .toList());
    }

    @Test
    void aNoteIsWrittenBesideItsFileWhenTheKeyboardLeavesIt() throws IOException {
        Path file = folder.resolve("host.txt");
        Files.writeString(file, "00:00.0 Host bridge: Intel Corporation Device 1234\n");
        window.act(() -> window.wiring().open(file.toString()));
        select(new Target.OfFunction(FunctionAddress.of("00:00.0")));
        Path side = folder.resolve("host.txt.ridscope-notes.json");
        window.robot().push(KeyCode.CONTROL, KeyCode.M);
        TextArea text = window.find("note-text");
        assertThat(text.isFocused()).isTrue();
        window.robot().write("slow");
        assertThat(side).doesNotExist();
        window.robot().type(KeyCode.TAB);
        assertThat(text.isFocused()).isFalse();
        assertThat(side).content().contains("\"slow\"").contains("0000:00:00.0");
    }

    @Test
    void aNoteThatIsBeingWrittenIsKeptWhenTheWindowCloses() throws IOException {
        window.robot().push(KeyCode.CONTROL, KeyCode.M);
        window.robot().write("later");
        window.act(window.stage()::close);
        try (var files = Files.list(folder.resolve("notes"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file).content().contains("later"));
        }
    }

    @Test
    void theOutlineMarksWhatHasANote() {
        assertThat(window.seen(node -> node.getStyleClass().contains("note-sign")))
                .isEmpty();
        window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        assertThat(window.seen(node -> node.getStyleClass().contains("icon-bookmark")))
                .hasSize(1);
    }
}
