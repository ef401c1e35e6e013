package ridscope.draw.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.TextStyle;

/** Keeps what a painter asked for. */
final class RecordingSurface implements Surface {

    record Call(String kind, Rect rect, int count, Optional<Rgba> fill, Optional<Stroke> stroke, String text) {}

    final List<Call> calls = new ArrayList<>();
    final List<String> marks = new ArrayList<>();

    List<Call> of(String kind) {
        return calls.stream().filter(c -> c.kind().equals(kind)).toList();
    }

    private void call(String kind, Rect rect, int count, Optional<Rgba> fill, Optional<Stroke> stroke, String text) {
        calls.add(new Call(kind, rect, count, fill, stroke, text));
    }

    @Override
    public void begin(Viewport viewport, Rgba background) {
        call("begin", viewport.visible(), 1, Optional.of(background), Optional.empty(), "");
    }

    @Override
    public void beginMark(Mark mark) {
        marks.add(mark.id().value());
    }

    @Override
    public void endMark() {}

    @Override
    public void box(Rect rect, double corner, Optional<Rgba> fill, Optional<Stroke> stroke) {
        call("box", rect, 1, fill, stroke, "");
    }

    @Override
    public void hatch(Rect rect, Rgba color) {
        call("hatch", rect, 1, Optional.of(color), Optional.empty(), "");
    }

    @Override
    public void line(List<Point> points, Stroke stroke) {
        Point p = points.get(0);
        call("line", new Rect(p.x(), p.y(), 0, 0), points.size(), Optional.empty(), Optional.of(stroke), "");
    }

    @Override
    public void cells(Rect first, double pitch, int count, Rgba fill) {
        call("cells", first, count, Optional.of(fill), Optional.empty(), "");
    }

    @Override
    public void text(String text, TextStyle style, Point baseline, Mark.Anchor anchor, Rgba color) {
        call("text", new Rect(baseline.x(), baseline.y(), 0, 0), 1, Optional.of(color), Optional.empty(), text);
    }

    @Override
    public void end() {
        call("end", new Rect(0, 0, 0, 0), 0, Optional.empty(), Optional.empty(), "");
    }
}
