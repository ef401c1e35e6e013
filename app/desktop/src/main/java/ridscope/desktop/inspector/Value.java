package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.draw.diagram.Target;

/**
 * A value as shown.
 *
 * @param text never empty
 * @param tone how it is meant
 * @param mono whether it is a number or an address, in the typeface of these
 * @param target what a click on it selects
 */
record Value(String text, Tone tone, boolean mono, Optional<Target> target) {

    /** Words. */
    static Value of(String text) {
        return new Value(text, Tone.PLAIN, false, Optional.empty());
    }

    /** A number or an address. */
    static Value mono(String text) {
        return new Value(text, Tone.PLAIN, true, Optional.empty());
    }

    /** A count, in decimal. */
    static Value number(long number) {
        return mono(Words.count(number));
    }

    static Value good(String text) {
        return new Value(text, Tone.GOOD, false, Optional.empty());
    }

    static Value warning(String text) {
        return new Value(text, Tone.WARNING, false, Optional.empty());
    }

    static Value bad(String text) {
        return new Value(text, Tone.BAD, false, Optional.empty());
    }

    static Value unknown(String why) {
        return new Value(why, Tone.UNKNOWN, false, Optional.empty());
    }

    static Value unreadable(String why) {
        return new Value(why, Tone.UNREADABLE, false, Optional.empty());
    }

    /** The same value, a click on which selects something. */
    Value to(Target chosen) {
        return new Value(text, tone, mono, Optional.of(chosen));
    }

    Value toned(Tone other) {
        return new Value(text, other, mono, target);
    }
}
