package ridscope.job;

/** Work that takes long enough to need progress and cancel. */
@FunctionalInterface
public interface Job<T> {

    /** @throws Exception an expected failure in words, or a bug */
    T run(Feedback feedback) throws Exception;
}
