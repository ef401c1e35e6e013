package ridscope.config.layout;

import java.util.List;

/**
 * A parsed layout file.
 *
 * @param title name to show
 * @param source where the layout is from
 * @param note what a reader must know, or ""
 * @param variants names of layouts that fit better, where there are such
 * @param parts in file order
 */
record Layout(String title, String source, String note, List<Variant> variants, List<Part> parts) {

    Layout {
        variants = List.copyOf(variants);
        parts = List.copyOf(parts);
    }

    /** Something that becomes registers. Offsets count from the start of the capability, header or entry. */
    sealed interface Part {

        /** When it is there at all. */
        Condition when();
    }

    /** One register; {@code value} applies to the whole of it. */
    record RegisterPart(
            int offset, int widthBits, IndexedName name, Value value, Condition when, List<FieldPart> fields)
            implements Part {

        public RegisterPart {
            fields = List.copyOf(fields);
        }
    }

    /** {@code count} base address registers in a row. */
    record BarsPart(int offset, int count, String name, Condition when) implements Part {}

    /** Raw dwords from {@code offset} up to {@code length}, both from the start of the capability or entry. */
    record RestPart(int offset, Place length, IndexedName name, Condition when) implements Part {}

    /** The same parts several times over. */
    record RepeatPart(Repeat repeat, Condition when, List<Part> parts) implements Part {

        public RepeatPart {
            parts = List.copyOf(parts);
        }
    }

    /** One field of a register. */
    record FieldPart(int low, int high, IndexedName name, Value value, Condition when) {}
}
