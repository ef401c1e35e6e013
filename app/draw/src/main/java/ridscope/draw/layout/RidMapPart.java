package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.rid.BusRange;

/** Some rows of a RID map; where others are left out, a line says which. Brackets run on through it. */
public final class RidMapPart {

    private static final double LEFT_OUT = 16;

    private final Labels labels;
    private final RidMapPicture whole;
    private final List<Band> bands = new ArrayList<>();

    /**
     * Rows that are left out.
     *
     * @param height what is left of their height
     */
    private record Band(BusRange buses, double top, double bottom, double height) {

        double lost() {
            return bottom - top - height;
        }

        boolean holds(Rect r) {
            return r.y() >= top - 1 && r.bottom() <= bottom + 1;
        }
    }

    private RidMapPart(Labels labels, RidMapPicture whole) {
        this.labels = labels;
        this.whole = whole;
    }

    /**
     * The rows of some buses.
     *
     * @param whole without a legend
     * @param buses bits 0 to 255
     * @param legend whether the signs that are left are explained
     */
    public static Diagram of(RidMapPicture whole, BitSet buses, boolean legend, TextMetrics metrics) {
        RidMapPart part = new RidMapPart(new Labels(metrics), whole);
        part.findBands(buses);
        Diagram cut = part.cut();
        if (!legend) {
            return cut;
        }
        List<Mark> marks = new ArrayList<>(cut.marks());
        Point from = new Point(RidMapGrid.MARGIN, cut.height());
        double bottom = new Legend(part.labels, cut.marks()).addTo(marks, from, cut.width() - 2 * RidMapGrid.MARGIN);
        return new Diagram(cut.name(), cut.title(), cut.width(), bottom + RidMapGrid.MARGIN, marks);
    }

    private void findBands(BitSet buses) {
        List<RidMapGeometry.Row> out = new ArrayList<>();
        for (RidMapGeometry.Row row : whole.geometry().rows()) {
            int next = buses.nextSetBit(row.buses().first());
            if (next >= 0 && next <= row.buses().last()) {
                band(out);
            } else {
                out.add(row);
            }
        }
        band(out);
    }

    /** A row that is as low as the line instead of it stays. */
    private void band(List<RidMapGeometry.Row> rows) {
        if (!rows.isEmpty()) {
            RidMapGeometry.Row first = rows.get(0);
            RidMapGeometry.Row last = rows.get(rows.size() - 1);
            if (last.bottom() - first.top() > 2 * LEFT_OUT) {
                BusRange range =
                        new BusRange(first.buses().first(), last.buses().last());
                bands.add(new Band(range, first.top(), last.bottom(), LEFT_OUT));
            }
            rows.clear();
        }
    }

    private Diagram cut() {
        Diagram diagram = whole.diagram();
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : diagram.marks()) {
            if (bands.stream().noneMatch(b -> b.holds(mark.bounds()))) {
                marks.add(moved(mark));
            }
        }
        for (Band band : bands) {
            Point at = new Point(whole.geometry().left() + 4, y(band.top()) + LEFT_OUT - 4.5);
            String text = RidMapWords.buses(band.buses()) + " not shown";
            marks.add(labels.start(
                    "left-out-" + RidMapWords.hex(band.buses().first()), TextStyle.SMALL, Role.MUTED, at, text));
        }
        return new Diagram(diagram.name(), diagram.title(), diagram.width(), y(diagram.height()), marks);
    }

    /** Where a height of the whole map is on the part. */
    private double y(double before) {
        double lost = 0;
        for (Band band : bands) {
            if (before >= band.bottom()) {
                lost += band.lost();
            } else if (before > band.top()) {
                lost += band.lost() * (before - band.top()) / (band.bottom() - band.top());
            }
        }
        return before - lost;
    }

    private Mark moved(Mark mark) {
        if (mark instanceof Mark.Box m) {
            Rect r = m.bounds();
            Rect bounds = new Rect(r.x(), y(r.y()), r.width(), y(r.bottom()) - y(r.y()));
            return new Mark.Box(
                    m.id(), m.role(), m.ink(), bounds, m.corner(), m.stripe(), m.target(), m.title(), m.zooms());
        } else if (mark instanceof Mark.Wire m) {
            List<Point> points =
                    m.points().stream().map(p -> new Point(p.x(), y(p.y()))).toList();
            return new Mark.Wire(m.id(), m.role(), m.ink(), points, m.thickness(), m.target(), m.title());
        }
        double center = mark.bounds().centerY();
        return mark.moved(0, y(center) - center);
    }
}
