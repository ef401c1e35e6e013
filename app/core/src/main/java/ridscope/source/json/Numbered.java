package ridscope.source.json;

import java.util.List;

/** An object of numbers: decimal ones as JSON numbers, registers as hex texts. */
final class Numbered {

    private static final long MOST = 0xffff_ffffL;

    private final Fields in;
    private final List<String> keys;
    private final long[] values;
    private final boolean[] seen;

    Numbered(Fields in, String... keys) {
        this.in = in;
        this.keys = List.of(keys);
        values = new long[keys.length];
        seen = new boolean[keys.length];
    }

    Numbered read() {
        in.object(this::field);
        return this;
    }

    /** Takes the value of one key, or passes over it. */
    void field(String name) {
        int index = keys.indexOf(name);
        if (index < 0) {
            in.skip();
            return;
        }
        values[index] = in.number();
        seen[index] = true;
    }

    boolean has(int index) {
        return seen[index];
    }

    /** The value of a key that must be there, 0 to {@code max}. */
    int get(int index, int max) {
        return (int) value(index, max);
    }

    /** The value of a key that must be there, 32 bits. */
    long get32(int index) {
        return value(index, MOST);
    }

    private long value(int index, long max) {
        if (!seen[index]) {
            throw in.bad("the number " + Fields.quoted(keys.get(index)) + " is missing");
        }
        if (values[index] < 0 || values[index] > max) {
            throw in.bad(Fields.quoted(keys.get(index)) + " is not between 0 and " + max);
        }
        return values[index];
    }
}
