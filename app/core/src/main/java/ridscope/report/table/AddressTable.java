package ridscope.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import ridscope.diff.Comparison;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;

/** "Old address → new address" of the functions that have another, to be pasted into a ticket or a spreadsheet. */
public final class AddressTable {

    private AddressTable() {}

    /** One line each in columns, without headings: {@code 0000:04:00.0  0000:05:00.0  name}. Empty if there is none. */
    public static String text(Comparison comparison, DeviceNames names) {
        return written(out -> TextTable.write(of(comparison, names), false, out));
    }

    /** Comma-separated values with headings. */
    public static String csv(Comparison comparison, DeviceNames names) {
        return written(out -> CsvTable.write(of(comparison, names), out));
    }

    /** A table in Markdown with headings. */
    public static String markdown(Comparison comparison, DeviceNames names) {
        return written(out -> MarkdownTable.write(of(comparison, names), out));
    }

    private static Table of(Comparison comparison, DeviceNames names) {
        return new Columns<Map.Entry<FunctionAddress, FunctionAddress>>()
                .name("before", "old address", Map.Entry::getKey)
                .name("after", "new address", Map.Entry::getValue)
                .name(
                        "function",
                        "function",
                        e -> names.line(
                                comparison.after().function(e.getValue()).orElseThrow()))
                .over("addresses", comparison.readdressed().entrySet());
    }

    /** Writes into memory. */
    @FunctionalInterface
    private interface Form {
        void write(Appendable out) throws IOException;
    }

    private static String written(Form form) {
        StringBuilder text = new StringBuilder();
        try {
            form.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
