package ridscope.report.table;

import java.util.List;

/**
 * A table. Its rows are made while somebody goes through them, each time anew and each time the same, so that a table of all
 * Routing IDs needs no memory of its own.
 *
 * @param name what it is called for programs, such as {@code functions}
 * @param columns at least one
 * @param rows each with a cell for each column
 */
public record Table(String name, List<Column> columns, Iterable<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
    }
}
