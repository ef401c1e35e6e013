package ridscope.report.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import ridscope.rid.RoutingId;

/** Columns with where their cells come from; builds a {@link Table} of things of one kind. */
final class Columns<T> {

    private final List<Column> columns = new ArrayList<>();
    private final List<Function<T, Cell>> cells = new ArrayList<>();

    /** An id, an address or words that every row has. */
    Columns<T> name(String key, String title, Function<T, ?> value) {
        return text(key, title, row -> Optional.of(value.apply(row)));
    }

    Columns<T> text(String key, String title, Function<T, Optional<?>> value) {
        return column(new Column(key, title, Column.Type.TEXT), row -> Cell.of(value.apply(row)));
    }

    /** A number that every row has. */
    Columns<T> count(String key, String title, Function<T, Long> value) {
        return column(new Column(key, title, Column.Type.NUMBER), row -> new Cell.Count(value.apply(row)));
    }

    Columns<T> number(String key, String title, Function<T, OptionalInt> value) {
        return column(new Column(key, title, Column.Type.NUMBER), row -> Cell.of(value.apply(row)));
    }

    /** A bus number. */
    Columns<T> bus(String key, String title, Function<T, OptionalInt> value) {
        return column(new Column(key, title, Column.Type.NUMBER), row -> Cell.bus(value.apply(row)));
    }

    /** A Routing ID that every row has. */
    Columns<T> rid(String key, String title, Function<T, RoutingId> value) {
        return column(
                new Column(key, title, Column.Type.NUMBER),
                row -> new Cell.Hex(value.apply(row).value(), 4));
    }

    Columns<T> flag(String key, String title, Function<T, Optional<Boolean>> value) {
        return column(new Column(key, title, Column.Type.FLAG), row -> Cell.flag(value.apply(row)));
    }

    Columns<T> list(String key, String title, Function<T, List<String>> value) {
        return column(new Column(key, title, Column.Type.LIST), row -> new Cell.Texts(value.apply(row)));
    }

    /** The cells of the column must be empty or of its type. */
    Columns<T> column(Column column, Function<T, Cell> cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    /** @param things gone through as often as the rows are */
    Table over(String name, Iterable<? extends T> things) {
        List<Function<T, Cell>> made = List.copyOf(cells);
        return new Table(name, columns, () -> new Rows<>(things.iterator(), made));
    }

    private record Rows<T>(Iterator<? extends T> things, List<Function<T, Cell>> cells)
            implements Iterator<List<Cell>> {
        @Override
        public boolean hasNext() {
            return things.hasNext();
        }

        @Override
        public List<Cell> next() {
            T thing = things.next();
            return cells.stream().map(cell -> cell.apply(thing)).toList();
        }
    }
}
