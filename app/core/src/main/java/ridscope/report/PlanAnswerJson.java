package ridscope.report;

import java.util.Locale;
import ridscope.plan.Advice;
import ridscope.plan.Loss;
import ridscope.plan.Outlook;
import ridscope.plan.Shortage;
import ridscope.plan.VfLimits;
import ridscope.rid.FunctionAddress;
import tools.jackson.core.JsonGenerator;

/** What a plan means for those that were not asked about, as JSON. */
final class PlanAnswerJson {

    private PlanAnswerJson() {}

    /** @param renumbers whether the host's kernel knows {@code pci=assign-busses} */
    static void write(JsonGenerator json, Outlook outlook, Advice advice, boolean renumbers) {
        json.writeArrayPropertyStart("limits");
        advice.limits().forEach((pf, most) -> limits(json, pf, most, renumbers));
        json.writeEndArray();
        json.writeArrayPropertyStart("shortAtMaximum");
        outlook.shortages().forEach(shortage -> shortage(json, shortage));
        json.writeEndArray();
        worse(json, "worseThanToday", outlook);
        json.writeArrayPropertyStart("assumedWindows");
        outlook.assumed().forEach(root -> json.writeString(root.toString()));
        json.writeEndArray();
        advice.worse().ifPresent(worse -> worse(json, "worseWithParameters", worse));
    }

    private static void limits(JsonGenerator json, FunctionAddress pf, VfLimits most, boolean renumbers) {
        json.writeStartObject();
        json.writeStringProperty("function", pf.toString());
        json.writeNumberProperty("now", most.now());
        json.writeNumberProperty("afterRescan", most.afterRescan());
        if (renumbers) {
            json.writeNumberProperty("afterAssignBusses", most.afterAssignBusses());
        }
        json.writeEndObject();
    }

    private static void shortage(JsonGenerator json, Shortage shortage) {
        json.writeStartObject();
        json.writeStringProperty("function", shortage.pf().toString());
        json.writeStringProperty("kind", lower(shortage.kind()));
        json.writeNumberProperty("total", shortage.total());
        json.writeNumberProperty("fitting", shortage.fitting());
        json.writeNumberProperty("shared", shortage.shared());
        if (!shortage.problem().isEmpty()) {
            json.writeStringProperty("problem", shortage.problem());
        }
        json.writeEndObject();
    }

    private static void worse(JsonGenerator json, String name, Outlook outlook) {
        json.writeObjectPropertyStart(name);
        json.writeArrayPropertyStart("losses");
        outlook.losses().forEach(loss -> loss(json, loss));
        json.writeEndArray();
        json.writeArrayPropertyStart("notFound");
        outlook.notFound().forEach(f -> json.writeString(f.toString()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void loss(JsonGenerator json, Loss loss) {
        json.writeStartObject();
        json.writeStringProperty("kind", lower(loss.kind()));
        json.writeStringProperty("function", loss.function().toString());
        json.writeNumberProperty("total", loss.total());
        json.writeNumberProperty("today", loss.today());
        json.writeNumberProperty("planned", loss.planned());
        json.writeEndObject();
    }

    private static String lower(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
