package ridscope.draw.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.paint.Decimals;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;
import ridscope.draw.paint.Viewport;

/**
 * Writes one mark a line, {@code box pf filled fn-0000-3b-00.0 120.00 64.00 96.00 24.00}: what it is, role, ink, name, left, top,
 * width, height, then what only its kind has. Colours do not matter here. Not thread-safe.
 */
public final class TextSurface implements Surface {

    private final StringBuilder out = new StringBuilder();

    /** Empty. */
    public TextSurface() {}

    /** Everything painted so far. */
    public String text() {
        return out.toString();
    }

    @Override
    public void begin(Viewport viewport, Rgba background) {
        out.append("diagram");
        rect(viewport.visible());
        out.append('\n');
    }

    @Override
    public void beginMark(Mark mark) {
        if (mark instanceof Mark.Box box) {
            head("box", mark, box.ink().name());
            box.stripe().ifPresent(s -> out.append(" stripe=").append(s.id()));
            quoted(box.title());
        } else if (mark instanceof Mark.Span span) {
            head("span", mark, span.ink().name());
            quoted(span.text());
            quoted(span.title());
        } else if (mark instanceof Mark.Wire wire) {
            head("wire", mark, wire.ink().name());
            points(wire.points());
            quoted(wire.title());
        } else if (mark instanceof Mark.Label label) {
            head("label", mark, label.style().name());
            quoted(label.text());
        } else if (mark instanceof Mark.Cells cells) {
            head("cells", mark, cells.ink().name());
            out.append(' ').append(cells.count()).append('×');
            Decimals.fixed(out, cells.pitch());
            quoted(cells.title());
        } else if (mark instanceof Mark.Cross cross) {
            head("cross", mark, "");
            quoted(cross.title());
        } else if (mark instanceof Mark.Alert alert) {
            head("alert", mark, "");
            quoted(alert.title());
        } else if (mark instanceof Mark.Handle handle) {
            head("handle", mark, handle.folded() ? "folded" : "");
            quoted(handle.title());
        } else if (mark instanceof Mark.Notes notes) {
            head("notes", mark, notes.ink().name());
            notes.said().forEach(s -> quoted(s.wording().of(0)));
        }
        out.append('\n');
    }

    private void head(String kind, Mark mark, String ink) {
        out.append(kind).append(' ').append(mark.role().id());
        if (!ink.isEmpty()) {
            out.append(' ').append(ink.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        out.append(' ').append(mark.id().value());
        rect(mark.bounds());
    }

    private void rect(Rect r) {
        number(r.x());
        number(r.y());
        number(r.width());
        number(r.height());
    }

    private void number(double value) {
        out.append(' ');
        Decimals.fixed(out, value);
    }

    private void points(List<Point> points) {
        for (Point p : points) {
            out.append(" (");
            Decimals.fixed(out, p.x());
            out.append(',');
            Decimals.fixed(out, p.y());
            out.append(')');
        }
    }

    private void quoted(String text) {
        if (!text.isEmpty()) {
            out.append(" \"").append(text.replace("\n", "\\n")).append('"');
        }
    }

    @Override
    public void endMark() {}

    @Override
    public void box(Rect rect, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) {}

    @Override
    public void hatch(Rect rect, Rgba color) {}

    @Override
    public void line(List<Point> points, Stroke stroke) {}

    @Override
    public void cells(Rect first, double pitch, int count, Rgba fill) {}

    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {}

    @Override
    public void end() {}
}
