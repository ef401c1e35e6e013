package ridscope.desktop.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import ridscope.desktop.theme.Fonts;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontFace;

/** Fonts by style and size on the canvas. Sizes come in half pixels, so that zooming does not make a new font per step. */
final class CanvasFonts {

    private record Key(FontFace face, long halves) {}

    private final Map<Key, Font> fonts = new HashMap<>();

    Font of(TextStyle style, double scale) {
        FontFace face = FontFace.of(style);
        long halves = halves(style, scale);
        return fonts.computeIfAbsent(new Key(face, halves), key -> Fonts.font(face, halves / 2.0));
    }

    /** Size in pixels of the font that a style has at a scale. */
    static double size(TextStyle style, double scale) {
        return halves(style, scale) / 2.0;
    }

    private static long halves(TextStyle style, double scale) {
        return Math.max(1, Math.round(style.size() * scale * 2));
    }
}
