package ridscope.report.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.text.Numbers;

/** What stands in one row of one column. */
public sealed interface Cell {

    /** Not known, or without a meaning for this row. */
    Cell EMPTY = new Empty();

    /** Words, ids and addresses. */
    record Text(String text) implements Cell {
        @Override
        public String words() {
            return text;
        }
    }

    /** A count or a number that one may calculate with. */
    record Count(long number) implements Cell {
        @Override
        public String words() {
            return Long.toString(number);
        }
    }

    /**
     * A bus number or a Routing ID: people read it in lower-case hex, as in addresses; programs get the number.
     *
     * @param digits at least so many; a number that needs more has more
     */
    record Hex(int number, int digits) implements Cell {
        @Override
        public String words() {
            return Numbers.hexText(number, digits);
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Cell {
        @Override
        public String words() {
            return yes ? "yes" : "no";
        }
    }

    /** Several texts; none of them is a fact too. */
    record Texts(List<String> texts) implements Cell {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public String words() {
            return String.join("; ", texts);
        }
    }

    /** Nothing. */
    record Empty() implements Cell {
        @Override
        public String words() {
            return "";
        }
    }

    /** As text, in the same words in every format that is read by people. */
    String words();

    /** A text by {@code toString}. */
    static Cell of(Optional<?> value) {
        return value.<Cell>map(v -> new Text(v.toString())).orElse(EMPTY);
    }

    /** A number. */
    static Cell of(OptionalInt value) {
        return value.isPresent() ? new Count(value.getAsInt()) : EMPTY;
    }

    /** A bus number: two digits. */
    static Cell bus(OptionalInt value) {
        return value.isPresent() ? new Hex(value.getAsInt(), 2) : EMPTY;
    }

    /** Yes or no. */
    static Cell flag(Optional<Boolean> value) {
        return value.<Cell>map(Flag::new).orElse(EMPTY);
    }
}
