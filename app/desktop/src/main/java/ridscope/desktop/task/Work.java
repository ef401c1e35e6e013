package ridscope.desktop.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ridscope.job.Job;

/** A job with what to do about its outcome. */
public final class Work<T> {

    private final TaskRunner runner;
    private final Job<T> job;
    private final Map<Class<?>, Consumer<Throwable>> expected = new LinkedHashMap<>();
    private String lane = "work";
    private String title = "";
    private Consumer<T> onDone = result -> {};
    private Runnable onEnd = () -> {};

    Work(TaskRunner runner, Job<T> job) {
        this.runner = runner;
        this.job = job;
    }

    /** Work in the same lane replaces each other. */
    public Work<T> lane(String name) {
        lane = name;
        return this;
    }

    /** What the status bar says meanwhile; without a title it says nothing. */
    public Work<T> title(String text) {
        title = text;
        return this;
    }

    /** Receives the result on the drawing thread. */
    public Work<T> onDone(Consumer<T> consumer) {
        onDone = consumer;
        return this;
    }

    /** Receives a failure that is no bug, on the drawing thread. */
    public <E extends Exception> Work<T> onExpected(Class<E> type, Consumer<E> consumer) {
        expected.put(type, failure -> consumer.accept(type.cast(failure)));
        return this;
    }

    /** Runs on the drawing thread after everything else, however it went; not if it was cancelled or replaced. */
    public Work<T> onEnd(Runnable action) {
        onEnd = action;
        return this;
    }

    /** Starts it. */
    public void start() {
        runner.start(this);
    }

    Job<T> job() {
        return job;
    }

    String lane() {
        return lane;
    }

    String title() {
        return title;
    }

    void done(T result) {
        onDone.accept(result);
    }

    void end() {
        onEnd.run();
    }

    Optional<Consumer<Throwable>> handlerOf(Throwable failure) {
        return expected.entrySet().stream()
                .filter(e -> e.getKey().isInstance(failure))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
