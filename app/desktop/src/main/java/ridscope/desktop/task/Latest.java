package ridscope.desktop.task;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ridscope.job.Job;

/**
 * One job at a time. Of what is asked for meanwhile only the last is done, so that whoever drags a slider sees results on the
 * way, and never more than one job is behind.
 */
public final class Latest {

    private final TaskRunner runner;
    private final String lane;
    private boolean running;
    private Optional<Runnable> next = Optional.empty();

    public Latest(TaskRunner runner, String lane) {
        this.runner = runner;
        this.lane = lane;
    }

    /**
     * Does it now, or after what is being done.
     *
     * @param job made when it begins, so that it can build on what was done meanwhile
     */
    public <T> void run(Supplier<Job<T>> job, Consumer<T> onDone) {
        if (running) {
            next = Optional.of(() -> run(job, onDone));
        } else {
            running = true;
            runner.work(job.get()).lane(lane).onDone(onDone).onEnd(this::ended).start();
        }
    }

    private void ended() {
        running = false;
        Optional<Runnable> waiting = next;
        next = Optional.empty();
        waiting.ifPresent(Runnable::run);
    }

    /** Nothing that was asked for matters any more. */
    public void cancel() {
        runner.cancel(lane);
        running = false;
        next = Optional.empty();
    }
}
