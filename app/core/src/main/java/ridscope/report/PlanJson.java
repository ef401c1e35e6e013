package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import ridscope.plan.Advice;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanFailure;
import ridscope.plan.SoftwareRids;
import tools.jackson.core.JsonGenerator;

/** A plan of bus numbers as JSON. Bus numbers and Routing IDs are decimal; a bridge that gets none is planned as {@code [0,0]}. */
public final class PlanJson {

    private PlanJson() {}

    /**
     * Writes one object; the writer stays open.
     *
     * @param advice what would make it fit
     * @param software Routing IDs of today's host that nothing claims, by port
     * @throws IOException if the writer fails
     */
    public static void write(BusPlan plan, Advice advice, List<SoftwareRids> software, Writer out) throws IOException {
        JsonLines.write(out, json -> {
            plan(json, plan, advice);
            json.writeArrayPropertyStart("softwareRids");
            software.forEach(rids -> software(json, rids));
            json.writeEndArray();
        });
    }

    private static void software(JsonGenerator json, SoftwareRids rids) {
        json.writeStartObject();
        json.writeStringProperty("port", rids.port().toString());
        json.writeNumberProperty("count", rids.count());
        json.writeArrayPropertyStart("runs");
        for (SoftwareRids.Run run : rids.runs()) {
            json.writeStartArray();
            json.writeNumber(run.first().value());
            json.writeNumber(run.last().value());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeBooleanProperty("ariAssumedOff", rids.ariAssumedOff());
        json.writeEndObject();
    }

    private static void plan(JsonGenerator json, BusPlan plan, Advice advice) {
        json.writeBooleanProperty("fits", plan.fits());
        json.writeArrayPropertyStart("bridges");
        plan.bridges().forEach(bridge -> bridge(json, bridge));
        json.writeEndArray();
        json.writeArrayPropertyStart("functions");
        plan.moved().forEach((from, to) -> {
            json.writeStartObject();
            json.writeStringProperty("address", from.toString());
            json.writeStringProperty("planned", to.toString());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("failures");
        advice.failures().forEach(failure -> failure(json, failure));
        json.writeEndArray();
        json.writeArrayPropertyStart("budget");
        plan.budget().forEach(row -> budget(json, row));
        json.writeEndArray();
        json.writeArrayPropertyStart("parameters");
        advice.parameters().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("events");
        plan.events().forEach(event -> event(json, event));
        json.writeEndArray();
    }

    private static void bridge(JsonGenerator json, BridgePlan bridge) {
        json.writeStartObject();
        json.writeStringProperty("address", bridge.address().toString());
        bridge.now().ifPresent(now -> numbers(json, "now", now));
        numbers(json, "planned", bridge.planned());
        if (bridge.kernelStart().isPresent() && bridge.kernelEnd().isPresent()) {
            json.writeArrayPropertyStart("kernel");
            json.writeNumber(bridge.kernelStart().getAsLong());
            json.writeNumber(bridge.kernelEnd().getAsLong());
            json.writeEndArray();
        }
        json.writeNumberProperty("reserved", bridge.reserved());
        json.writeBooleanProperty("kept", bridge.kept());
        if (bridge.plugged()) {
            json.writeBooleanProperty("plugged", true);
        }
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, BusNumbers numbers) {
        json.writeArrayPropertyStart(name);
        json.writeNumber(numbers.secondary());
        json.writeNumber(numbers.subordinate());
        json.writeEndArray();
    }

    private static void failure(JsonGenerator json, PlanFailure failure) {
        json.writeStartObject();
        json.writeStringProperty("bridge", failure.bridge().toString());
        json.writeStringProperty("subject", failure.subject().toString());
        json.writeStringProperty("reason", failure.reason());
        json.writeStringProperty("kernelMessage", failure.kernelMessage());
        json.writeStringProperty("advice", failure.advice());
        json.writeEndObject();
    }

    private static void budget(JsonGenerator json, BudgetRow row) {
        json.writeStartObject();
        json.writeStringProperty("bridge", row.subject().toString());
        json.writeNumberProperty("assigned", row.assigned());
        json.writeNumberProperty("used", row.used());
        json.writeNumberProperty("neededInitialVfs", row.neededInitialVfs());
        json.writeNumberProperty("neededVfs", row.neededVfs());
        json.writeNumberProperty("neededSdis", row.neededSdis());
        json.writeNumberProperty("hotplug", row.hotplug());
        json.writeNumberProperty("slack", row.slack());
        json.writeStringProperty("verdict", row.verdict());
        json.writeEndObject();
    }

    private static void event(JsonGenerator json, PlanEvent event) {
        json.writeStartObject();
        json.writeStringProperty("id", event.id().name());
        json.writeStringProperty("subject", event.subject().toString());
        if (event.number().isPresent()) {
            json.writeNumberProperty("number", event.number().getAsLong());
        }
        json.writeStringProperty("text", event.text());
        json.writeStringProperty("kernelMessage", event.kernelMessage());
        json.writeEndObject();
    }
}
