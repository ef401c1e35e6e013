package ridscope.config.layout;

import java.util.List;
import java.util.Map;

/**
 * A parsed layout file.
 *
 * @param title name to show
 * @param source where the layout is from
 * @param note what a reader must know, or ""
 * @param parts in file order
 */
record Layout(String title, String source, String note, List<Part> parts) {

    Layout {
        parts = List.copyOf(parts);
    }

    /** Something that becomes registers. Offsets count from the start of the capability or header. */
    sealed interface Part {

        /** When it is there at all. */
        Condition when();
    }

    /** One register; {@code format} and {@code meanings} apply to the whole value. */
    record RegisterPart(int offset, int widthBits, String name, Value value, Condition when, List<FieldPart> fields)
            implements Part {}

    /** {@code count} base address registers in a row. */
    record BarsPart(int offset, int count, String name, Condition when) implements Part {}

    /** Raw dwords from {@code offset} up to the length that {@code length} names. */
    record RestPart(int offset, Place length, String name, Condition when) implements Part {}

    /** One field of a register. */
    record FieldPart(int low, int high, String name, Value value, Condition when) {}

    /** How a number is put into words: listed meanings first, then the format with the unit. */
    record Value(Format format, String unit, Map<Long, String> meanings) {

        String text(long raw, int low, int high) {
            String meaning = meanings.get(raw);
            if (meaning != null) {
                return meaning;
            }
            if (!meanings.isEmpty() && format == Format.DEFAULT) {
                return String.format("reserved (0x%x)", raw);
            }
            String text = format.text(raw, low, high);
            return unit.isEmpty() ? text : text + " " + unit;
        }
    }
}
