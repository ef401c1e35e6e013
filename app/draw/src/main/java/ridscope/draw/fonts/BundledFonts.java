package ridscope.draw.fonts;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Gives out the font files in this jar, for those who load them into AWT, JavaFX or a PDF. */
public final class BundledFonts {

    private BundledFonts() {}

    /**
     * Opens a face's TrueType file; the caller closes it.
     *
     * @throws IOException if it is missing, which means a broken build
     */
    public static InputStream open(FontFace face) throws IOException {
        InputStream in = BundledFonts.class.getResourceAsStream(face.file());
        if (in == null) {
            throw new FileNotFoundException("font " + face.file() + " is not in the jar");
        }
        return in;
    }
}
