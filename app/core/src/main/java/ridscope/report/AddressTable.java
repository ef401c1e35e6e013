package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ridscope.diff.Comparison;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;

/** "Old address → new address" of the functions that have another, to be pasted into a ticket or a spreadsheet. */
public final class AddressTable {

    private static final List<String> HEADINGS = List.of("old address", "new address", "function");

    private AddressTable() {}

    /** One line each in columns: {@code 0000:04:00.0  0000:05:00.0  name}. Empty if there is none. */
    public static String text(Comparison comparison, DeviceNames names) {
        return lines(comparison, names, row -> String.join("  ", row));
    }

    /** Comma-separated values with headings (RFC 4180, with line feeds only). */
    public static String csv(Comparison comparison, DeviceNames names) {
        return csv(HEADINGS) + "\n" + lines(comparison, names, AddressTable::csv);
    }

    /** A table in Markdown with headings. */
    public static String markdown(Comparison comparison, DeviceNames names) {
        return markdown(HEADINGS) + "\n|---|---|---|\n" + lines(comparison, names, AddressTable::markdown);
    }

    private static String lines(Comparison comparison, DeviceNames names, Line line) {
        StringBuilder text = new StringBuilder();
        rows(comparison, names).forEach(row -> text.append(line.of(row)).append('\n'));
        return text.toString();
    }

    /** Cells of one row in one line. */
    @FunctionalInterface
    private interface Line {
        String of(List<String> row);
    }

    private static List<List<String>> rows(Comparison comparison, DeviceNames names) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<FunctionAddress, FunctionAddress> e :
                comparison.readdressed().entrySet()) {
            String name = names.line(comparison.after().function(e.getValue()).orElseThrow());
            rows.add(List.of(e.getKey().toString(), e.getValue().toString(), name));
        }
        return rows;
    }

    private static String csv(List<String> row) {
        return row.stream()
                .map(cell -> cell.matches("(?s).*[\",\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining(","));
    }

    private static String markdown(List<String> row) {
        return row.stream()
                .map(cell ->
                        cell.replaceAll("[\\r\\n]+", " ").replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
