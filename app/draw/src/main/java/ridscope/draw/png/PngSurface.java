package ridscope.draw.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.BundledFonts;
import ridscope.draw.fonts.FontFace;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;
import ridscope.draw.paint.Viewport;

/**
 * Draws into an image of a given size; it is opaque if the background is. Fonts come from the jar, so the same marks give the same bytes on
 * every machine. For one picture; not thread-safe.
 */
public final class PngSurface implements Surface {

    private static final float[] DASHES = {3, 2};
    private static final double HATCH = 6 * Math.sqrt(2);

    private final FontMetricsTable metrics = FontMetricsTable.bundled();
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private Graphics2D g = image.createGraphics();

    private final int width;
    private final int height;

    /**
     * @param width in pixels
     * @param height in pixels
     */
    public PngSurface(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The picture drawn so far. */
    BufferedImage image() {
        return image;
    }

    /** The picture as a PNG file. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java has no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void begin(Viewport viewport, Rgba background) {
        Rect r = viewport.visible();
        g.dispose();
        int type = background.opacity() < 1 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        image = new BufferedImage(width, height, type);
        g = image.createGraphics();
        g.setColor(awt(background));
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.scale(viewport.scale(), viewport.scale());
        g.translate(-r.x(), -r.y());
    }

    @Override
    public void beginMark(Mark mark) {}

    @Override
    public void endMark() {}

    @Override
    public void box(Rect r, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) {
        Shape shape = corner > 0
                ? new RoundRectangle2D.Double(r.x(), r.y(), r.width(), r.height(), 2 * corner, 2 * corner)
                : new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height());
        if (fill.isPresent()) {
            g.setColor(awt(fill.get()));
            g.fill(shape);
        }
        if (stroke.isPresent()) {
            apply(stroke.get());
            g.draw(shape);
        }
    }

    private void apply(Stroke stroke) {
        g.setColor(awt(stroke.color()));
        float width = (float) stroke.width();
        g.setStroke(
                stroke.dashed()
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES, 0)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }

    private static Color awt(Rgba c) {
        return new Color(c.red(), c.green(), c.blue(), (int) Math.round(c.opacity() * 255));
    }

    /** Lines keep their place in the diagram, so that neighbouring hatched rows join. */
    @Override
    public void hatch(Rect r, Rgba color) {
        Shape old = g.getClip();
        g.clip(new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height()));
        g.setColor(awt(color.withOpacity(color.opacity() * 0.55)));
        g.setStroke(new BasicStroke(1.4f));
        double first = Math.floor((r.x() + r.y()) / HATCH) * HATCH;
        for (double sum = first; sum <= r.right() + r.bottom(); sum += HATCH) {
            g.draw(new Line2D.Double(sum - r.bottom() - 2, r.bottom() + 2, sum - r.y() + 2, r.y() - 2));
        }
        g.setClip(old);
    }

    @Override
    public void line(List<Point> points, Stroke stroke) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (Point p : points) {
            path.lineTo(p.x(), p.y());
        }
        apply(stroke);
        g.draw(path);
    }

    @Override
    public void cells(Rect first, double pitch, int count, Rgba fill) {
        g.setColor(awt(fill));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            path.append(new Rectangle2D.Double(first.x() + i * pitch, first.y(), first.width(), first.height()), false);
        }
        g.fill(path);
    }

    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {
        double shift = switch (anchor) {
            case START -> 0;
            case MIDDLE -> metrics.width(style, text) / 2;
            case END -> metrics.width(style, text);
        };
        g.setColor(awt(color));
        g.setFont(fonts.computeIfAbsent(style, PngSurface::load));
        g.drawString(text, (float) (baseline.x() - shift), (float) baseline.y());
    }

    private static Font load(TextStyle style) {
        try (InputStream in = BundledFonts.open(FontFace.of(style))) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) style.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a bundled font is damaged", e);
        }
    }

    @Override
    public void end() {
        g.dispose();
    }
}
