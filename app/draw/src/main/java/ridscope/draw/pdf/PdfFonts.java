package ridscope.draw.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import ridscope.draw.fonts.BundledFonts;
import ridscope.draw.fonts.FontFace;

/** The bundled faces in one document, each read when it is first needed; of each the file keeps the glyphs that occur. */
final class PdfFonts {

    /** For characters that the fonts lack. */
    private static final int[] STAND_INS = {0xfffd, 0x25a1, '?'};

    private final PDDocument document;
    private final Map<FontFace, Face> faces = new EnumMap<>(FontFace.class);

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    /** A face and which characters it has. */
    record Face(PDFont font, CmapLookup glyphs, int standIn) {

        /** The text with one sign for each character that the face lacks. */
        String encodable(String text) {
            StringBuilder out = new StringBuilder(text.length());
            text.codePoints().forEach(c -> out.appendCodePoint(glyphs.getGlyphId(c) == 0 ? standIn : c));
            return out.toString();
        }
    }

    Face face(FontFace face) throws IOException {
        Face known = faces.get(face);
        if (known == null) {
            known = load(face);
            faces.put(face, known);
        }
        return known;
    }

    /** Without ligatures, so that text is as wide as it was measured. */
    private Face load(FontFace face) throws IOException {
        try (InputStream in = BundledFonts.open(face)) {
            TrueTypeFont font =
                    new TTFParser(true).parse(new RandomAccessReadBuffer(new ByteArrayInputStream(in.readAllBytes())));
            font.setEnableGsub(false);
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            int standIn = STAND_INS[STAND_INS.length - 1];
            for (int i = STAND_INS.length - 1; i >= 0; i--) {
                standIn = glyphs.getGlyphId(STAND_INS[i]) == 0 ? standIn : STAND_INS[i];
            }
            return new Face(PDType0Font.load(document, font, true), glyphs, standIn);
        }
    }
}
