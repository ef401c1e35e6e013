package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** The RID map by keyboard alone. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class MapWalkTest {

    @TempDir
    private Path folder;

    private TestWindow window;
    private DiagramCanvas map;

    @BeforeEach
    void open() {
        window = TestWindow.show(folder);
        window.openFlagship();
        map = window.find("rid-map-canvas");
        window.act(map::requestFocus);
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            window.act(() ->
                    Event.fireEvent(map, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
        }
    }

    private void select(String address) {
        window.act(() -> window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of(address))));
    }

    private Optional<Target> selected() {
        return window.wiring().selection().get();
    }

    private List<String> card() {
        return Toolkit.on(() -> window.find("rid-card").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
    }

    @Test
    void theCardTellsOfEachCellEvenOfEmptyOnes() {
        select("03:00.0");
        press(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(window.<Node>find("rid-card").isVisible()).isTrue();
        assertThat(card())
                .containsExactly(
                        "03:00.2 · 0x0302 · 770 · ARI function 2",
                        "nobody claims it",
                        "bus 03 routed by 00:01.0 → 01:00.0 → 02:00.0");
        assertThat(map.getAccessibleText())
                .isEqualTo("03:00.2 · 0x0302 · 770 · ARI function 2. nobody claims it. "
                        + "bus 03 routed by 00:01.0 → 01:00.0 → 02:00.0");
        assertThat(selected())
                .as("walking selects nothing")
                .contains(new Target.OfFunction(FunctionAddress.of("03:00.0")));
    }

    @Test
    void enterSelectsWhatIsThere() {
        select("03:00.0");
        press(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(selected()).contains(new Target.OfFunction(FunctionAddress.of("03:00.1")));
        press(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(selected()).contains(new Target.OfRid(FunctionAddress.of("03:00.2")));
    }

    @Test
    void spaceUnfoldsAndFoldsEmptyBuses() {
        select("0d:00.0");
        press(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(card()).contains("buses 0f to 3f are folded: Space unfolds them");
        double folded = map.diagram().orElseThrow().height();
        press(KeyCode.SPACE);
        assertThat(map.diagram().orElseThrow().height()).isGreaterThan(folded + 48 * 19);
        assertThat(card()).noneMatch(line -> line.contains("folded"));
        press(KeyCode.DOWN);
        assertThat(card()).anyMatch(line -> line.startsWith("10:00.0"));
        press(KeyCode.SPACE);
        assertThat(map.diagram().orElseThrow().height()).isEqualTo(folded);
        run(Command.UNFOLD_BUSES);
        assertThat(map.diagram().orElseThrow().height()).isGreaterThan(256 * 19);
        run(Command.FOLD_BUSES);
        assertThat(map.diagram().orElseThrow().height()).isEqualTo(folded);
    }

    private void run(Command command) {
        Toolkit.on(() -> {
            MenuBar bar = window.find("menu-bar");
            bar.getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .flatMap(item -> item instanceof Menu sub ? sub.getItems().stream() : Stream.of(item))
                    .filter(item -> ("menu-" + command.id()).equals(item.getId()))
                    .forEach(MenuItem::fire);
            return null;
        });
        window.act(() -> {});
    }

    private String clipboard() {
        return Toolkit.on(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void theCellWhereTheKeyboardIsCanBeCopied() {
        select("0c:00.0");
        press(KeyCode.END);
        run(Command.COPY_BDF);
        assertThat(clipboard()).isEqualTo("0c:1f.7");
        run(Command.COPY_HEX);
        assertThat(clipboard()).isEqualTo("0x0cff");
        run(Command.COPY_DECIMAL);
        assertThat(clipboard()).isEqualTo("3327");
        select("0d:00.0");
        run(Command.COPY_BDF);
        assertThat(clipboard()).as("what is selected since").isEqualTo("0d:00.0");
    }

    @Test
    void columnsCanBeNumberedAsAriFunctions() {
        run(Command.ARI_NUMBERS);
        assertThat(map.diagram().orElseThrow().title()).endsWith("column = ARI function number");
        run(Command.ARI_NUMBERS);
        assertThat(map.diagram().orElseThrow().title()).endsWith("column = device.function, hexadecimal");
    }

    @Test
    void escapeTakesTheCardAway() {
        press(KeyCode.RIGHT);
        assertThat(window.<Node>find("rid-card").isVisible()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(window.<Node>find("rid-card").isVisible()).isFalse();
    }
}
