package ridscope.draw.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;

class PdfSurfaceTest {

    private static final PdfSurface.About ABOUT =
            new PdfSurface.About("host <&\"> one", "server-a · json", "RIDscope 1");

    @Test
    void thePageIsAsLargeAsThePicture() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleDiagram.oneOfEach(), 1))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(300);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(150);
        }
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleDiagram.oneOfEach(), 0.5))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(150);
        }
    }

    @Test
    void sayWhatItIsAndNotWhenItWasMade() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleDiagram.oneOfEach(), 1))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("host <&\"> one");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("server-a · json");
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            assertThat(pdf.getDocumentInformation().getModificationDate()).isNull();
        }
    }

    @Test
    void textStandsWhereTheDiagramHasIt() throws IOException {
        Mark.Label label = label("Final office: 3b:00.0", TextStyle.BODY);
        List<TextPosition> letters = letters(pdf(diagram(label), 1));
        StringBuilder text = new StringBuilder();
        letters.forEach(l -> text.append(l.getUnicode()));
        assertThat(text.toString()).as("no ligatures").isEqualTo("Final office: 3b:00.0");
        double points = PdfSurface.POINTS;
        TextPosition last = letters.get(letters.size() - 1);
        double width = FontMetricsTable.bundled().width(TextStyle.BODY, label.text());
        assertThat((double) letters.get(0).getX()).isCloseTo(40 * points, within(0.1));
        assertThat((double) letters.get(0).getY()).isCloseTo(60 * points, within(0.1));
        assertThat((double) (last.getX() + last.getWidth())).isCloseTo((40 + width) * points, within(0.1));
    }

    @Test
    void fontsAreEmbeddedAsSubsets() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(SampleDiagram.oneOfEach(), 1))) {
            int fonts = 0;
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+IBMPlex.*");
                fonts++;
            }
            assertThat(fonts).isPositive();
        }
        assertThat(pdf(SampleDiagram.oneOfEach(), 1).length).isLessThan(60_000);
    }

    @Test
    void charactersThatTheFontsLackGetAStandIn() throws IOException {
        byte[] pdf = pdf(diagram(label("名 \u0007 𝄞 \ud800 x", TextStyle.MONO)), 1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).strip()).endsWith("x");
        }
    }

    @Test
    void sameInputGivesSameBytes() {
        assertThat(pdf(SampleDiagram.oneOfEach(), 1)).isEqualTo(pdf(SampleDiagram.oneOfEach(), 1));
    }

    @Test
    void noPageIsLargerThanReadersTake() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(new Diagram("topology", "t", 100, 100_000, List.of()), 1))) {
            assertThat((double) pdf.getPage(0).getMediaBox().getHeight()).isCloseTo(PdfSurface.LARGEST, within(0.1));
        }
    }

    private static Mark.Label label(String text, TextStyle style) {
        return new Mark.Label(
                new MarkId("l"),
                Role.TEXT,
                style,
                Mark.Anchor.START,
                new Point(40, 60),
                text,
                new Rect(40, 50, 200, 14),
                Optional.empty(),
                Zooms.ALWAYS);
    }

    private static Diagram diagram(Mark... marks) {
        return new Diagram("topology", "t", 400, 200, List.of(marks));
    }

    private static byte[] pdf(Diagram diagram, double times) {
        try (PdfSurface surface = new PdfSurface(ABOUT, times, 0)) {
            DiagramPainter.paint(diagram, Palettes.LIGHT, Viewport.all(diagram), Set.of(), surface);
            return surface.pdf();
        }
    }

    private static List<TextPosition> letters(byte[] pdf) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text);
                    super.processTextPosition(text);
                }
            };
            stripper.getText(document);
        }
        return letters;
    }
}
