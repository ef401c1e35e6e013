package ridscope.desktop.settings;

/**
 * What a user said about a function.
 *
 * @param function which, as it was then
 * @param text the note; {@code ""} for none
 * @param bookmarked whether the user wants to come back to it
 */
public record Note(NotedFunction function, String text, boolean bookmarked) {

    /** The most characters that are kept of a text. */
    public static final int LONGEST = 20_000;

    public Note {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Whether it says nothing, so that it need not be kept. */
    public boolean empty() {
        return text.isBlank() && !bookmarked;
    }
}
