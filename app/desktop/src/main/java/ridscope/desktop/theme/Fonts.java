package ridscope.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;
import ridscope.draw.fonts.BundledFonts;
import ridscope.draw.fonts.FontFace;

/** The bundled fonts, known to the toolkit from the first use of this class on. */
public final class Fonts {

    private static final Map<FontFace, String> NAMES = load();

    private Fonts() {}

    /** Makes the families known, so that style sheets can name them. */
    public static void register() {
        font(FontFace.SANS, 12);
    }

    /** A face in a size in pixels. */
    public static Font font(FontFace face, double size) {
        return new Font(NAMES.get(face), size);
    }

    private static Map<FontFace, String> load() {
        Map<FontFace, String> names = new EnumMap<>(FontFace.class);
        for (FontFace face : FontFace.values()) {
            try (InputStream in = BundledFonts.open(face)) {
                names.put(face, Font.loadFont(in, 12).getName());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }
}
