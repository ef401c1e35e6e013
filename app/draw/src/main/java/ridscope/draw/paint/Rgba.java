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

    /** Contrast with another opaque colour, 1 to 21 (WCAG 2.1, contrast ratio). */
    double contrast(Rgba other) {
        double own = luminance();
        double theirs = other.luminance();
        return (Math.max(own, theirs) + 0.05) / (Math.min(own, theirs) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
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
