package ridscope.draw.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontFace;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;

/** Draws on one page in diagram units, y downwards; remembers what is set, so that the page says it once. */
final class PdfPen {

    private static final float[] DASHES = {3, 2};
    private static final float[] SOLID = {};

    /** Distance of a cubic curve's handles that comes nearest to a quarter of a circle, as a share of its radius. */
    private static final double CURVE = 0.5523;

    private static final double HATCH = 6 * Math.sqrt(2);
    private static final double HATCH_OPACITY = 0.55;
    private static final double HATCH_WIDTH = 1.4;

    private final PDPageContentStream out;
    private final PdfFonts fonts;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private Ink ink = Ink.UNKNOWN;

    /** What was set last; an empty part was not set. */
    private record Ink(
            Optional<Rgba> fill,
            Optional<Rgba> stroke,
            Optional<Double> width,
            Optional<List<Float>> dashes,
            int opacity) {

        static final Ink UNKNOWN = new Ink(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100);
    }

    /**
     * @param page what lies on the page, diagram units
     * @param scale points per diagram unit
     */
    PdfPen(PDPageContentStream out, PdfFonts fonts, Rect page, double scale) throws IOException {
        this.out = out;
        this.fonts = fonts;
        out.transform(new Matrix(
                (float) scale, 0, 0, (float) -scale, (float) (-page.x() * scale), (float) (page.bottom() * scale)));
        out.setLineJoinStyle(1);
    }

    void close() throws IOException {
        out.close();
    }

    /** What follows stays inside. */
    void clip(Rect r) throws IOException {
        rect(r);
        out.clip();
    }

    void box(Rect r, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) throws IOException {
        if (fill.isPresent()) {
            fill(fill.get());
            shape(r, corner);
            out.fill();
        }
        if (stroke.isPresent()) {
            stroke(stroke.get());
            shape(r, corner);
            out.stroke();
        }
    }

    private void shape(Rect r, double corner) throws IOException {
        double c = Math.min(corner, Math.min(r.width(), r.height()) / 2);
        if (c <= 0) {
            rect(r);
            return;
        }
        double k = c * (1 - CURVE);
        move(r.x() + c, r.y());
        lineTo(r.right() - c, r.y());
        curve(new Point(r.right() - k, r.y()), new Point(r.right(), r.y() + k), new Point(r.right(), r.y() + c));
        lineTo(r.right(), r.bottom() - c);
        curve(
                new Point(r.right(), r.bottom() - k),
                new Point(r.right() - k, r.bottom()),
                new Point(r.right() - c, r.bottom()));
        lineTo(r.x() + c, r.bottom());
        curve(new Point(r.x() + k, r.bottom()), new Point(r.x(), r.bottom() - k), new Point(r.x(), r.bottom() - c));
        lineTo(r.x(), r.y() + c);
        curve(new Point(r.x(), r.y() + k), new Point(r.x() + k, r.y()), new Point(r.x() + c, r.y()));
        out.closePath();
    }

    private void rect(Rect r) throws IOException {
        out.addRect((float) r.x(), (float) r.y(), (float) r.width(), (float) r.height());
    }

    private void move(double x, double y) throws IOException {
        out.moveTo((float) x, (float) y);
    }

    private void lineTo(double x, double y) throws IOException {
        out.lineTo((float) x, (float) y);
    }

    private void curve(Point a, Point b, Point end) throws IOException {
        out.curveTo((float) a.x(), (float) a.y(), (float) b.x(), (float) b.y(), (float) end.x(), (float) end.y());
    }

    /** Lines keep their place in the diagram, so that neighbouring hatched rows join. */
    void hatch(Rect r, Rgba color) throws IOException {
        stroke(new Stroke(color.withOpacity(color.opacity() * HATCH_OPACITY), HATCH_WIDTH, false));
        double first = Math.ceil((r.x() + r.y()) / HATCH) * HATCH;
        boolean any = false;
        for (double sum = first; sum <= r.right() + r.bottom(); sum += HATCH) {
            double left = Math.max(r.x(), sum - r.bottom());
            double right = Math.min(r.right(), sum - r.y());
            if (right > left) {
                move(left, sum - left);
                lineTo(right, sum - right);
                any = true;
            }
        }
        if (any) {
            out.stroke();
        }
    }

    void line(List<Point> points, Stroke stroke) throws IOException {
        stroke(stroke);
        move(points.get(0).x(), points.get(0).y());
        for (Point p : points.subList(1, points.size())) {
            lineTo(p.x(), p.y());
        }
        out.stroke();
    }

    /** A run of cells is one thick dashed line. */
    void cells(Rect first, double pitch, int count, Rgba fill) throws IOException {
        double all = Math.max(0, pitch) * (count - 1) + first.width();
        if (count == 1 || pitch <= first.width()) {
            box(new Rect(first.x(), first.y(), all, first.height()), 0, Optional.of(fill), Optional.empty());
            return;
        }
        dashed(fill, first.height(), List.of((float) first.width(), (float) (pitch - first.width())));
        move(first.x(), first.centerY());
        lineTo(first.x() + all, first.centerY());
        out.stroke();
    }

    void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        PdfFonts.Face face = fonts.face(FontFace.of(style));
        double width =
                anchor == Mark.Anchor.START ? 0 : FontMetricsTable.bundled().width(style, text);
        double shift = anchor == Mark.Anchor.MIDDLE ? width / 2 : width;
        fill(color);
        out.beginText();
        out.setFont(face.font(), (float) style.size());
        out.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (baseline.x() - shift), (float) baseline.y()));
        out.showText(face.encodable(text));
        out.endText();
    }

    private void fill(Rgba color) throws IOException {
        Rgba opaque = color.withOpacity(1);
        if (!ink.fill().equals(Optional.of(opaque))) {
            out.setNonStrokingColor(opaque.red() / 255f, opaque.green() / 255f, opaque.blue() / 255f);
            ink = new Ink(Optional.of(opaque), ink.stroke(), ink.width(), ink.dashes(), ink.opacity());
        }
        opacity(color);
    }

    private void stroke(Stroke stroke) throws IOException {
        dashed(stroke.color(), stroke.width(), stroke.dashed() ? List.of(DASHES[0], DASHES[1]) : List.of());
    }

    private void dashed(Rgba color, double width, List<Float> dashes) throws IOException {
        Rgba opaque = color.withOpacity(1);
        if (!ink.stroke().equals(Optional.of(opaque))) {
            out.setStrokingColor(opaque.red() / 255f, opaque.green() / 255f, opaque.blue() / 255f);
        }
        if (!ink.width().equals(Optional.of(width))) {
            out.setLineWidth((float) width);
        }
        if (!ink.dashes().equals(Optional.of(dashes))) {
            out.setLineDashPattern(dashes.isEmpty() ? SOLID : new float[] {dashes.get(0), dashes.get(1)}, 0);
        }
        ink = new Ink(ink.fill(), Optional.of(opaque), Optional.of(width), Optional.of(dashes), ink.opacity());
        opacity(color);
    }

    private void opacity(Rgba color) throws IOException {
        int percent = (int) Math.round(color.opacity() * 100);
        if (percent != ink.opacity()) {
            PDExtendedGraphicsState state = opacities.get(percent);
            if (state == null) {
                state = new PDExtendedGraphicsState();
                state.setStrokingAlphaConstant(percent / 100f);
                state.setNonStrokingAlphaConstant(percent / 100f);
                opacities.put(percent, state);
            }
            out.setGraphicsStateParameters(state);
            ink = new Ink(ink.fill(), ink.stroke(), ink.width(), ink.dashes(), percent);
        }
    }
}
