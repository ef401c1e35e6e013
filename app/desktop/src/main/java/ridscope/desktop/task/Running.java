package ridscope.desktop.task;

import java.util.concurrent.atomic.AtomicReference;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;

/** One job under way: hears its progress and hands its outcome over. */
final class Running<T> implements Runnable, Feedback {

    private final TaskRunner runner;
    private final Work<T> work;
    /** What the drawing thread has not shown yet; progress arrives far more often than anybody can look. */
    private final AtomicReference<Progress> unseen = new AtomicReference<>();

    private volatile boolean cancelled;
    private volatile String note = "";
    private volatile double fraction = -1;

    Running(TaskRunner runner, Work<T> work) {
        this.runner = runner;
        this.work = work;
    }

    String lane() {
        return work.lane();
    }

    boolean titled() {
        return !work.title().isEmpty();
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        try {
            T result = work.job().run(this);
            handOver(() -> work.done(result));
        } catch (CancelledException e) {
            handOver(() -> {});
        } catch (Exception | Error e) {
            handOver(() -> work.handlerOf(e).orElse(runner::bug).accept(e));
        }
    }

    private void handOver(Runnable outcome) {
        runner.onDrawingThread(() -> runner.finish(this, () -> {
            try {
                outcome.run();
            } finally {
                work.end();
            }
        }));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void progress(long done, long total) {
        fraction = total > 0 ? Math.min(1, (double) done / total) : -1;
        report();
    }

    @Override
    public void note(String text) {
        note = text;
        report();
    }

    void report() {
        if (titled() && unseen.getAndSet(new Progress(work.title(), note, fraction)) == null) {
            runner.onDrawingThread(() -> runner.show(this, unseen.getAndSet(null)));
        }
    }
}
