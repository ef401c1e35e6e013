package ridscope.diff;

/**
 * One thing that is known of both and is not the same. What one of them does not tell is never a change.
 *
 * @param fact what
 * @param name which of several: {@code BAR 2}, {@code SR-IOV}, {@code root bus 0000:40}; else the fact in words
 * @param before value in words
 * @param after value in words
 */
public record FactChange(Fact fact, String name, String before, String after) {

    /** Of a fact that there is one of. */
    static FactChange of(Fact fact, String before, String after) {
        return new FactChange(fact, fact.words(), before, after);
    }
}
