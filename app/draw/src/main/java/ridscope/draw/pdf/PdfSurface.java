package ridscope.draw.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;
import ridscope.draw.paint.Viewport;

/**
 * Writes PDF: a page for each {@link #begin}. The same marks give the same bytes: the file holds no date of its own and its
 * identifier follows from what it says of itself. For one file; not thread-safe.
 */
public final class PdfSurface implements Surface, AutoCloseable {

    /** Points per diagram unit: 72 to the inch against 96. */
    static final double POINTS = 0.75;

    /** Readers take no larger page (ISO 32000-1, annex C.2), in points. */
    static final double LARGEST = 14_400;

    private final PDDocument document = new PDDocument();
    private final PdfFonts fonts = new PdfFonts(document);
    private final double times;
    private final double margin;
    private PdfPen pen;

    /**
     * What the file says of itself.
     *
     * @param title of the picture
     * @param subject where it comes from
     * @param program that drew it
     */
    public record About(String title, String subject, String program) {}

    /**
     * @param times how large the picture is printed, units of 1/96 inch per diagram unit
     * @param margin at each edge of a page that nothing may stand in, diagram units
     */
    public PdfSurface(About about, double times, double margin) {
        this.times = times;
        this.margin = margin;
        document.setDocumentId(Integer.toUnsignedLong(Objects.hash(about.title(), about.subject(), about.program())));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(about.title());
        information.setSubject(about.subject());
        information.setAuthor(about.program());
        information.setCreator(about.program());
    }

    /** The file, after the last {@link #end}. */
    public byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void begin(Viewport viewport, Rgba background) {
        Rect r = viewport.visible();
        double fit = Math.min(1, LARGEST / (Math.max(r.width(), r.height()) * times * POINTS));
        double scale = times * POINTS * fit;
        PDPage page = new PDPage(new PDRectangle((float) (r.width() * scale), (float) (r.height() * scale)));
        document.addPage(page);
        try {
            pen = new PdfPen(new PDPageContentStream(document, page), fonts, r, scale);
            if (background.opacity() > 0) {
                pen.box(r, 0, Optional.of(background), Optional.empty());
            }
            if (margin > 0) {
                pen.clip(r.grown(-margin));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beginMark(Mark mark) {}

    @Override
    public void endMark() {}

    @Override
    public void box(Rect rect, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) {
        draw(() -> pen.box(rect, corner, fill, stroke));
    }

    @Override
    public void hatch(Rect rect, Rgba color) {
        draw(() -> pen.hatch(rect, color));
    }

    @Override
    public void line(List<Point> points, Stroke stroke) {
        draw(() -> pen.line(points, stroke));
    }

    @Override
    public void cells(Rect first, double pitch, int count, Rgba fill) {
        draw(() -> pen.cells(first, pitch, count, fill));
    }

    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {
        draw(() -> pen.text(text, style, baseline, anchor, color));
    }

    @Override
    public void end() {
        draw(pen::close);
    }

    @Override
    public void close() {
        draw(document::close);
    }

    /** Nothing is read from or written to a disk, so that nothing can fail but the program. */
    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }
}
