package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;

/** Draws the columns of a RID map apart. Signs keep their size and stay on the cell they mark; rows stay as high as they are. */
final class WideRidMap {

    /** From here on cells can have text, and there are lines between the functions of a device. */
    private static final double LINES_FROM = 4;

    /** How far what strikes cells through moves down where they have text. */
    private static final double BELOW_TEXT = 6;

    /** Size of a cross in the corner of a cell. */
    private static final double CORNER = 7;

    private final RidMapGeometry geometry;
    private final double times;
    private final double grid;

    WideRidMap(RidMapGeometry geometry, double times) {
        this.geometry = geometry;
        this.times = times;
        this.grid = geometry.cellWidth() * RidMapGeometry.COLUMNS;
    }

    RidMapPicture of(RidMapPicture picture) {
        Diagram narrow = picture.diagram();
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : narrow.marks()) {
            marks.add(wide(mark));
            if (mark.id().equals(RidMapFrame.PAPER) && roomy()) {
                lines(mark.bounds(), marks);
            }
        }
        Diagram wide = new Diagram(narrow.name(), narrow.title(), x(narrow.width()), narrow.height(), marks);
        return new RidMapPicture(wide, geometry.widened(times), picture.axes());
    }

    /** One between functions, where cells are wide. */
    private void lines(Rect paper, List<Mark> marks) {
        for (int devfn = 1; devfn < RidMapGeometry.COLUMNS; devfn++) {
            double x = geometry.left() + devfn * geometry.cellWidth() * times;
            if (devfn % 8 != 0) {
                MarkId id = new MarkId("cells-" + RidMapWords.hex(devfn));
                List<Point> points = List.of(new Point(x, paper.y()), new Point(x, paper.bottom()));
                marks.add(new Mark.Wire(id, Role.GRID, Ink.PLAIN, points, 0.3, Optional.empty(), ""));
            }
        }
    }

    /** What lies beside the grid stays as far from it as it is. */
    double x(double narrow) {
        double in = Math.max(0, Math.min(grid, narrow - geometry.left()));
        return narrow + in * (times - 1);
    }

    private Mark wide(Mark mark) {
        if (mark instanceof Mark.Cells m) {
            return new Mark.Cells(
                    m.id(), m.role(), m.ink(), wide(m.first()), m.pitch() * times, m.count(), m.target(), m.title());
        } else if (mark instanceof Mark.Notes m) {
            return new Mark.Notes(
                    m.id(),
                    m.role(),
                    m.ink(),
                    m.style(),
                    wide(m.first()),
                    m.pitch() * times,
                    m.count(),
                    m.said(),
                    m.target());
        } else if (mark instanceof Mark.Box m) {
            return wide(m);
        } else if (mark instanceof Mark.Wire m) {
            return wide(m);
        } else if (mark instanceof Mark.Cross m) {
            return new Mark.Cross(m.id(), m.role(), cross(m.bounds()), m.target(), m.title());
        } else if (mark instanceof Mark.Alert m) {
            return new Mark.Alert(m.id(), m.role(), moved(m.bounds()), m.target(), m.title());
        } else if (mark instanceof Mark.Label m) {
            Rect bounds = moved(m.bounds());
            Point baseline = new Point(
                    m.baseline().x() + bounds.x() - m.bounds().x(), m.baseline().y());
            return new Mark.Label(
                    m.id(), m.role(), m.style(), m.anchor(), baseline, m.text(), bounds, m.target(), m.zooms());
        }
        return mark;
    }

    private Rect wide(Rect r) {
        return new Rect(x(r.x()), r.y(), x(r.right()) - x(r.x()), r.height());
    }

    private Mark wide(Mark.Box m) {
        Rect bounds = wide(m.bounds());
        return new Mark.Box(
                m.id(), m.role(), m.ink(), bounds, m.corner(), m.stripe(), m.target(), m.title(), m.zooms());
    }

    private Mark wide(Mark.Wire m) {
        double down = roomy() && RidMapCells.strikes(m) ? BELOW_TEXT : 0;
        List<Point> points =
                m.points().stream().map(p -> new Point(x(p.x()), p.y() + down)).toList();
        return new Mark.Wire(m.id(), m.role(), m.ink(), points, m.thickness(), m.target(), m.title());
    }

    private boolean roomy() {
        return times >= LINES_FROM;
    }

    /** Where cells have text, a cross moves into the corner and leaves room for it. */
    private Rect cross(Rect r) {
        return roomy()
                ? new Rect(x(r.centerX() + geometry.cellWidth() / 2) - CORNER, r.y() - 0.5, CORNER, CORNER)
                : moved(r);
    }

    private Rect moved(Rect r) {
        return new Rect(x(r.centerX()) - r.width() / 2, r.y(), r.width(), r.height());
    }
}
