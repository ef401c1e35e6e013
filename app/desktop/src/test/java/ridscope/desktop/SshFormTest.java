package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.Toolkit;

/** The form for hosts behind ssh, driven by pointer and keys. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class SshFormTest {

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void show() {
        fx(() -> {
            Stage stage = new Stage();
            new Wiring(TaskRunner::direct, new SettingsFile(folder.resolve("settings.json"))).fill(stage);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return null;
        });
    }

    private static <T> T fx(Callable<T> action) {
        T result = WaitForAsyncUtils.waitForAsyncFx(30_000, action);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as TestFX's query() itself
    private <T extends Node> T find(String id) {
        return robot.lookup("#" + id).query();
    }

    @Test
    void itTakesAHostSaysWhatIsWrongWithItAndCloses() {
        assertThat(this.<Node>find("ssh-bar").isVisible()).isFalse();
        robot.clickOn("#welcome-open-ssh");
        assertThat(this.<Node>find("ssh-bar").isVisible()).isTrue();
        assertThat(this.<Node>find("ssh-target").isFocused()).isTrue();
        assertThat(this.<Button>find("ssh-open").isDisabled()).isTrue();

        robot.write("db7:x").clickOn("#ssh-open");

        assertThat(this.<Label>find("message-text").getText()).contains("db7:x", "port");
        robot.clickOn("#ssh-target").type(KeyCode.ESCAPE);
        assertThat(this.<Node>find("ssh-bar").isVisible()).isFalse();
    }

    @Test
    void theScriptGoesToTheClipboard() {
        robot.clickOn("#welcome-open-ssh").clickOn("#ssh-copy");

        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).startsWith("#!/bin/sh");
        assertThat(this.<Label>find("message-text").getText()).contains("Run it there with sh");
    }
}
