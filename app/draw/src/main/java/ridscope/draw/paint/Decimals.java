package ridscope.draw.paint;

/** Writes coordinates as text: the same digits in every locale, without a formatter's start-up. */
public final class Decimals {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000};

    private Decimals() {}

    /** As short as two decimals allow: {@code 12}, {@code 12.5}, {@code -0.25}. */
    public static void shortest(StringBuilder out, double value) {
        append(out, value, 2, true);
    }

    /** As short as five decimals allow, for distances that add up. */
    public static void fine(StringBuilder out, double value) {
        append(out, value, 5, true);
    }

    /** Always two decimals: {@code 12.00}. */
    public static void fixed(StringBuilder out, double value) {
        append(out, value, 2, false);
    }

    private static void append(StringBuilder out, double value, int decimals, boolean trim) {
        long power = POWERS[decimals];
        long scaled = Math.round(Math.abs(value) * power);
        if (value < 0 && scaled != 0) {
            out.append('-');
        }
        out.append(scaled / power);
        long rest = scaled % power;
        if (trim && rest == 0) {
            return;
        }
        out.append('.');
        for (long digit = power / 10; digit > 0 && !(trim && rest == 0); digit /= 10) {
            out.append((char) ('0' + rest / digit));
            rest %= digit;
        }
    }
}
