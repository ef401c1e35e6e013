package ridscope.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A question that was not understood: what is wrong, where, and what would be right there. The message is one sentence. */
public final class QueryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;

    /**
     * @param start first wrong character, from 0; the text's length where something is missing at its end
     * @param end behind the last wrong character
     * @param sentence what is wrong, and what would be right, without a full stop
     */
    private QueryException(int start, int end, String sentence) {
        super(sentence);
        this.start = start;
        this.end = end;
    }

    /** @param expected what could stand there; may be empty */
    static QueryException at(Token token, String problem, List<String> expected) {
        return new QueryException(token.start(), token.end(), problem + instead(expected));
    }

    /** @param others words, of which the nearest to the wrong one is suggested */
    static QueryException unknown(Token token, String problem, Collection<String> others) {
        return new QueryException(token.start(), token.end(), problem + suggested(Nearest.to(token.text(), others)));
    }

    /**
     * A value that is none.
     *
     * @param suggestion what may have been meant
     */
    static QueryException value(
            Token token, Field field, Operator operator, String problem, Optional<String> suggestion) {
        String link = suggestion.isPresent() ? " " : "; ";
        return new QueryException(
                token.start(), token.end(), problem + suggested(suggestion) + link + field.takes(operator));
    }

    private static String suggested(Optional<String> word) {
        return word.map(w -> "; did you mean " + w + "?").orElse("");
    }

    private static String instead(List<String> expected) {
        int last = expected.size() - 1;
        if (last < 0) {
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
}
