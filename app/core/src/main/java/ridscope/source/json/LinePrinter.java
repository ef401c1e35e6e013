package ridscope.source.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** One line per key of a function, deeper things in one line, so that a version-control diff shows what changed where. */
final class LinePrinter implements PrettyPrinter {

    private static final int DEEPEST_BROKEN = 3;

    private int depth;

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) {
        start(out, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        breakLine(out);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        separate(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        end(out, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        start(out, '[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        breakLine(out);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        separate(out);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        end(out, values, ']');
    }

    private void start(JsonGenerator out, char bracket) {
        out.writeRaw(bracket);
        depth++;
    }

    private void separate(JsonGenerator out) {
        out.writeRaw(depth <= DEEPEST_BROKEN ? "," : ", ");
        breakLine(out);
    }

    private void end(JsonGenerator out, int members, char bracket) {
        boolean broken = depth <= DEEPEST_BROKEN;
        depth--;
        if (broken && members > 0) {
            out.writeRaw('\n');
            out.writeRaw("  ".repeat(depth));
        }
        out.writeRaw(bracket);
    }

    private void breakLine(JsonGenerator out) {
        if (depth <= DEEPEST_BROKEN) {
            out.writeRaw('\n');
            out.writeRaw("  ".repeat(depth));
        }
    }
}
