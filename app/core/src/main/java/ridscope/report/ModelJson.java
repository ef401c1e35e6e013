package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import ridscope.config.layout.RegisterLayouts;
import ridscope.names.DeviceNames;
import ridscope.query.QueryResult;
import ridscope.report.json.JsonLines;
import ridscope.report.json.ProvenanceJson;
import ridscope.rid.Segment;
import ridscope.text.Diagnostic;
import ridscope.topology.HostBridge;
import ridscope.topology.LogNote;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;
import tools.jackson.core.JsonGenerator;

/**
 * The model as JSON, schema {@code ridscope-topology}: numbers decimal, ids lower-case hex without {@code 0x}, unknown keys
 * left out, functions in address order. Written straight to the output, so a large host needs no second copy in memory.
 *
 * <p>With registers, each function of which bytes are known has the key {@code registers}, an array of its header and its
 * capabilities in list order:
 *
 * <pre>{@code
 * {"capability": {"extended": false, "id": "10", "offset": 64, "name": "PCI Express"},
 *  "layout": "PCI Express", "source": "PCIe Base Specification …", "note": "…",
 *  "registers": [{"name": "PCI Express Capabilities", "offset": 66, "width": 16, "raw": "0142",
 *    "fields": [{"name": "Device/Port Type", "offset": 66, "low": 4, "high": 7, "mask": "00f0", "raw": "4",
 *      "meaning": "Root Port"}]}]}
 * }</pre>
 *
 * <p>The header has {@code "header": {"offset": 0, "name": "Type 0 header"}} instead of {@code capability}. Offsets count from the start
 * of configuration space; those of a field are its register's. {@code width} is in bits, {@code mask} and {@code raw} are
 * hex with all digits, {@code raw} of a field shifted down to bit 0. {@code raw} and {@code meaning} are left out where the
 * bytes are not in the snapshot, {@code fields} where a register has none, {@code source} where no layout is known.
 */
public final class ModelJson {

    /** Value of the key {@code schema}. */
    public static final String SCHEMA = "ridscope-topology";

    /** Value of the key {@code version}; grows when a key changes its meaning, not when one is added. */
    public static final int VERSION = 1;

    private ModelJson() {}

    /**
     * Writes the whole topology; the writer stays open.
     *
     * @param names where {@code className}, {@code vendorName} and {@code deviceName} come from
     * @throws IOException if the writer fails
     */
    public static void write(Topology topology, DeviceNames names, Writer out) throws IOException {
        write(topology, names, Optional.empty(), out);
    }

    /**
     * The same with the registers of each function, where layouts are given.
     *
     * @throws IOException if the writer fails
     */
    public static void write(Topology topology, DeviceNames names, Optional<RegisterLayouts> layouts, Writer out)
            throws IOException {
        write(topology, names, layouts, Optional.empty(), out);
    }

    /**
     * The same with only those functions that a question is about, where there is one.
     *
     * @throws IOException if the output fails
     */
    public static void write(
            Topology topology,
            DeviceNames names,
            Optional<RegisterLayouts> layouts,
            Optional<QueryResult> where,
            Writer out)
            throws IOException {
        JsonLines.write(out, json -> {
            json.writeStringProperty("schema", SCHEMA);
            json.writeNumberProperty("version", VERSION);
            ProvenanceJson.write(json, "provenance", topology.provenance());
            segments(json, topology);
            json.writeArrayPropertyStart("functions");
            FunctionJson functions = new FunctionJson(topology, names, layouts.map(RegistersJson::new));
            for (PciFunction function : topology.functions()) {
                if (where.isEmpty() || where.get().matches().contains(function.address())) {
                    functions.write(json, function);
                }
            }
            json.writeEndArray();
            where.ifPresent(result -> undecided(json, result));
            StateJson.host(json, topology);
            logNotes(json, topology);
            diagnostics(json, topology);
        });
    }

    /** Those that may belong among the functions, for all that the source tells. */
    private static void undecided(JsonGenerator json, QueryResult result) {
        json.writeArrayPropertyStart("undecided");
        result.undecided().forEach(address -> json.writeString(address.toString()));
        json.writeEndArray();
    }

    private static void segments(JsonGenerator json, Topology topology) {
        json.writeArrayPropertyStart("segments");
        for (Segment segment : topology.segments()) {
            json.writeStartObject();
            json.writeNumberProperty("segment", Integer.toUnsignedLong(segment.number()));
            json.writeArrayPropertyStart("rootBuses");
            for (HostBridge bridge : topology.hostBridges(segment)) {
                json.writeStartObject();
                json.writeNumberProperty("bus", bridge.rootBus());
                json.writeNumberProperty("end", bridge.buses().last());
                json.writeBooleanProperty("endAssumed", bridge.endAssumed());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void logNotes(JsonGenerator json, Topology topology) {
        if (topology.logNotes().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("logNotes");
        for (LogNote note : topology.logNotes()) {
            json.writeStartObject();
            json.writeStringProperty("address", note.subject().toString());
            json.writeStringProperty("level", note.level().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("line", note.line());
            JsonLines.text(json, "finding", note.finding());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void diagnostics(JsonGenerator json, Topology topology) {
        json.writeArrayPropertyStart("diagnostics");
        for (Diagnostic diagnostic : topology.diagnostics()) {
            json.writeStartObject();
            json.writeStringProperty("id", diagnostic.id());
            JsonLines.text(json, "subject", diagnostic.subject());
            json.writeStringProperty("text", diagnostic.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
