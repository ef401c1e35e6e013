package ridscope.draw.svg;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.Decimals;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;
import ridscope.draw.paint.Viewport;

/**
 * Writes SVG 1.1: a group per mark with its name, role and ink as id and classes and a title for screen readers, one style
 * block with the colours used. The same marks give the same bytes. For one picture; not thread-safe.
 */
public final class SvgSurface implements Surface {

    private final Diagram diagram;
    private final SvgStyles styles;
    private final StringBuilder body = new StringBuilder(1 << 16);
    private final Map<String, Rgba> hatches = new TreeMap<>();
    private final double times;
    private Viewport viewport;
    private Role role = Role.SURFACE;

    /**
     * @param diagram for name and title
     * @param palette names the colours
     * @param times how large the picture is shown, units of 1/96 inch per diagram unit
     */
    public SvgSurface(Diagram diagram, Palette palette, double times) {
        this.diagram = diagram;
        this.times = times;
        styles = new SvgStyles(palette);
        viewport = Viewport.all(diagram);
    }

    /** The document, after {@link #end}. */
    public String svg() {
        StringBuilder out = new StringBuilder(body.length() + 4096);
        Rect r = viewport.visible();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute(out, "width", r.width() * times);
        attribute(out, "height", r.height() * times);
        out.append(" viewBox=\"");
        pair(out, r.x(), r.y());
        out.append(' ');
        pair(out, r.width(), r.height());
        out.append("\" role=\"img\" class=\"ridscope ");
        XmlText.append(out, diagram.name());
        out.append("\">\n<title>");
        XmlText.append(out, diagram.title());
        out.append("</title>\n<style>\n").append(styles.sheet()).append("</style>\n");
        hatchPatterns(out);
        return out.append(body).append("</svg>\n").toString();
    }

    private void hatchPatterns(StringBuilder out) {
        for (Map.Entry<String, Rgba> hatch : hatches.entrySet()) {
            out.append("<defs><pattern id=\"").append(hatch.getKey());
            out.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
            out.append("<path d=\"M0 0V6\" stroke=\"").append(hatch.getValue().hex());
            out.append("\" stroke-width=\"1.4\" stroke-opacity=\"0.55\"/></pattern></defs>\n");
        }
    }

    @Override
    public void begin(Viewport all, Rgba background) {
        viewport = all;
        if (background.opacity() == 0) {
            return;
        }
        Rect r = all.visible();
        body.append("<rect");
        rect(r, 0);
        body.append(" class=\"")
                .append(styles.color('f', background, Role.SURFACE))
                .append("\"/>\n");
    }

    @Override
    public void beginMark(Mark mark) {
        role = mark.role();
        body.append("<g id=\"");
        XmlText.append(body, mark.id().value());
        body.append("\" class=\"role-").append(role.id());
        ink(mark).ifPresent(i -> body.append(" ink-").append(XmlText.lower(i.name())));
        body.append("\">");
        String title = title(mark);
        if (!title.isEmpty()) {
            body.append("<title>");
            XmlText.append(body, title);
            body.append("</title>");
        }
    }

    private static Optional<Ink> ink(Mark mark) {
        if (mark instanceof Mark.Box box) {
            return Optional.of(box.ink());
        } else if (mark instanceof Mark.Span span) {
            return Optional.of(span.ink());
        } else if (mark instanceof Mark.Wire wire) {
            return Optional.of(wire.ink());
        }
        return mark instanceof Mark.Cells cells ? Optional.of(cells.ink()) : Optional.empty();
    }

    private static String title(Mark mark) {
        if (mark instanceof Mark.Box box) {
            return box.title();
        } else if (mark instanceof Mark.Span span) {
            return span.title();
        } else if (mark instanceof Mark.Wire wire) {
            return wire.title();
        } else if (mark instanceof Mark.Cells cells) {
            return cells.title();
        } else if (mark instanceof Mark.Alert alert) {
            return alert.title();
        }
        if (mark instanceof Mark.Handle handle) {
            return handle.title();
        }
        return mark instanceof Mark.Cross cross ? cross.title() : "";
    }

    @Override
    public void endMark() {
        body.append("</g>\n");
    }

