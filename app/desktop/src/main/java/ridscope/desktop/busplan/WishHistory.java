package ridscope.desktop.busplan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import ridscope.plan.Wishes;

/** Wishes with the way back and forth. However far a slider is dragged, it is one step. */
final class WishHistory {

    /** Steps kept; wishes are small. */
    private static final int LIMIT = 500;

    private final Deque<Wishes> past = new ArrayDeque<>();
    private final Deque<Wishes> future = new ArrayDeque<>();
    private Wishes now = Wishes.none();
    private Optional<Object> touched = Optional.empty();

    /** The wishes now. */
    Wishes now() {
        return now;
    }

    /** Forgets all steps. */
    void start(Wishes first) {
        past.clear();
        future.clear();
        touched = Optional.empty();
        now = first;
    }

    /**
     * Goes a step on, or on with the last one if the same thing is still being changed.
     *
     * @param what what is changed, such as the control
     */
    void change(Wishes next, Object what) {
        if (next.equals(now)) {
            return;
        }
        if (!touched.equals(Optional.of(what))) {
            past.push(now);
            if (past.size() > LIMIT) {
                past.removeLast();
            }
        }
        touched = Optional.of(what);
        future.clear();
        now = next;
    }

    /** The next change is a step of its own. */
    void settle() {
        touched = Optional.empty();
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    /** Goes a step back, if there is one. */
    void undo() {
        go(past, future);
    }

    /** Takes a step back back. */
    void redo() {
        go(future, past);
    }

    private void go(Deque<Wishes> from, Deque<Wishes> to) {
        if (!from.isEmpty()) {
            to.push(now);
            now = from.pop();
        }
        settle();
    }
}
