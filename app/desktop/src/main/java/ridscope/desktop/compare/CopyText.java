package ridscope.desktop.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.desktop.l10n.Messages;
import ridscope.report.DiffRow;
import ridscope.report.table.AddressTable;

/** What goes to the clipboard. */
final class CopyText {

    private CopyText() {}

    /** Forms of the table of old and new addresses. */
    enum Form {
        TEXT,
        CSV,
        MARKDOWN
    }

    /** Old and new address of every function that has another. */
    static String addresses(Compared compared, Form form) {
        return switch (form) {
            case TEXT ->
                AddressTable.text(
                        compared.report().comparison(), compared.after().names());
            case CSV ->
                AddressTable.csv(
                        compared.report().comparison(), compared.after().names());
            case MARKDOWN ->
                AddressTable.markdown(
                        compared.report().comparison(), compared.after().names());
        };
    }

    /** Rows as a spreadsheet takes them: a line each with tabs between the cells, headings first. */
    static String rows(List<DiffRow> rows) {
        Stream<String> headings = Stream.of(
                Messages.text("compare.column.kind"),
                Messages.text("compare.column.old"),
                Messages.text("compare.column.new"),
                Messages.text("compare.column.name"),
                Messages.text("compare.column.what"),
                Messages.text("compare.column.matched"));
        return line(headings) + rows.stream().map(row -> line(cells(row))).collect(Collectors.joining());
    }

    private static Stream<String> cells(DiffRow row) {
        return Stream.of(
                FateWords.name(row.fate()),
                row.before().map(Object::toString).orElse(""),
                row.after().map(Object::toString).orElse(""),
                row.name(),
                row.what(),
                row.matchedBy());
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> cell.replaceAll("[\\t\\r\\n]+", " ")).collect(Collectors.joining("\t", "", "\n"));
    }
}
