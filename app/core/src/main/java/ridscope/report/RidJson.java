package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ridscope.report.json.JsonLines;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.ridmap.Claim;
import ridscope.ridmap.FpbWindow;
import ridscope.ridmap.Reach;
import ridscope.ridmap.RidAnswer;
import ridscope.topology.HostBridge;
import tools.jackson.core.JsonGenerator;

/** The answer to "who owns this Routing ID" as JSON. */
public final class RidJson {

    private RidJson() {}

    /**
     * Writes one answer as an object; the writer stays open.
     *
     * @param asked the ID as it was asked for; above 0xFFFF the answer is about its low 16 bits
     * @throws IOException if the writer fails
     */
    public static void write(RidAnswer answer, Placement asked, Writer out) throws IOException {
        JsonLines.write(out, json -> answer(json, answer, asked));
    }

    /**
     * Writes several answers as an array of such objects; the writer stays open.
     *
     * @param answers at the same index as what was asked
     * @param asked as many as there are answers
     * @throws IOException if the writer fails
     */
    public static void writeAll(List<RidAnswer> answers, List<Placement> asked, Writer out) throws IOException {
        List<JsonLines.Body> bodies = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            RidAnswer answer = answers.get(i);
            Placement placement = asked.get(i);
            bodies.add(json -> answer(json, answer, placement));
        }
        JsonLines.writeArray(out, bodies);
    }

    private static void answer(JsonGenerator json, RidAnswer answer, Placement asked) {
        json.writeNumberProperty("rid", answer.address().rid().value());
        json.writeStringProperty("address", answer.address().toString());
        json.writeNumberProperty("unwrapped", asked.unwrapped());
        json.writeArrayPropertyStart("claims");
        answer.claims().forEach(claim -> claim(json, claim, answer, false));
        answer.wrapped().forEach(claim -> claim(json, claim, answer, true));
        json.writeEndArray();
        json.writeObjectPropertyStart("routing");
        json.writeStringProperty("state", id(answer.routing().state()));
        json.writeArrayPropertyStart("bridges");
        for (FunctionAddress bridge : answer.routing().bridges()) {
            json.writeString(bridge.toString());
        }
        json.writeEndArray();
        if (answer.routing().hostBridge().flatMap(HostBridge::guess).isPresent()) {
            json.writeBooleanProperty("assumed", true);
        }
        json.writeEndObject();
        JsonLines.number(json, "iommuGroup", answer.iommuGroup());
        if (!answer.fpb().isEmpty()) {
            json.writeArrayPropertyStart("fpb");
            answer.fpb().forEach(window -> fpb(json, window, answer.address().rid()));
            json.writeEndArray();
        }
    }

    private static void fpb(JsonGenerator json, FpbWindow window, RoutingId rid) {
        json.writeStartObject();
        json.writeStringProperty("port", window.port().toString());
        json.writeNumberProperty("bit", window.bit(rid));
        window.forwards(rid).ifPresent(yes -> json.writeBooleanProperty("forwards", yes));
        json.writeEndObject();
    }

    private static void claim(JsonGenerator json, Claim claim, RidAnswer answer, boolean wrapped) {
        json.writeStartObject();
        json.writeStringProperty("kind", id(claim.kind()));
        json.writeStringProperty("owner", claim.owner().toString());
        JsonLines.number(json, "index", claim.index());
        if (!claim.formula().isEmpty()) {
            json.writeStringProperty("formula", claim.formula());
        }
        if (claim.enabled() != Claim.Enabled.UNKNOWN) {
            json.writeBooleanProperty("enabled", claim.enabled() == Claim.Enabled.YES);
        }
        if (wrapped) {
            json.writeNumberProperty("unwrapped", claim.placement().unwrapped());
        }
        if (answer.outside().containsKey(claim)) {
            outside(json, answer.outside().get(claim));
        }
        json.writeEndObject();
    }

    private static void outside(JsonGenerator json, Reach reach) {
        json.writeObjectPropertyStart("outside");
        reach.port().ifPresent(port -> json.writeStringProperty("port", port.toString()));
        json.writeStringProperty("buses", reach.buses().toString());
        json.writeEndObject();
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
