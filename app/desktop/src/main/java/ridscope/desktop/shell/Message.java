package ridscope.desktop.shell;

import java.util.Optional;

/**
 * One sentence for the user, shown in the bar below the toolbar.
 *
 * @param kind how bad it is
 * @param text the sentence
 * @param details what can be copied for a report
 */
public record Message(Kind kind, String text, Optional<String> details) {

    /** How bad it is. */
    public enum Kind {
        NOTICE,
        FAILED
    }

    /** Something worth knowing. */
    public static Message notice(String text) {
        return new Message(Kind.NOTICE, text, Optional.empty());
    }

    /** Something that did not work. */
    public static Message failed(String text) {
        return new Message(Kind.FAILED, text, Optional.empty());
    }
}
