package ridscope.text;

import java.util.Optional;

/**
 * Something odd that did not stop the work: a damaged capability list, a truncated file, a bridge whose numbers contradict.
 *
 * @param id stable upper-case name, such as {@code CAP_LOOP}
 * @param subject the function address or other thing it is about, if any
 * @param text one sentence with the numbers in it
 */
public record Diagnostic(String id, Optional<String> subject, String text) {

    /** About one thing. */
    public static Diagnostic of(String id, Object subject, String text) {
        return new Diagnostic(id, Optional.of(subject.toString()), text);
    }

    /** About the input as a whole. */
    public static Diagnostic of(String id, String text) {
        return new Diagnostic(id, Optional.empty(), text);
    }
}
