package ridscope.report.json;

import ridscope.host.Provenance;
import tools.jackson.core.JsonGenerator;

/** Where a host comes from. */
public final class ProvenanceJson {

    private ProvenanceJson() {}

    /** As a member of the object that is being written. */
    public static void write(JsonGenerator json, String name, Provenance provenance) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("kind", provenance.kind());
        JsonLines.text(json, "host", provenance.host());
        JsonLines.text(json, "kernel", provenance.kernel());
        JsonLines.text(json, "capturedAt", provenance.capturedAt());
        JsonLines.flag(json, "privileged", provenance.privileged());
        json.writeEndObject();
    }
}
