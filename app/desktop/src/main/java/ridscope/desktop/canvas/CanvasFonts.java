package ridscope.desktop.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import ridscope.desktop.theme.Fonts;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontFace;

/** Fonts by style and size on the canvas. Sizes come in quarter pixels, so that zooming does not make a new font per step. */
final class CanvasFonts {

    private record Key(FontFace face, long quarters) {}

    private final Map<Key, Font> fonts = new HashMap<>();

    Font of(TextStyle style, double scale) {
        FontFace face = FontFace.of(style);
        long quarters = Math.max(1, Math.round(style.size() * scale * 4));
        return fonts.computeIfAbsent(new Key(face, quarters), key -> Fonts.font(face, quarters / 4.0));
    }
}