    @Override
    public void box(Rect rect, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) {
        body.append("<rect");
        rect(rect, corner);
        String classes = "";
        if (fill.isPresent()) {
            classes = styles.color('f', fill.get(), role);
            opacity("fill-opacity", fill.get());
        } else {
            body.append(" fill=\"none\"");
        }
        if (stroke.isPresent()) {
            stroke(stroke.get());
            String outline = styles.color('s', stroke.get().color(), role);
            classes = classes.isEmpty() ? outline : classes.concat(" ").concat(outline);
        }
        body.append(" class=\"").append(classes).append("\"/>");
    }

    private void rect(Rect r, double corner) {
        attribute(body, "x", r.x());
        attribute(body, "y", r.y());
        attribute(body, "width", r.width());
        attribute(body, "height", r.height());
        if (corner > 0) {
            attribute(body, "rx", corner);
        }
    }

    private void stroke(Stroke stroke) {
        attribute(body, "stroke-width", stroke.width());
        opacity("stroke-opacity", stroke.color());
        if (stroke.dashed()) {
            body.append(" stroke-dasharray=\"3 2\"");
        }
    }

    private void opacity(String name, Rgba color) {
        if (color.opacity() < 1) {
            attribute(body, name, color.opacity());
        }
    }

    @Override
    public void hatch(Rect rect, Rgba color) {
        String id = "hatch-".concat(color.hex().substring(1));
        hatches.put(id, color);
        body.append("<rect");
        rect(rect, 0);
        body.append(" fill=\"url(#").append(id).append(")\"/>");
    }

    @Override
    public void line(List<Point> points, Stroke stroke) {
        body.append("<path d=\"M");
        for (int i = 0; i < points.size(); i++) {
            body.append(i == 0 ? "" : "L");
            pair(body, points.get(i).x(), points.get(i).y());
        }
        body.append("\" stroke-linejoin=\"round\"");
        stroke(stroke);
        body.append(" class=\"").append(styles.color('s', stroke.color(), role)).append("\"/>");
    }

    /** A run of cells is one thick dashed line: a hundred bytes for 256 cells. */
    @Override
    public void cells(Rect first, double pitch, int count, Rgba fill) {
        if (count == 1 || pitch <= first.width()) {
            Rect all = new Rect(first.x(), first.y(), Math.max(0, pitch) * (count - 1) + first.width(), first.height());
            box(all, 0, Optional.of(fill), Optional.empty());
            return;
        }
        body.append("<path d=\"M");
        pair(body, first.x(), first.centerY());
        body.append('H');
        Decimals.shortest(body, first.x() + pitch * (count - 1) + first.width());
        body.append("\" stroke-dasharray=\"");
        Decimals.fine(body, first.width());
        body.append(' ');
        Decimals.fine(body, pitch - first.width());
        body.append('"');
        attribute(body, "stroke-width", first.height());
        opacity("stroke-opacity", fill);
        body.append(" class=\"").append(styles.color('s', fill, role)).append("\"/>");
    }

    /** Sans-serif text keeps its measured width where another font has to stand in for ours. */
    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {
        body.append("<text");
        attribute(body, "x", baseline.x());
        attribute(body, "y", baseline.y());
        if (anchor != Mark.Anchor.START) {
            body.append(" text-anchor=\"")
                    .append(anchor == Mark.Anchor.END ? "end" : "middle")
                    .append('"');
        }
        if (!style.mono() && !text.isEmpty()) {
            attribute(body, "textLength", FontMetricsTable.bundled().width(style, text));
            body.append(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        body.append(" class=\"").append(styles.text(style)).append(' ');
        body.append(styles.color('f', color, role)).append("\">");
        XmlText.append(body, text);
        body.append("</text>");
    }

    @Override
    public void end() {
        role = Role.SURFACE;
    }

    private static void attribute(StringBuilder out, String name, double value) {
        out.append(' ').append(name).append("=\"");
        Decimals.shortest(out, value);
        out.append('"');
    }

    private static void pair(StringBuilder out, double a, double b) {
        Decimals.shortest(out, a);
        out.append(' ');
        Decimals.shortest(out, b);
    }
}
