package ridscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import ridscope.desktop.Wiring;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.ViewMode;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.topology.TopologyView;
import ridscope.source.SnapshotException;
import ridscope.source.json.SnapshotWriter;

/**
 * The window on a large host: how long the thread that draws is held by opening, selecting, asking and planning, and how
 * much work of ours is in a frame while pictures are panned and zoomed. Needs a display; {@code -Dprism.order=sw} for the
 * toolkit without a graphics card. Argument: the host to open; without one, eleven {@link FullSegment}s.
 */
public final class WindowBench {

    private static final String WORK = "ridscope-work";

    /** Nothing happens when the threads that work have worked less than that in that time; nanoseconds, milliseconds. */
    private static final long QUIET_CPU = TimeUnit.MILLISECONDS.toNanos(8);

    private static final long QUIET = 300;
    private static final int PULSES = 300;

    /** Of the host that is made, which then has 22,605 functions. */
    private static final int SEGMENTS = 11;

    private final Path host;
    private final Wiring wiring;
    private final Stage stage;
    private final Busy busy = new Busy();

    private WindowBench(Path host, Wiring wiring, Stage stage) {
        this.host = host;
        this.wiring = wiring;
        this.stage = stage;
    }

    /** Measures and says what it measured. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ridscope-bench");
        Path host = arguments.length > 0 ? Path.of(arguments[0]) : save(SEGMENTS, folder.resolve("large.json.gz"));
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        ready.await();
        WindowBench[] window = new WindowBench[1];
        on(() -> {
            Wiring wiring = new Wiring(TaskRunner::ofToolkit, new SettingsFile(folder.resolve("settings.json")));
            Stage stage = new Stage();
            wiring.fill(stage);
            stage.show();
            window[0] = new WindowBench(host, wiring, stage);
        });
        window[0].run(folder);
        on(window[0].stage::close);
    }

    private static Path save(int segments, Path file) throws SnapshotException {
        SnapshotWriter.save(FullSegment.host(segments), file);
        return file;
    }

    private static void on(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    private void run(Path folder) throws IOException, SnapshotException, InterruptedException {
        settle();
        step("open, cold", () -> wiring.model().open(host));
        step("open again", () -> wiring.model().open(host));
        step("open again", () -> wiring.model().open(host));
        step("ask", () -> ask("vfs>0"));
        step("ask nothing", () -> ask(""));
        pictures();
        step("bus plan, first", () -> wiring.model().viewModeProperty().set(ViewMode.BUS_PLAN));
        Path full = save(1, folder.resolve("full.json"));
        step("open full segment", () -> wiring.model().open(full));
        slide();
        say("peak memory", memory());
    }

    private void pictures() throws InterruptedException {
        TopologyView topology = find("#topology");
        Gestures rids = new Gestures(find("#rid-map-canvas"));
        Gestures folded = new Gestures(topology.canvas());
        for (String question : new String[] {"", "vfs>0"}) {
            step("ask '" + question + "'", () -> ask(question));
            pan("topology as opened", folded);
            pan("RID map as opened", rids);
        }
        step("unfold all", () -> topology.model().unfoldAll());
        for (String question : new String[] {"", "vfs>0"}) {
            step("ask '" + question + "'", () -> ask(question));
            pan("topology unfolded", folded);
        }
        step("ask nothing", () -> ask(""));
    }

    private void pan(String what, Gestures on) throws InterruptedException {
        for (double scale : new double[] {0, 0.25, 1, 2}) {
            on(() -> on.scale(scale));
            settle();
            frames(what + ", panned at " + (scale == 0 ? "fit" : scale), n -> () -> on.pan(n), on);
        }
        on(() -> on.scale(0));
        settle();
        frames(what + ", zoomed", n -> () -> on.zoom(n), on);
    }

    private interface Step {
        Runnable at(int pulse);
    }

    private void frames(String what, Step step, Gestures on) throws InterruptedException {
        Frames frames = new Frames(
                stage.getScene(),
                busy,
                IntStream.range(0, PULSES).mapToObj(step::at).toArray(Runnable[]::new));
        long before = on.paints();
        on(frames::start);
        frames.await();
        say(what, frames.told() + ", " + (on.paints() - before) + " paints of " + on.marks() + " marks");
    }

    private void slide() throws InterruptedException {
        Slider slider = Stream.of(stage.getScene().getRoot().lookupAll(".slider").toArray())
                .map(Slider.class::cast)
                .findFirst()
                .orElseThrow();
        busy.reset();
        frames("slider", n -> () -> slider.setValue(n % (slider.getMax() + 1)), new Gestures(find("#plan-map-after")));
        settle();
        say("slider", busy.told());
    }

    private void ask(String question) {
        TextField field = find("#ask-field");
        field.setText(question);
    }

    private void step(String what, Runnable action) throws InterruptedException {
        busy.reset();
        long cpu = busy.cpu();
        on(action);
        settle();
        say(what, busy.told() + String.format("; %.0f ms of CPU in all", (busy.cpu() - cpu) / 1e6));
    }

    /** Waits until nothing happens any more. */
    private void settle() throws InterruptedException {
        long before;
        long drew;
        do {
            before = busy.cpu(WORK);
            drew = busy.cpu();
            Thread.sleep(QUIET);
        } while (busy.cpu(WORK) - before > QUIET_CPU || busy.cpu() - drew > 4 * QUIET_CPU);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Scene.lookup() would
    private <T> T find(String id) {
        return (T) stage.getScene().lookup(id);
    }

    private static void say(String what, String figures) {
        System.out.printf("%-34s %s%n", what, figures);
    }

    /** What Linux says of the process; elsewhere nothing. */
    private static String memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        String peak = "unknown";
        if (Files.exists(status)) {
            peak = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .map(line -> line.replaceAll("\\s+", " "))
                    .orElse(peak);
        }
        return peak + "; load of the machine "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
