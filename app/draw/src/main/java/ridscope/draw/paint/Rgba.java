package ridscope.draw.paint;

/**
 * A colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param opacity 0 to 1
 */
public record Rgba(int red, int green, int blue, double opacity) {

    /** From 0xRRGGBB, opaque. */
    public static Rgba of(int rgb) {
        return new Rgba(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
    }

    /** The same colour with another opacity. */
    public Rgba withOpacity(double other) {
        return new Rgba(red, green, blue, other);
    }

    /** So much of this colour, 0 to 1, and the rest of the other; as opaque as this one. */
    Rgba mixed(Rgba other, double share) {
        return new Rgba(
                mixed(red, other.red, share),
                mixed(green, other.green, share),
                mixed(blue, other.blue, share),
                opacity);
    }

    private static int mixed(int own, int other, double share) {
        return (int) Math.round(own * share + other * (1 - share));
    }

    /** {@code #rrggbb}. */
    public String hex() {
        String digits = "0123456789abcdef";
        char[] text = {
            '#',
            digits.charAt(red >> 4),
            digits.charAt(red & 15),
            digits.charAt(green >> 4),
            digits.charAt(green & 15),
            digits.charAt(blue >> 4),
            digits.charAt(blue & 15)
        };
        return new String(text);
    }
}
