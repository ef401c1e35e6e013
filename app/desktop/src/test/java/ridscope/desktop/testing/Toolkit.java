package ridscope.desktop.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;
import ridscope.desktop.theme.Fonts;

/**
 * Starts the toolkit once for all tests. Where its native libraries are missing the tests are skipped with a sentence, or
 * fail when property {@code ridscope.ui} is {@code required}. A failure or a logged warning fails the test; windows are
 * closed after each.
 */
public final class Toolkit implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final String MISSING = "the JavaFX toolkit cannot start here; on Debian it needs the packages"
            + " libgtk-3-0 libgl1 libxtst6 libxxf86vm1 libfreetype6 libpangoft2-1.0-0 fonts-dejavu-core,"
            + " and xvfb xauth where there is no display";

    /** In milliseconds. */
    private static final long PATIENCE = 30_000;

    private static Optional<Throwable> startFailure;

    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    /** The toolkit complains of style sheets and missing libraries in the log, which a user sees on the error stream. */
    private final Handler complaints = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                failures.add(new AssertionError(line.getLoggerName() + ": " + line.getMessage(), line.getThrown()));
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        Optional<Throwable> failure = start();
        if (failure.isPresent() && System.getProperty("ridscope.ui", "auto").equals("required")) {
            throw new AssertionError(MISSING, failure.get());
        }
        Assumptions.assumeTrue(failure.isEmpty(), () -> MISSING + " (" + failure.get() + ")");
    }

    private static synchronized Optional<Throwable> start() throws InterruptedException {
        if (startFailure == null) {
            startFailure = tryToStart();
        }
        return startFailure;
    }

    private static Optional<Throwable> tryToStart() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        List<Throwable> failed = Collections.synchronizedList(new ArrayList<>());
        try {
            Platform.startup(() -> {
                try {
                    Platform.setImplicitExit(false);
                    Application.setUserAgentStylesheet(Application.STYLESHEET_MODENA);
                    Fonts.register();
                    // Fonts come in with the first text; they have native libraries of their own.
                    new Text("x").getLayoutBounds();
                } catch (RuntimeException | LinkageError e) {
                    failed.add(e);
                }
                started.countDown();
            });
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e);
        }
        if (!started.await(20, TimeUnit.SECONDS)) {
            return Optional.of(new IllegalStateException("no answer from the toolkit within 20 s"));
        }
        return failed.stream().findFirst();
    }

    /** Does something on the toolkit's thread, lets it lay out, and hands the result back. */
    public static <T> T on(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        failures.clear();
        Logger.getLogger("").addHandler(complaints);
        on(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            return null;
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        Logger.getLogger("").removeHandler(complaints);
        if (!failures.isEmpty()) {
            AssertionError error =
                    new AssertionError("a failure or a warning on the drawing thread: " + failures.get(0));
            failures.forEach(error::addSuppressed);
            throw error;
        }
    }
}
