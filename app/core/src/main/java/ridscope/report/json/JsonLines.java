package ridscope.report.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.text.Numbers;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * JSON that a person can read and {@code grep} can cut: the members of the root object and the elements of its arrays stand
 * on lines of their own. Pure ASCII, so that no terminal's charset can spoil it.
 */
public final class JsonLines {

    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Body {
        /** Writes it. */
        void write(JsonGenerator json);
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonLines() {}

    /**
     * Writes one root object and a line end; the writer stays open and is flushed.
     *
     * @throws IOException if the writer fails
     */
    public static void write(Writer out, Body body) throws IOException {
        object(out, body);
        out.write('\n');
        out.flush();
    }

    /**
     * Writes an array of objects, each laid out as {@link #write} would, and a line end; the writer stays open and is flushed.
     *
     * @throws IOException if the writer fails
     */
    public static void writeArray(Writer out, List<Body> bodies) throws IOException {
        String before = "[";
        for (Body body : bodies) {
            out.write(before);
            object(out, body);
            before = ",\n";
        }
        out.write(bodies.isEmpty() ? "[]\n" : "]\n");
        out.flush();
    }

    private static void object(Writer out, Body body) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Context(), out)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** A member, left out where it is unknown. */
    public static void number(JsonGenerator json, String name, OptionalInt value) {
        if (value.isPresent()) {
            json.writeNumberProperty(name, value.getAsInt());
        }
    }

    /** A member in lower-case hex, zero-padded, without {@code 0x}; left out where it is unknown. */
    public static void hex(JsonGenerator json, String name, OptionalInt value, int digits) {
        if (value.isPresent()) {
            json.writeStringProperty(name, Numbers.hexText(value.getAsInt(), digits));
        }
    }

    /** A member, left out where it is unknown. */
    public static void text(JsonGenerator json, String name, Optional<?> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get().toString());
        }
    }

    /** A member, left out where it is unknown. */
    public static void flag(JsonGenerator json, String name, Optional<Boolean> value) {
        if (value.isPresent()) {
            json.writeBooleanProperty(name, value.get());
        }
    }

    private static final class Context extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new TwoLevels();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** Breaks lines on the outer two levels, and keeps what is deeper on one line. */
    private static final class TwoLevels implements PrettyPrinter {
        private int depth;

        @Override
        public void writeRootValueSeparator(JsonGenerator json) {
            json.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator json) {
            json.writeRaw('{');
            depth++;
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) {
            depth--;
            end(json, depth == 0, entries, '}');
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(depth == 1 ? ",\n  " : ", ");
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(": ");
        }

        @Override
        public void writeStartArray(JsonGenerator json) {
            json.writeRaw('[');
            depth++;
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) {
            depth--;
            end(json, depth == 1, values, ']');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(depth == 2 ? ",\n    " : ", ");
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            if (depth == 2) {
                json.writeRaw("\n    ");
            }
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) {
            if (depth == 1) {
                json.writeRaw("\n  ");
            }
        }

        private void end(JsonGenerator json, boolean onItsOwnLine, int count, char bracket) {
            if (onItsOwnLine && count > 0) {
                json.writeRaw(depth == 0 ? "\n" : "\n  ");
            }
            json.writeRaw(bracket);
        }
    }
}
