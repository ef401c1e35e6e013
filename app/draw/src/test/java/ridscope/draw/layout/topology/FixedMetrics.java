package ridscope.draw.layout.topology;

import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.TextMetrics;

/** Every character is as wide as every other, so that numbers in goldens can be checked by counting. */
final class FixedMetrics implements TextMetrics {

    @Override
    public double width(TextStyle style, String text) {
        return text.length() * 6;
    }

    @Override
    public double capHeight(TextStyle style) {
        return 8;
    }
}
