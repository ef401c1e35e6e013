package ridscope.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.theme.Fonts;

/**
 * Starts the toolkit once for tests of views. Where it cannot start, such tests are skipped with a sentence; with system
 * property {@code ridscope.ui} set to {@code required} they fail.
 */
public final class Toolkit implements BeforeAllCallback {

    private static final long PATIENCE = 30;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (Exception | LinkageError e) {
            if ("required".equals(System.getProperty("ridscope.ui"))) {
                throw new IllegalStateException("the toolkit does not start", e);
            }
            Assumptions.abort("views are not tested: the toolkit needs a display or profile headless, and the packages"
                    + " libgtk-3-0, libgl1, libxtst6 and a font: " + e);
        }
        Platform.setImplicitExit(false);
        on(() -> {
            Fonts.register();
            return null;
        });
    }

    /** Does something on the toolkit's thread, lets it lay out, and hands the result back. */
    public static <T> T on(Callable<T> work) throws Exception {
        T result = WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(work));
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }
}
