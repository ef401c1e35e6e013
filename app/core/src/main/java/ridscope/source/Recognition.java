package ridscope.source;

/**
 * A reader's opinion of some content.
 *
 * @param confidence 0 (not mine) to 100 (certain)
 * @param sentence what it recognised, for the user
 */
public record Recognition(int confidence, String sentence) {

    /** Not mine. */
    public static final Recognition NO = new Recognition(0, "");
}
