package ridscope.report.table;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.host.Provenance;

/** The formats of tables; their names are the endings of files. */
public enum TableFormat {
    /** Comma-separated values for spreadsheets and scripts. */
    CSV {
        @Override
        public void write(Table table, Provenance provenance, Writer out) throws IOException {
            CsvTable.write(table, out);
        }
    },
    /** Markdown for tickets. */
    MD {
        @Override
        public void write(Table table, Provenance provenance, Writer out) throws IOException {
            MarkdownTable.write(table, out);
        }
    },
    /** Schema {@code ridscope-table}. */
    JSON {
        @Override
        public void write(Table table, Provenance provenance, Writer out) throws IOException {
            JsonTable.write(table, provenance, out);
        }
    },
    /** Columns of plain text. */
    TXT {
        @Override
        public void write(Table table, Provenance provenance, Writer out) throws IOException {
            TextTable.write(table, true, out);
        }
    };

    /**
     * Writes a table; the writer stays open. The same table gives the same text.
     *
     * @param provenance where it comes from; not every format has room for that
     * @throws IOException if the writer fails
     */
    public abstract void write(Table table, Provenance provenance, Writer out) throws IOException;

    /** Without a dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of an ending in lower case. */
    public static Optional<TableFormat> of(String ending) {
        return Stream.of(values()).filter(f -> f.ending().equals(ending)).findFirst();
    }
}
