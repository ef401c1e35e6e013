package ridscope.rid;

/** Hex digits without {@link String#format}, which costs more than everything around it on the way to a first answer. */
final class Hex {

    private Hex() {}

    /** Lower-case, zero-padded to at least this many digits; the value is read as unsigned. */
    static String padded(int value, int digits) {
        String text = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
