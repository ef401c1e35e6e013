package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import ridscope.plan.Advice;
import ridscope.plan.BridgePlan;
import ridscope.plan.BudgetRow;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.Outlook;
import ridscope.plan.PlanAnswer;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanGap;
import ridscope.plan.SoftwareRids;
import ridscope.report.json.JsonLines;
import ridscope.topology.Topology;
import tools.jackson.core.JsonGenerator;

/**
 * A plan of bus numbers as JSON. Bus numbers and Routing IDs are decimal; a bridge that gets none is planned as {@code [0,0]}.
 * Where it cannot be told whether it fits, {@code fits} is left out and {@code undecided} says why.
 */
public final class PlanJson {

    private PlanJson() {}

    /**
     * Writes one object; the writer stays open.
     *
     * @param advice what would make it fit
     * @throws IOException if the writer fails
     */
    public static void write(Topology topology, BusPlan plan, Advice advice, Writer out) throws IOException {
        JsonLines.write(out, json -> {
            plan(json, plan, advice);
            PlanAnswerJson.write(json, Outlook.of(topology, plan), advice, Advice.renumbers(topology));
            json.writeArrayPropertyStart("softwareRids");
            SoftwareRids.of(topology).forEach(rids -> software(json, rids));
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
        if (plan.answer() != PlanAnswer.CANNOT_TELL) {
            json.writeBooleanProperty("fits", plan.answer() != PlanAnswer.DOES_NOT_FIT);
        }
        json.writeBooleanProperty("asked", plan.wishes().anyAsked());
        json.writeArrayPropertyStart("undecided");
        plan.gaps().forEach(gap -> gap(json, gap));
        json.writeEndArray();
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

    private static void gap(JsonGenerator json, PlanGap gap) {
        json.writeStartObject();
        json.writeStringProperty("subject", gap.subject().toString());
        json.writeStringProperty("missing", gap.missing());
        json.writeStringProperty("advice", gap.advice());
        json.writeEndObject();
    }

    private static void bridge(JsonGenerator json, BridgePlan bridge) {
        json.writeStartObject();
        json.writeStringProperty("address", bridge.address().toString());
        bridge.now().ifPresent(now -> numbers(json, "now", now));
        if (!bridge.guessed()) {
            planned(json, bridge);
        }
        if (bridge.plugged()) {
            json.writeBooleanProperty("plugged", true);
        }
        json.writeEndObject();
    }

    private static void planned(JsonGenerator json, BridgePlan bridge) {
        numbers(json, "planned", bridge.planned());
        if (bridge.kernelStart().isPresent() && bridge.kernelEnd().isPresent()) {
            json.writeArrayPropertyStart("kernel");
            json.writeNumber(bridge.kernelStart().getAsLong());
            json.writeNumber(bridge.kernelEnd().getAsLong());
            json.writeEndArray();
        }
        json.writeNumberProperty("reserved", bridge.reserved());
        json.writeBooleanProperty("kept", bridge.kept());
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
        if (!row.guessed()) {
            figures(json, row);
        }
        json.writeStringProperty("verdict", row.verdict());
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, BudgetRow row) {
        json.writeNumberProperty("assigned", row.assigned());
        json.writeNumberProperty("used", row.used());
        json.writeNumberProperty("neededInitialVfs", row.neededInitialVfs());
        json.writeNumberProperty("neededVfs", row.neededVfs());
        json.writeNumberProperty("neededSdis", row.neededSdis());
        json.writeNumberProperty("hotplug", row.hotplug());
        json.writeNumberProperty("slack", row.slack());
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
