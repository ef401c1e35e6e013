package ridscope.desktop.shell;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ridscope.desktop.task.TaskRunner;
import ridscope.source.HostEvent;
import ridscope.source.HostWatcher;
import ridscope.source.WatchException;

/**
 * One time of watching: brings events to the drawing thread, however many there are, and closes what it opened also if it is
 * closed while that is still being opened.
 */
final class WatchSession implements HostWatcher.Listener {

    private final TaskRunner runner;
    private final Consumer<WatchSession> onEvent;
    private final BiConsumer<WatchSession, WatchException> onEnd;
    /** Whether the drawing thread has been told and has not looked yet. */
    private final AtomicBoolean told = new AtomicBoolean();

    private Optional<HostWatcher.Watch> watch = Optional.empty();
    private boolean closed;

    /**
     * @param onEvent hears that something has happened, on the drawing thread
     * @param onEnd hears that no more will be heard, on the drawing thread
     */
    WatchSession(TaskRunner runner, Consumer<WatchSession> onEvent, BiConsumer<WatchSession, WatchException> onEnd) {
        this.runner = runner;
        this.onEvent = onEvent;
        this.onEnd = onEnd;
    }

    /**
     * Begins. Not for the drawing thread.
     *
     * @return how it is watched, in words
     * @throws WatchException if it cannot be watched
     */
    String open(HostWatcher watcher) throws WatchException {
        HostWatcher.Watch opened = watcher.watch(this);
        boolean late;
        synchronized (this) {
            late = closed;
            watch = Optional.of(opened);
        }
        if (late) {
            opened.close();
        }
        return opened.how();
    }

    /** Ends. Not for the drawing thread. */
    void close() {
        Optional<HostWatcher.Watch> opened;
        synchronized (this) {
            closed = true;
            opened = watch;
        }
        opened.ifPresent(HostWatcher.Watch::close);
    }

    /** How it is watched now; another way may have had to take over. */
    synchronized Optional<String> how() {
        return watch.map(HostWatcher.Watch::how);
    }

    @Override
    public void event(HostEvent event) {
        if (told.compareAndSet(false, true)) {
            runner.onDrawingThread(() -> {
                told.set(false);
                onEvent.accept(this);
            });
        }
    }

    @Override
    public void ended(WatchException why) {
        runner.onDrawingThread(() -> onEnd.accept(this, why));
    }
}
