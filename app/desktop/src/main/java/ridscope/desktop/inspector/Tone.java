package ridscope.desktop.inspector;

import java.util.Locale;

/** What a value wants to say besides its text. Its words never leave that to the colour. */
enum Tone {
    PLAIN,
    GOOD,
    WARNING,
    BAD,
    /** The bytes exist but could not be read. Looks different from any number. */
    UNREADABLE,
    /** The source does not tell. */
    UNKNOWN;

    /** Style class of its text. */
    String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
