package ridscope.draw.export;

import java.util.List;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;

/** The same marks elsewhere. */
final class Moved {

    private Moved() {}

    static Mark down(Mark mark, double by) {
        if (mark instanceof Mark.Box m) {
            return new Mark.Box(
                    m.id(),
                    m.role(),
                    m.ink(),
                    down(m.bounds(), by),
                    m.corner(),
                    m.stripe(),
                    m.target(),
                    m.title(),
                    m.zooms());
        } else if (mark instanceof Mark.Span m) {
            return new Mark.Span(m.id(), m.role(), m.ink(), down(m.bounds(), by), m.text(), m.target(), m.title());
        } else if (mark instanceof Mark.Wire m) {
            List<Point> points = m.points().stream().map(p -> down(p, by)).toList();
            return new Mark.Wire(m.id(), m.role(), m.ink(), points, m.thickness(), m.target(), m.title());
        } else if (mark instanceof Mark.Label m) {
            Point baseline = down(m.baseline(), by);
            Rect bounds = down(m.bounds(), by);
            return new Mark.Label(
                    m.id(), m.role(), m.style(), m.anchor(), baseline, m.text(), bounds, m.target(), m.zooms());
        } else if (mark instanceof Mark.Cells m) {
            Rect first = down(m.first(), by);
            return new Mark.Cells(m.id(), m.role(), m.ink(), first, m.pitch(), m.count(), m.target(), m.title());
        } else if (mark instanceof Mark.Cross m) {
            return new Mark.Cross(m.id(), m.role(), down(m.bounds(), by), m.target(), m.title());
        } else if (mark instanceof Mark.Alert m) {
            return new Mark.Alert(m.id(), m.role(), down(m.bounds(), by), m.target(), m.title());
        }
        if (mark instanceof Mark.Handle m) {
            return new Mark.Handle(m.id(), m.role(), m.folded(), down(m.bounds(), by), m.target(), m.title());
        }
        if (mark instanceof Mark.Notes m) {
            Rect first = down(m.first(), by);
            return new Mark.Notes(
                    m.id(), m.role(), m.ink(), m.style(), first, m.pitch(), m.count(), m.said(), m.target());
        }
        throw new IllegalArgumentException("unknown mark " + mark);
    }

    private static Rect down(Rect r, double by) {
        return new Rect(r.x(), r.y() + by, r.width(), r.height());
    }

    private static Point down(Point p, double by) {
        return new Point(p.x(), p.y() + by);
    }
}
