package ridscope.desktop.task;

/** The time, and things to do later. */
public interface Timer {

    /** Milliseconds of a clock that never runs backwards and begins anywhere. */
    long millis();

    /** Does something once, in any thread, when that many milliseconds have passed. */
    void after(long millis, Runnable action);
}
