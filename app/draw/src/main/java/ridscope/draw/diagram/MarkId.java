package ridscope.draw.diagram;

/**
 * Stable name of a mark, the same for the same input in every export: {@code fn-0000-3b-00.0}, {@code link-0000-3b-00.0}.
 *
 * @param value letters, digits, {@code -}, {@code .} and {@code _}; unique within a diagram
 */
public record MarkId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
