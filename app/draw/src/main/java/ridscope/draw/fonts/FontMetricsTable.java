package ridscope.draw.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.TextMetrics;

/**
 * Measures with the advances of the bundled fonts, as every surface draws them: the sum of the advances, without kerning and
 * ligatures. A face is read when it is first needed. Any thread may use it.
 */
public final class FontMetricsTable implements TextMetrics {

    private static final FontMetricsTable BUNDLED = new FontMetricsTable();

    private final AtomicReferenceArray<TrueTypeAdvances> faces = new AtomicReferenceArray<>(FontFace.values().length);

    private FontMetricsTable() {}

    /** The one table; there is no state besides what was read from the jar. */
    public static FontMetricsTable bundled() {
        return BUNDLED;
    }

    @Override
    public double width(TextStyle style, String text) {
        TrueTypeAdvances face = face(FontFace.of(style));
        long units = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            units += face.advance(c);
            i += Character.charCount(c);
        }
        return units * style.size() / face.unitsPerEm();
    }

    @Override
    public double capHeight(TextStyle style) {
        TrueTypeAdvances face = face(FontFace.of(style));
        return face.capHeight() * style.size() / face.unitsPerEm();
    }

    /** Two threads may read the same file at first; both get the same table. */
    private TrueTypeAdvances face(FontFace face) {
        TrueTypeAdvances known = faces.get(face.ordinal());
        if (known == null) {
            known = read(face);
            faces.set(face.ordinal(), known);
        }
        return known;
    }

    private static TrueTypeAdvances read(FontFace face) {
        try (InputStream in = BundledFonts.open(face)) {
            return TrueTypeAdvances.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
