package ridscope.report.table;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import ridscope.text.Plain;

/** A table in GitHub-flavoured Markdown, numbers to the right. What Markdown or HTML would take for its own is escaped. */
final class MarkdownTable {

    private static final String ESCAPED = "\\`*[]|~";

    private MarkdownTable() {}

    static void write(Table table, Appendable out) throws IOException {
        line(table.columns().stream().map(column -> escaped(column.title())).iterator(), out);
        line(
                table.columns().stream()
                        .map(column -> column.type() == Column.Type.NUMBER ? "---:" : "---")
                        .iterator(),
                "|",
                out);
        for (List<Cell> row : table.rows()) {
            line(row.stream().map(cell -> escaped(cell.words())).iterator(), out);
        }
    }

    private static void line(Iterator<String> cells, Appendable out) throws IOException {
        line(cells, " | ", out);
    }

    private static void line(Iterator<String> cells, String between, Appendable out) throws IOException {
        String before = between.stripLeading();
        while (cells.hasNext()) {
            out.append(before).append(cells.next());
            before = between;
        }
        out.append(between.stripTrailing()).append('\n');
    }

    private static String escaped(String cell) {
        String text = Plain.line(cell);
        StringBuilder markdown = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                markdown.append("&lt;");
            } else if (c == '&') {
                markdown.append("&amp;");
            } else if (ESCAPED.indexOf(c) >= 0 || c == '_' && !inWord(text, i)) {
                markdown.append('\\').append(c);
            } else {
                markdown.append(c);
            }
        }
        return markdown.toString();
    }

    /** There an underscore emphasises nothing. */
    private static boolean inWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
