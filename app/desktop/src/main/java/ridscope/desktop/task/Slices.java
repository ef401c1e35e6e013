package ridscope.desktop.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Does things one after the other, the first at once and one more each time the window is drawn: many controls made and laid
 * out at a stretch would hold the thread that draws. For that thread.
 */
public final class Slices {

    private final Executor pulses;
    private final Deque<Runnable> left = new ArrayDeque<>();
    private boolean waiting;

    Slices(Executor pulses) {
        this.pulses = pulses;
    }

    /** Begins with these things; what was left of others is not done any more. */
    public void run(List<? extends Runnable> things) {
        left.clear();
        left.addAll(things);
        if (!left.isEmpty()) {
            left.remove().run();
            await();
        }
    }

    private void await() {
        if (!left.isEmpty() && !waiting) {
            waiting = true;
            pulses.execute(this::next);
        }
    }

    private void next() {
        waiting = false;
        if (!left.isEmpty()) {
            left.remove().run();
            await();
        }
    }
}
