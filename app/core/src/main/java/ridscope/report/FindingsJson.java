package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ridscope.report.json.JsonLines;
import ridscope.rules.Evidence;
import ridscope.rules.Finding;
import ridscope.text.Diagnostic;
import tools.jackson.core.JsonGenerator;

/** Findings as {@code check --json} prints them: all of them, not folded. */
public final class FindingsJson {

    private FindingsJson() {}

    /**
     * Writes one object; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public static void write(List<Finding> findings, Writer out) throws IOException {
        write(findings, List.of(), out);
    }

    /**
     * The same with what went wrong while the host was read, as {@code diagnostics}; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public static void write(List<Finding> findings, List<Diagnostic> diagnostics, Writer out) throws IOException {
        JsonLines.write(out, json -> {
            json.writeArrayPropertyStart("findings");
            findings.forEach(f -> finding(json, f));
            json.writeEndArray();
            json.writeArrayPropertyStart("diagnostics");
            diagnostics.forEach(d -> diagnostic(json, d));
            json.writeEndArray();
        });
    }

    private static void diagnostic(JsonGenerator json, Diagnostic diagnostic) {
        json.writeStartObject();
        json.writeStringProperty("id", diagnostic.id());
        diagnostic.subject().ifPresent(s -> json.writeStringProperty("subject", s));
        json.writeStringProperty("text", diagnostic.text());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("id", finding.id());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeStringProperty("subject", finding.subject().toString());
        json.writeStringProperty("title", finding.title());
        json.writeStringProperty("detail", finding.detail());
        json.writeStringProperty("advice", finding.advice());
        json.writeObjectPropertyStart("evidence");
        Set<String> names = new HashSet<>();
        for (Evidence evidence : finding.evidence()) {
            json.writeStringProperty(unique(evidence.name(), names), evidence.value());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Several lines of a log have one name; the keys of an object may not. */
    private static String unique(String name, Set<String> names) {
        String free = name;
        for (int n = 2; !names.add(free); n++) {
            free = name + " " + n;
        }
        return free;
    }
}
