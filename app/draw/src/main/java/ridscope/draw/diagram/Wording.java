package ridscope.draw.diagram;

/** What the cells of a run say, one by one. */
public sealed interface Wording {

    /** The text of a cell, counted from 0. */
    String of(int cell);

    /** The same text in all cells. */
    record Same(String text) implements Wording {
        @Override
        public String of(int cell) {
            return text;
        }
    }

    /**
     * A word and a number, such as {@code VF 8}.
     *
     * @param before with its space, may be empty
     * @param first of the first cell
     * @param step from one cell to the next
     */
    record Numbered(String before, int first, int step) implements Wording {
        @Override
        public String of(int cell) {
            return before + (first + cell * step);
        }
    }

    /** One behind the other with a space between. */
    record Joined(Wording head, Wording tail) implements Wording {
        @Override
        public String of(int cell) {
            return head.of(cell) + " " + tail.of(cell);
        }
    }

    /**
     * Device and function, {@code 1f.7}, or the function alone.
     *
     * @param first device and function number of the first cell, 0 to 255
     * @param step from one cell to the next
     * @param device whether the device number stands before
     */
    record DevFn(int first, int step, boolean device) implements Wording {
        @Override
        public String of(int cell) {
            int devfn = first + cell * step;
            String function = Integer.toString(devfn & 7);
            return device ? String.format("%02x.", devfn >> 3 & 0x1f) + function : function;
        }
    }
}
