package ridscope.source.json;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.rid.FunctionAddress;
import ridscope.source.Limits;
import ridscope.text.Numbers;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Pulls typed values out of JSON. Whatever does not have the expected form is a {@link MalformedException} with its place. */
final class Fields {

    /** Reads or skips the value the parser stands on. */
    @FunctionalInterface
    interface Handler {
        void field(String name);
    }

    private final JsonParser in;

    Fields(JsonParser in) {
        this.in = in;
    }

    /** All fields of the object the parser stands on. A field that is null counts as absent. */
    void object(Handler handler) {
        expect(JsonToken.START_OBJECT, "an object");
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                handler.field(name);
            }
        }
        expect(JsonToken.END_OBJECT, "the end of an object");
    }

    /** All elements of the array the parser stands on. */
    void array(int limit, Runnable element) {
        expect(JsonToken.START_ARRAY, "an array");
        int count = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == null) {
                throw bad("the array has no end");
            }
            if (++count > limit) {
                throw bad("the array has more than " + limit + " elements");
            }
            element.run();
        }
    }

    /** Passes over a value that this version does not know. */
    void skip() {
        in.skipChildren();
    }

    String string() {
        expect(JsonToken.VALUE_STRING, "a text");
        return in.getString();
    }

    Optional<String> text() {
        String text = string();
        if (text.length() > Limits.TEXT) {
            throw bad("the text is longer than " + Limits.TEXT + " characters");
        }
        return Optional.of(text);
    }

    boolean bool() {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw bad("true or false was expected");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    long number(long min, long max) {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        long value = in.getLongValue();
        if (value < min || value > max) {
            throw bad(value + " is not between " + min + " and " + max);
        }
        return value;
    }

    /** A whole number, or a text of hex digits. */
    long number() {
        return in.currentToken() == JsonToken.VALUE_STRING
                ? hex64().getAsLong()
                : number(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** One of some words, written as {@link SnapshotFormat#word} does. */
    <E extends Enum<E>> E word(E[] values) {
        String text = string();
        for (E value : values) {
            if (SnapshotFormat.word(value).equals(text)) {
                return value;
            }
        }
        throw bad(quoted(text) + " is none of the words that can stand here");
    }

    OptionalInt integer(int min, int max) {
        return OptionalInt.of((int) number(min, max));
    }

    /** A text of hex digits. */
    OptionalInt hex(int max) {
        String text = string();
        OptionalLong value = Numbers.hexLong(text);
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > max) {
            throw bad(quoted(text) + " is not a hex number up to " + Integer.toHexString(max));
        }
        return OptionalInt.of((int) value.getAsLong());
    }

    /** A text of hex digits, at most 64 bits, unsigned. */
    OptionalLong hex64() {
        String text = string();
        OptionalLong value = Numbers.hexLong(text);
        if (value.isEmpty()) {
            throw bad(quoted(text) + " is not a hex number of at most 16 digits");
        }
        return value;
    }

    FunctionAddress address() {
        String text = string();
        return FunctionAddress.parse(text).orElseThrow(() -> bad(quoted(text) + " is not a function address"));
    }

    private void expect(JsonToken token, String what) {
        if (in.currentToken() != token) {
            throw bad(what + " was expected");
        }
    }

    MalformedException bad(String what) {
        var at = in.currentTokenLocation();
        return new MalformedException("line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what);
    }

    static String quoted(String text) {
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
