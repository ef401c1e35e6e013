package ridscope.report.table;

/**
 * A column.
 *
 * @param key its name for programs, in camel case
 * @param title its heading for people
 * @param type what its cells are, those that are not empty
 */
public record Column(String key, String title, Type type) {

    /** What the cells of a column are. */
    public enum Type {
        /** {@link Cell.Text}. */
        TEXT,
        /** {@link Cell.Count} or {@link Cell.Hex}. */
        NUMBER,
        /** {@link Cell.Flag}. */
        FLAG,
        /** {@link Cell.Texts}. */
        LIST
    }
}
