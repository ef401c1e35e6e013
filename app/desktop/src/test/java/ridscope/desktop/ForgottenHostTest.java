package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.document.Document;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.testing.TestWindow;
import ridscope.desktop.testing.Toolkit;
import ridscope.desktop.topology.TopologyView;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** A host that is shown no more is kept by nobody: ten large ones, one after the other, need the memory of one. */
@Tag("ui")
@ExtendWith(Toolkit.class)
class ForgottenHostTest {

    @TempDir
    private Path folder;

    private TestWindow window;
    private final List<WeakReference<?>> shown = new ArrayList<>();

    @BeforeEach
    void show() {
        window = TestWindow.show(folder);
    }

    @Test
    void aHostIsForgottenWhenAnotherIsOpened() throws TimeoutException {
        open();
        for (ViewMode mode : ViewMode.values()) {
            lookAround(mode);
        }
        askAndUnfold();
        openAnother();
        awaitForgotten();
    }

    @Test
    void tenHostsOneAfterTheOtherNeedNoMoreThanOne() throws TimeoutException {
        ViewMode[] modes = ViewMode.values();
        for (int i = 0; i < 10; i++) {
            open();
            lookAround(modes[i % modes.length]);
        }
        openAnother();
        assertThat(shown).hasSize(20);
        awaitForgotten();
    }

    private void open() {
        window.openFlagship();
        Document now = window.wiring().document().get().orElseThrow();
        shown.add(new WeakReference<>(now.topology()));
        shown.add(new WeakReference<>(now.snapshot()));
    }

    private void openAnother() {
        window.act(() -> window.wiring().open("sample:laptop-vmd"));
    }

    private void lookAround(ViewMode mode) {
        window.act(() -> window.wiring().model().viewModeProperty().set(mode));
        if (window.has("compare-sample-laptop-vmd")) {
            window.act(() -> window.<Button>find("compare-sample-laptop-vmd").fire());
        }
        select(new Target.OfFunction(FunctionAddress.of("03:11.7")));
        select(new Target.OfSdis(FunctionAddress.of("0c:00.0")));
    }

    private void askAndUnfold() {
        window.act(() -> window.wiring().model().viewModeProperty().set(ViewMode.BOTH));
        type("ask-field", "vfs>0");
        type("ask-field", "");
        type("outline-filter", "nvme");
        type("outline-filter", "");
        TopologyView topology = window.find("topology");
        window.act(() -> topology.model().unfoldAll());
        select(new Target.OfFunction(FunctionAddress.of("43:00.0")));
    }

    private void select(Target target) {
        window.act(() -> window.wiring().selection().select(target));
    }

    private void type(String field, String words) {
        TextField into = window.find(field);
        window.act(() -> into.setText(words));
    }

    private void awaitForgotten() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            return shown.stream().allMatch(reference -> reference.get() == null);
        });
    }
}
