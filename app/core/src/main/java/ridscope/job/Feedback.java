package ridscope.job;

/** What long work tells its caller, and what the caller tells it. Called from the working thread. */
public interface Feedback {

    /** Hears nothing and never cancels. */
    Feedback NONE = new Feedback() {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(long done, long total) {}

        @Override
        public void note(String text) {}
    };

    /** Whether the caller no longer wants the result. */
    boolean cancelled();

    /**
     * @param done work done so far
     * @param total all work in the same unit, or a negative number when unknown
     */
    void progress(long done, long total);

    /** One short sentence about what goes on now. */
    void note(String text);

    /**
     * To be called often.
     *
     * @throws CancelledException if the caller no longer wants the result
     */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }
}
