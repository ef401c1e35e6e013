package ridscope.report.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import ridscope.host.Provenance;
import ridscope.report.json.JsonLines;
import ridscope.report.json.ProvenanceJson;
import tools.jackson.core.JsonGenerator;

/**
 * A table as JSON, schema {@code ridscope-table}: the columns, and a row as an object of their keys. Numbers are numbers, ids
 * lower-case hex without {@code 0x}; what is empty is left out.
 */
final class JsonTable {

    /** Value of the key {@code schema}. */
    static final String SCHEMA = "ridscope-table";

    /** Value of the key {@code version}; grows when a key changes its meaning, not when one is added. */
    static final int VERSION = 1;

    private JsonTable() {}

    static void write(Table table, Provenance provenance, Writer out) throws IOException {
        JsonLines.write(out, json -> {
            json.writeStringProperty("schema", SCHEMA);
            json.writeNumberProperty("version", VERSION);
            json.writeStringProperty("table", table.name());
            ProvenanceJson.write(json, "provenance", provenance);
            json.writeArrayPropertyStart("columns");
            table.columns().forEach(column -> column(json, column));
            json.writeEndArray();
            json.writeArrayPropertyStart("rows");
            for (List<Cell> row : table.rows()) {
                row(json, table.columns(), row);
            }
            json.writeEndArray();
        });
    }

    private static void column(JsonGenerator json, Column column) {
        json.writeStartObject();
        json.writeStringProperty("key", column.key());
        json.writeStringProperty("title", column.title());
        json.writeStringProperty("type", column.type().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, List<Column> columns, List<Cell> row) {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            cell(json, columns.get(i).key(), row.get(i));
        }
        json.writeEndObject();
    }

    private static void cell(JsonGenerator json, String key, Cell cell) {
        if (cell instanceof Cell.Text text) {
            json.writeStringProperty(key, text.text());
        } else if (cell instanceof Cell.Count number) {
            json.writeNumberProperty(key, number.number());
        } else if (cell instanceof Cell.Hex hex) {
            json.writeNumberProperty(key, hex.number());
        } else if (cell instanceof Cell.Flag flag) {
            json.writeBooleanProperty(key, flag.yes());
        } else if (cell instanceof Cell.Texts texts) {
            json.writeArrayPropertyStart(key);
            texts.texts().forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
