package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.desktop.command.Command;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** Nothing in the window that can be pressed lacks a name, a way to it by keyboard, or a keystroke of its own. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class EveryControlTest {

    /** Before anything is open, and each view with a function selected. */
    private static final String NOTHING_OPEN = "nothing-open";

    /** The page for exporting. */
    private static final String EXPORT = "export";

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
    }

    private void arrange(String screen) {
        if (screen.equals(NOTHING_OPEN)) {
            return;
        }
        window.openFlagship();
        window.act(() -> {
            window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of("0c:00.0")));
            if (!screen.equals(EXPORT)) {
                window.wiring().model().viewModeProperty().set(ViewMode.valueOf(screen));
            }
        });
        if (screen.equals(EXPORT)) {
            window.robot().push(KeyCode.CONTROL, KeyCode.E);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING_OPEN, "BOTH", "BUS_PLAN", "COMPARE", EXPORT})
    void whatCanBePressedOrTypedIntoHasAName(String screen) {
        arrange(screen);
        List<Node> nameless = window.seen(node -> (node instanceof ButtonBase || node.isFocusTraversable())
                && !partOfAnother(node)
                && name(node).isEmpty());
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING_OPEN, "BOTH", "BUS_PLAN", "COMPARE", EXPORT})
    void tabReachesEverythingThatTakesTheKeyboard(String screen) {
        arrange(screen);
        Set<Node> wanted = new HashSet<>(
                window.seen(node -> node.isFocusTraversable() && !node.isDisabled() && !partOfAnother(node)));
        List<Node> deaf = window.seen(node ->
                node instanceof ButtonBase && !node.isDisabled() && !partOfAnother(node) && !node.isFocusTraversable());
        assertThat(deaf).as("buttons that Tab leaves out").isEmpty();
        Set<Node> reached = Toolkit.on(() -> tab(wanted.size() + 20));
        wanted.removeAll(reached);
        // Of buttons that exclude each other Tab reaches the chosen one, arrows the others.
        wanted.removeIf(node -> node instanceof ToggleButton button
                && button.getToggleGroup() != null
                && button.getToggleGroup().getToggles().stream().anyMatch(reached::contains));
        assertThat(wanted).as("never had the keyboard").isEmpty();
    }

    /** Presses Tab that often. */
    private Set<Node> tab(int times) {
        Set<Node> reached = new HashSet<>();
        Scene scene = window.stage().getScene();
        for (int i = 0; i < times; i++) {
            reached.add(scene.getFocusOwner());
            KeyEvent tab = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false);
            Event.fireEvent(scene.getFocusOwner(), tab);
        }
        return reached;
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING_OPEN, "BOTH"})
    void menuItemsAreCommandsOrSayWhatTheyAre(String screen) {
        arrange(screen);
        Set<String> ids = Arrays.stream(Command.values())
                .map(command -> "menu-" + command.id())
                .collect(Collectors.toSet());
        List<MenuItem> items = items(window.<MenuBar>find("menu-bar").getMenus().stream());
        assertThat(items)
                .filteredOn(item -> item.getText() == null || item.getText().isBlank())
                .isEmpty();
        assertThat(items)
                .filteredOn(item -> item.getId() != null && item.getId().startsWith("menu-"))
                .filteredOn(item -> !(item instanceof Menu))
                .allSatisfy(item -> assertThat(ids).contains(item.getId()));
        assertThat(items.stream().map(MenuItem::getId).filter(ids::contains)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void noKeystrokeMeansTwoThings() {
        List<KeyCombination> keys = new ArrayList<>();
        for (MenuItem item : items(window.<MenuBar>find("menu-bar").getMenus().stream())) {
            Optional.ofNullable(item.getAccelerator()).ifPresent(keys::add);
        }
        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<MenuItem> items(Stream<? extends MenuItem> menus) {
        return menus.filter(item -> !(item instanceof SeparatorMenuItem))
                .flatMap(item -> item instanceof Menu menu
                        ? Stream.concat(Stream.of(item), items(menu.getItems().stream()).stream())
                        : Stream.of(item))
                .toList();
    }

    /** A scroll bar's arrows, a field's button to clear it, a tab's header: what they belong to is reached and answers for them. */
    private static boolean partOfAnother(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            List<String> classes = above.getStyleClass();
            if (classes.contains("scroll-bar")
                    || classes.contains("tab-header-area")
                    || classes.contains("menu-bar")
                    || classes.contains("clear-button")
                    || classes.contains("menu-button")
                    || classes.contains("combo-box")
                    || classes.contains("spinner")
                    || classes.contains("column-header")) {
                return true;
            }
        }
        return node.getStyleClass().contains("clear-button");
    }

    private static Optional<String> name(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : null;
        return Stream.of(Optional.ofNullable(node.getAccessibleText()), Optional.ofNullable(text))
                .flatMap(Optional::stream)
                .filter(words -> !words.isBlank())
                .findFirst();
    }
}
