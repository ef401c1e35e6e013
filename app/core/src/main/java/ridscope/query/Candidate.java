package ridscope.query;

import java.util.OptionalInt;

/**
 * A way to go on with a question.
 *
 * @param text what to put there
 * @param words what it means, in a few words; may be empty
 * @param count how many functions of the host have this value; empty for what is no value
 * @param start first character to replace
 * @param end behind the last character to replace; the same as {@code start} where nothing is replaced
 */
public record Candidate(String text, String words, OptionalInt count, int start, int end) {

    /** The question with this put into it. */
    public String in(String question) {
        return question.substring(0, start) + text + question.substring(end);
    }

    /** Where the caret stands then. */
    public int caret() {
        return start + text.length();
    }
}
