package ridscope.report;

import java.util.OptionalLong;
import ridscope.config.layout.Field;
import ridscope.config.layout.Register;
import ridscope.config.layout.RegisterLayouts;
import ridscope.report.json.JsonLines;
import ridscope.topology.PciFunction;
import tools.jackson.core.JsonGenerator;

/** The key {@code registers} of a function; {@link ModelJson} says what is in it. */
final class RegistersJson {

    private final RegisterLayouts layouts;

    RegistersJson(RegisterLayouts layouts) {
        this.layouts = layouts;
    }

    void write(JsonGenerator json, PciFunction function) {
        json.writeArrayPropertyStart("registers");
        for (FunctionRegisters part : FunctionRegisters.of(function, layouts)) {
            json.writeStartObject();
            part.capability()
                    .ifPresentOrElse(
                            capability -> {
                                json.writeObjectPropertyStart("capability");
                                FunctionJson.capability(json, capability);
                                json.writeEndObject();
                            },
                            () -> {
                                json.writeObjectPropertyStart("header");
                                json.writeNumberProperty("offset", 0);
                                json.writeStringProperty("name", part.tree().title());
                                json.writeEndObject();
                            });
            json.writeStringProperty("layout", part.tree().title());
            JsonLines.text(json, "source", part.tree().source());
            JsonLines.text(json, "note", part.tree().note());
            json.writeArrayPropertyStart("registers");
            part.tree().registers().forEach(register -> register(json, register));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void register(JsonGenerator json, Register register) {
        json.writeStartObject();
        json.writeStringProperty("name", register.name());
        json.writeNumberProperty("offset", register.offset());
        json.writeNumberProperty("width", register.widthBits());
        value(json, register.raw(), register.widthBits(), register.meaning());
        if (!register.fields().isEmpty()) {
            json.writeArrayPropertyStart("fields");
            register.fields().forEach(field -> field(json, register, field));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, Register register, Field field) {
        json.writeStartObject();
        json.writeStringProperty("name", field.name());
        json.writeNumberProperty("offset", register.offset());
        json.writeNumberProperty("low", field.low());
        json.writeNumberProperty("high", field.high());
        json.writeStringProperty("mask", hex(field.mask(), register.widthBits()));
        value(json, field.raw(), field.high() - field.low() + 1, field.meaning());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, OptionalLong raw, int bits, String meaning) {
        if (raw.isPresent()) {
            json.writeStringProperty("raw", hex(raw.getAsLong(), bits));
        }
        if (!meaning.isEmpty()) {
            json.writeStringProperty("meaning", meaning);
        }
    }

    /** As many digits as so many bits need: numbers of 64 bits are none that every JSON reader keeps. */
    private static String hex(long value, int bits) {
        return String.format("%0" + (bits + 3) / 4 + "x", value);
    }
}
