package ridscope.report.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import ridscope.text.Plain;

/**
 * Comma-separated values with headings: RFC 4180, with line feeds only. Spreadsheets take text that begins with {@code =},
 * {@code +}, {@code -} or {@code @} for a formula, and names come from devices and files that nobody vouches for; such text
 * gets an apostrophe in front, as does what begins with an apostrophe, a tab or a carriage return, so that taking one
 * apostrophe away gives the text again. Numbers stay numbers.
 */
final class CsvTable {

    private static final String RISKY = "=+-@'\t\r＝＋－＠";

    private CsvTable() {}

    static void write(Table table, Appendable out) throws IOException {
        line(table.columns().stream().map(Column::title).toList().iterator(), out);
        for (List<Cell> row : table.rows()) {
            line(row.stream().map(CsvTable::safe).iterator(), out);
        }
    }

    private static String safe(Cell cell) {
        String text = cell.words();
        boolean risky = !(cell instanceof Cell.Count) && !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }

    private static void line(Iterator<String> cells, Appendable out) throws IOException {
        String before = "";
        while (cells.hasNext()) {
            out.append(before).append(quoted(Plain.visible(cells.next())));
            before = ",";
        }
        out.append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
