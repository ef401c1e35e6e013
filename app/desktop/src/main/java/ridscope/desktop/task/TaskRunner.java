package ridscope.desktop.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.job.Job;

/**
 * Runs jobs away from the thread that draws, and brings their results back to it. Starting work in a lane cancels what ran
 * there before, so a second open wins over the first. Methods are for the drawing thread.
 */
public final class TaskRunner {

    private final Executor background;
    private final Executor drawing;
    private final Executor pulses;
    private final Consumer<Throwable> onBug;
    private final Timer timer;
    private final Map<String, Running<?>> lanes = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Optional.empty());

    /**
     * @param background where jobs run
     * @param drawing how to get back to the drawing thread
     * @param onBug hears failures that nobody expected, on the drawing thread
     */
    public TaskRunner(Executor background, Executor drawing, Consumer<Throwable> onBug) {
        this(background, drawing, onBug, new RealTime(background));
    }

    /** The same with another notion of time. */
    public TaskRunner(Executor background, Executor drawing, Consumer<Throwable> onBug, Timer timer) {
        this(background, drawing, drawing, onBug, timer);
    }

    /**
     * The same.
     *
     * @param pulses does something on the drawing thread when the window is drawn next
     */
    public TaskRunner(Executor background, Executor drawing, Executor pulses, Consumer<Throwable> onBug, Timer timer) {
        this.background = background;
        this.drawing = drawing;
        this.pulses = pulses;
        this.onBug = onBug;
        this.timer = timer;
    }

    /** Works in threads of its own that do not keep the program alive. */
    public static TaskRunner ofToolkit(Consumer<Throwable> onBug) {
        Executor threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "ridscope-work");
            thread.setDaemon(true);
            return thread;
        });
        return new TaskRunner(threads, Platform::runLater, TaskRunner::atPulse, onBug, new RealTime(threads));
    }

    private static void atPulse(Runnable action) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                action.run();
            }
        }.start();
    }

    /** Runs everything at once in the calling thread, for tests. */
    public static TaskRunner direct(Consumer<Throwable> onBug) {
        return new TaskRunner(Runnable::run, Runnable::run, onBug);
    }

    /** Prepares work; nothing happens before {@link Work#start}. */
    public <T> Work<T> work(Job<T> job) {
        return new Work<>(this, job);
    }

    /** Prepares things that are done one in each pulse. */
    public Slices slices() {
        return new Slices(pulses);
    }

    /** What to show in the status bar; empty while nothing with a title runs. */
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Cancels what runs in a lane. Its result will not arrive. */
    public void cancel(String lane) {
        Running<?> running = lanes.remove(lane);
        if (running != null) {
            running.cancel();
            if (running.titled()) {
                progress.set(Optional.empty());
            }
        }
    }

    <T> void start(Work<T> work) {
        cancel(work.lane());
        Running<T> running = new Running<>(this, work);
        lanes.put(work.lane(), running);
        running.report();
        background.execute(running);
    }

    /** Does something on the drawing thread, soon; the only method that other threads may call. */
    public void onDrawingThread(Runnable action) {
        drawing.execute(action);
    }

    /** Milliseconds of a clock that never runs backwards. */
    public long millis() {
        return timer.millis();
    }

    /** Does something on the drawing thread when that many milliseconds have passed. */
    public void later(long millis, Runnable action) {
        timer.after(millis, () -> onDrawingThread(action));
    }

    void show(Running<?> running, Progress now) {
        if (lanes.get(running.lane()) == running) {
            progress.set(Optional.of(now));
        }
    }

    /** Ends a piece of work: the hand-over runs unless it was cancelled or replaced. */
    void finish(Running<?> running, Runnable handOver) {
        if (!lanes.remove(running.lane(), running)) {
            return;
        }
        if (running.titled()) {
            progress.set(Optional.empty());
        }
        handOver.run();
    }

    void bug(Throwable failure) {
        onBug.accept(failure);
    }
}
