package ridscope.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.host.Provenance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TableFormatTest {

    private static final Provenance HERE = Provenance.of("test");

    private record Thing(String name, OptionalInt lanes, Optional<Boolean> up, List<String> owners) {}

    private static Table table(Thing... things) {
        return new Columns<Thing>()
                .name("name", "name", Thing::name)
                .number("lanes", "max lanes", Thing::lanes)
                .flag("up", "up", Thing::up)
                .list("owners", "owners", Thing::owners)
                .over("things", List.of(things));
    }

    private static Table things() {
        return table(
                new Thing("NIC", OptionalInt.of(16), Optional.of(true), List.of("a", "b")),
                new Thing("a, \"b\"", OptionalInt.of(-2), Optional.of(false), List.of()),
                new Thing("unknown", OptionalInt.empty(), Optional.empty(), List.of("c")));
    }

    private static String written(TableFormat format, Table table) throws IOException {
        StringWriter out = new StringWriter();
        format.write(table, HERE, out);
        return out.toString();
    }

    private static String cell(TableFormat format, String name) throws IOException {
        String text = written(format, table(new Thing(name, OptionalInt.of(1), Optional.empty(), List.of())));
        return text;
    }

    @Test
    void csv() throws IOException {
        assertThat(written(TableFormat.CSV, things())).isEqualTo("""
                name,max lanes,up,owners
                NIC,16,yes,a; b
                "a, ""b""\",-2,no,
                unknown,,,c
                """);
    }

    @Test
    void markdown() throws IOException {
        assertThat(written(TableFormat.MD, things())).isEqualTo("""
                | name | max lanes | up | owners |
                |---|---:|---|---|
                | NIC | 16 | yes | a; b |
                | a, "b" | -2 | no |  |
                | unknown |  |  | c |
                """);
    }

    @Test
    void text() throws IOException {
        assertThat(written(TableFormat.TXT, things())).isEqualTo("""
                name     max lanes  up   owners
                NIC             16  yes  a; b
                a, "b"          -2  no   -
                unknown          -  -    c
                """);
    }

    @Test
    void json() throws IOException {
        assertThat(written(TableFormat.JSON, things())).isEqualTo("""
                {
                  "schema": "ridscope-table",
                  "version": 1,
                  "table": "things",
                  "provenance": {"kind": "test"},
                  "columns": [
                    {"key": "name", "title": "name", "type": "text"},
                    {"key": "lanes", "title": "max lanes", "type": "number"},
                    {"key": "up", "title": "up", "type": "flag"},
                    {"key": "owners", "title": "owners", "type": "list"}
                  ],
                  "rows": [
                    {"name": "NIC", "lanes": 16, "up": true, "owners": ["a", "b"]},
                    {"name": "a, \\"b\\"", "lanes": -2, "up": false, "owners": []},
                    {"name": "unknown", "owners": ["c"]}
                  ]
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'x", "\t=1", "＝1"})
    void textBecomesNoFormula(String name) throws IOException {
        String line = cell(TableFormat.CSV, name).lines().skip(1).findFirst().orElseThrow();

        assertThat(line).startsWith("'" + name).endsWith(",1,,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a|b ! a\\|b",
                "<img src=x> ! &lt;img src=x>",
                "&lt; ! &amp;lt;",
                "*a* _b_ c_d `e` ~f~ ! \\*a\\* \\_b\\_ c_d \\`e\\` \\~f\\~",
                "[x](javascript:1) ! \\[x\\](javascript:1)",
                "\\ ! \\\\",
            })
    void markdownIsEscaped(String name, String expected) throws IOException {
        assertThat(cell(TableFormat.MD, name)).endsWith("| " + expected + " | 1 |  |  |\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = TableFormat.class,
            names = {"MD", "TXT"})
    void aCellIsOneLine(TableFormat format) throws IOException {
        String text = cell(format, "a\r\nb\tc\u2028d\u001b[31m\u0000e");

        assertThat(text.lines().toList().get(format == TableFormat.MD ? 2 : 1))
                .contains("a b c d\ufffd" + (format == TableFormat.MD ? "\\" : "") + "[31m\ufffde");
    }

    @Test
    void linesWithinACellOfCsvAreQuoted() throws IOException {
        assertThat(cell(TableFormat.CSV, "a\r\nb\u0007")).endsWith("\"a\r\nb\ufffd\",1,,\n");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void longNamesAreWrittenWhole(TableFormat format) throws IOException {
        String name = "x".repeat(10_000);

        assertThat(cell(format, name)).contains(name);
    }

    @Test
    void jsonGivesHostileNamesBack() throws IOException {
        String name = "\"\\\n\u0000<&'\ud83d\ude00";
        JsonNode json = new ObjectMapper().readTree(cell(TableFormat.JSON, name));

        assertThat(json.at("/rows/0/name").asString()).isEqualTo(name);
    }
}
