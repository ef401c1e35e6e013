package ridscope.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A question that was not understood: what is wrong, where, and what would be right there. The message is one sentence. */
public final class QueryException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LISTED = 8;

    private final int start;
    private final int end;
    private final transient List<String> expected;
    private final transient Optional<String> suggestion;

    /**
     * @param start first wrong character, from 0; the text's length where something is missing at its end
     * @param end behind the last wrong character
     * @param problem what is wrong, without a full stop
     * @param expected what could stand there; may be empty
     * @param suggestion the right word nearest to the wrong one
     */
    QueryException(int start, int end, String problem, List<String> expected, Optional<String> suggestion) {
        super(problem + suggestion.map(s -> "; did you mean " + s + "?").orElseGet(() -> instead(expected)));
        this.start = start;
        this.end = end;
        this.expected = List.copyOf(expected);
        this.suggestion = suggestion;
    }

    /** Of a long list nobody reads the end. */
    private static String instead(List<String> expected) {
        int last = expected.size() - 1;
        if (last < 0 || last >= LISTED) {
            return "";
        }
        String others = expected.stream().limit(last).collect(Collectors.joining(", "));
        return "; expected " + (others.isEmpty() ? "" : others + " or ") + expected.get(last);
    }

    /** First wrong character, from 0; the text's length where something is missing at its end. */
    public int start() {
        return start;
    }

    /** Behind the last wrong character; the same as {@link #start} where something is missing. */
    public int end() {
        return end;
    }

    /** What could stand there; may be empty. */
    public List<String> expected() {
        return expected;
    }

    /** The right word nearest to the wrong one. */
    public Optional<String> suggestion() {
        return suggestion;
    }
}
