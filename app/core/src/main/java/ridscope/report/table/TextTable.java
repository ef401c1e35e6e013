package ridscope.report.table;

import java.io.IOException;
import java.util.List;
import ridscope.text.Plain;

/** A table in columns of plain text, numbers to the right; an empty cell is a dash. */
final class TextTable {

    /** Longer cells push the rest of their row to the right, and no other row. */
    private static final int WIDEST = 60;

    private static final String BETWEEN = "  ";

    private final Table table;
    private final boolean headings;
    private final Appendable out;

    private TextTable(Table table, boolean headings, Appendable out) {
        this.table = table;
        this.headings = headings;
        this.out = out;
    }

    static void write(Table table, boolean headings, Appendable out) throws IOException {
        new TextTable(table, headings, out).write();
    }

    private void write() throws IOException {
        List<String> titles = table.columns().stream().map(Column::title).toList();
        int[] widths = new int[titles.size()];
        if (headings) {
            widen(widths, titles);
        }
        for (List<Cell> row : table.rows()) {
            widen(widths, row.stream().map(TextTable::words).toList());
        }
        if (headings) {
            line(titles, widths);
        }
        for (List<Cell> row : table.rows()) {
            line(row.stream().map(TextTable::words).toList(), widths);
        }
    }

    private static String words(Cell cell) {
        String text = Plain.line(cell.words());
        return text.isEmpty() ? "-" : text;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.min(WIDEST, Math.max(widths[i], length(cells.get(i))));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void line(List<String> cells, int[] widths) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String space = " ".repeat(Math.max(0, widths[i] - length(cell)));
            boolean right = table.columns().get(i).type() == Column.Type.NUMBER;
            line.append(i == 0 ? "" : BETWEEN).append(right ? space + cell : cell + space);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
