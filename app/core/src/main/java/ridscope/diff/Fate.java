package ridscope.diff;

import java.util.Locale;

/** What became of a function, in one word: the first of these that holds. */
public enum Fate {
    /** It sits below another port, or at another device or function number. */
    MOVED,
    /** It sits where it was, and has another address because of what happened above it, or because its PF places VFs elsewhere. */
    RENUMBERED,
    /** It is no longer there. */
    GONE,
    /** It was not there. */
    NEW,
    /** Something else about it differs. */
    CHANGED,
    /** Nothing differs of what both tell. */
    SAME;

    /** {@code renumbered}: part of node ids and style classes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has another place or another address. */
    public boolean readdressed() {
        return this == MOVED || this == RENUMBERED;
    }
}
