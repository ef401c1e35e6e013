package ridscope.job;

import java.util.OptionalLong;

/**
 * Turns many events that come close together into one moment to act: when it has been quiet for a while, or when the first
 * of them has waited long enough. Knows no clock: times are milliseconds of any clock that does not run backwards. Not for
 * several threads.
 */
public final class Burst {

    private final long quiet;
    private final long most;
    private OptionalLong first = OptionalLong.empty();
    private long last;

    /**
     * @param quiet milliseconds without an event after which to act, at least 0
     * @param most milliseconds after the first event at which to act in any case, at least {@code quiet}
     */
    public Burst(long quiet, long most) {
        this.quiet = quiet;
        this.most = most;
    }

    /** Something happened. */
    public void event(long now) {
        if (first.isEmpty()) {
            first = OptionalLong.of(now);
        }
        last = now;
    }

    /** When to act; empty if nothing has happened since {@link #take}. */
    public OptionalLong due() {
        return first.isEmpty() ? first : OptionalLong.of(Math.min(last + quiet, first.getAsLong() + most));
    }

    /** Whether to act now; then everything begins anew. */
    public boolean take(long now) {
        boolean ready = first.isPresent() && now >= due().getAsLong();
        if (ready) {
            first = OptionalLong.empty();
        }
        return ready;
    }

    /** Forgets what has happened. */
    public void clear() {
        first = OptionalLong.empty();
    }
}
