package ridscope.source.json;

import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.host.SlotRecord;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;

/** Turns a snapshot into JSON text. Keys whose value is unknown are left out. */
final class SnapshotGenerator {

    private final JsonGenerator out;

    private SnapshotGenerator(JsonGenerator out) {
        this.out = out;
    }

    /** Leaves the stream open. */
    static void write(HostSnapshot snapshot, OutputStream stream) {
        JsonGenerator json = SnapshotFormat.JSON.createGenerator(new Context(), stream, JsonEncoding.UTF8);
        json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
        json.configure(StreamWriteFeature.AUTO_CLOSE_CONTENT, false);
        try (json) {
            new SnapshotGenerator(json).snapshot(snapshot);
        }
    }

    private void snapshot(HostSnapshot snapshot) {
        out.writeStartObject();
        out.writeStringProperty("schema", SnapshotFormat.SCHEMA);
        out.writeNumberProperty("version", SnapshotFormat.VERSION);
        provenance(snapshot.provenance());
        out.writeArrayPropertyStart("rootBuses");
        snapshot.rootBuses().forEach(this::rootBus);
        out.writeEndArray();
        out.writeArrayPropertyStart("slots");
        snapshot.slots().forEach(this::slot);
        out.writeEndArray();
        if (!snapshot.numaNodes().isEmpty()) {
            out.writeArrayPropertyStart("numaNodes");
            snapshot.numaNodes().forEach(this::numaNode);
            out.writeEndArray();
        }
        out.writeArrayPropertyStart("functions");
        FunctionGenerator functions = new FunctionGenerator(out);
        snapshot.functions().forEach(functions::function);
        out.writeEndArray();
        out.writeArrayPropertyStart("bootLog");
        snapshot.bootLog().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayPropertyStart("diagnostics");
        snapshot.diagnostics().forEach(d -> diagnostic(out, d));
        out.writeEndArray();
        out.writeEndObject();
    }

    private void provenance(Provenance p) {
        out.writeObjectPropertyStart("provenance");
        out.writeStringProperty("kind", p.kind());
        text(out, "host", p.host());
        text(out, "kernel", p.kernel());
        p.capturedAt().ifPresent(time -> out.writeStringProperty("capturedAt", time.toString()));
        text(out, "tool", p.tool());
        p.privileged().ifPresent(yes -> out.writeBooleanProperty("privileged", yes));
        out.writeEndObject();
    }

    private void rootBus(RootBus root) {
        out.writeStartObject();
        out.writeNumberProperty("segment", Integer.toUnsignedLong(root.segment().number()));
        out.writeNumberProperty("bus", root.bus());
        number(out, "end", root.end());
        number(out, "numaNode", root.numaNode());
        out.writeEndObject();
    }

    private void slot(SlotRecord slot) {
        out.writeStartObject();
        out.writeStringProperty("name", slot.name());
        out.writeStringProperty("address", slot.address());
        slot.powered().ifPresent(on -> out.writeBooleanProperty("powered", on));
        slot.occupied().ifPresent(card -> out.writeBooleanProperty("occupied", card));
        text(out, "speed", slot.speed());
        text(out, "maxSpeed", slot.maxSpeed());
        out.writeEndObject();
    }

    private void numaNode(NumaNode node) {
        out.writeStartObject();
        out.writeNumberProperty("node", node.node());
        text(out, "cpus", node.cpus());
        out.writeEndObject();
    }

    static void diagnostic(JsonGenerator out, Diagnostic diagnostic) {
        out.writeStartObject();
        out.writeStringProperty("id", diagnostic.id());
        text(out, "subject", diagnostic.subject());
        out.writeStringProperty("text", diagnostic.text());
        out.writeEndObject();
    }

    static void text(JsonGenerator out, String key, Optional<String> value) {
        value.ifPresent(text -> out.writeStringProperty(key, text));
    }

    static void number(JsonGenerator out, String key, OptionalInt value) {
        value.ifPresent(number -> out.writeNumberProperty(key, number));
    }

    /** A hex text of at least so many digits. */
    static void hex(JsonGenerator out, String key, OptionalInt value, int digits) {
        value.ifPresent(number -> out.writeStringProperty(key, Numbers.hexText(number, digits)));
    }

    private static final class Context extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new LinePrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
