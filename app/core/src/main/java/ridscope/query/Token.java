package ridscope.query;

import java.util.Locale;

/**
 * A piece of a question.
 *
 * @param text without the quotes of a quoted one
 * @param start first character
 * @param end behind the last character
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        /** In double quotes: never a keyword or a field. */
        QUOTED,
        /** In double quotes that do not end. */
        OPEN_QUOTE,
        OPERATOR,
        OPEN,
        CLOSE,
        END
    }

    boolean value() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean keyword(String word) {
        return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
