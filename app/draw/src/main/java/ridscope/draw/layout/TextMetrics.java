package ridscope.draw.layout;

import ridscope.draw.diagram.TextStyle;

/** Measures text the same way for every surface: advances of the bundled fonts. Immutable. */
public interface TextMetrics {

    /** Width of a text on one line, in diagram units. */
    double width(TextStyle style, String text);

    /** Height of capital letters, for vertical centring. */
    double capHeight(TextStyle style);

    /** The longest beginning that fits with an ellipsis, or the whole text. */
    default String fit(TextStyle style, String text, double available) {
        if (width(style, text) <= available) {
            return text;
        }
        int end = 0;
        int tooLong = text.length();
        while (tooLong - end > 1) {
            int middle = (end + tooLong) >>> 1;
            if (width(style, text.substring(0, middle) + "…") <= available) {
                end = middle;
            } else {
                tooLong = middle;
            }
        }
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
