package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** For whom what moves is too much. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class MotionWindowTest {

    @TempDir
    private Path folder;

    private static CheckMenuItem item(TestWindow window) {
        return (CheckMenuItem) window.<MenuBar>find("menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> !(item instanceof Menu) && ("menu-" + Command.REDUCE_MOTION.id()).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePictureJumpsToTheSelectionAndTheNextWindowDoesToo() {
        TestWindow window = TestWindow.show(folder);
        window.openFlagship();
        window.act(() -> window.wiring().selection().select(new Target.OfFunction(FunctionAddress.of("0c:00.0"))));
        assertThat(item(window).isSelected()).isFalse();
        DiagramCanvas topology = window.find("topology-canvas");
        MenuItem zoom = window.<MenuBar>find("menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> ("menu-" + Command.ZOOM_SELECTION.id()).equals(item.getId()))
                .findFirst()
                .orElseThrow();
        window.act(() -> item(window).fire());
        double before = topology.scale();
        window.act(() -> {
            zoom.fire();
            assertThat(topology.scale()).as("at once").isGreaterThan(before);
        });
        assertThat(new SettingsFile(folder.resolve("settings.json"))
                        .load()
                        .settings()
                        .look()
                        .still())
                .isTrue();
        window.act(() -> window.stage().hide());
        assertThat(item(TestWindow.show(folder)).isSelected()).isTrue();
    }
}
