package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Stroke;
import ridscope.draw.paint.Surface;
import ridscope.draw.paint.Viewport;

/** Keeps the text that is painted, and where it is on the screen. */
final class WrittenText implements Surface {

    /**
     * One text.
     *
     * @param place in pixels
     * @param size of the font in pixels
     */
    record Written(String text, Rect place, double size) {}

    final List<Written> all = new ArrayList<>();
    private Viewport viewport = new Viewport(new Rect(0, 0, 0, 0), 1);

    List<String> texts() {
        return all.stream().map(Written::text).toList();
    }

    @Override
    public void begin(Viewport now, Rgba background) {
        viewport = now;
    }

    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {
        text(text, style, 1, baseline, anchor, color);
    }

    @Override
    public void text(String text, TextStyle style, double times, Point baseline, Mark.Anchor anchor, Rgba color) {
        double scale = viewport.scale();
        double size = style.size() * times * scale;
        double width = FontMetricsTable.bundled().width(style, text) * times * scale;
        double x = (baseline.x() - viewport.visible().x()) * scale;
        double y = (baseline.y() - viewport.visible().y()) * scale;
        double left = x - (anchor == Mark.Anchor.START ? 0 : anchor == Mark.Anchor.MIDDLE ? width / 2 : width);
        all.add(new Written(text, new Rect(left, y - size * 0.75, width, size * 0.95), size));
    }

    @Override
    public void beginMark(Mark mark) {}

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
    public void end() {}
}
