package ridscope.draw.layout;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;

/** Everything of a RID map that does not depend on claims: header, paper, grid, column heads, bus labels, folded strips. */
final class RidMapFrame {

    /** The ground of the cells. */
    static final MarkId PAPER = new MarkId("paper");

    private final Labels labels;
    private final RidMapGrid grid;
    private final RidMapGeometry geometry;
    private final Segment segment;
    private final List<Mark> marks;

    RidMapFrame(TextMetrics metrics, RidMapGrid grid, RidMapGeometry geometry, Segment segment, List<Mark> marks) {
        this.labels = new Labels(metrics);
        this.grid = grid;
        this.geometry = geometry;
        this.segment = segment;
        this.marks = marks;
    }

    /** A word about segments that the IOMMU does not see as such. The title is for whoever shows the picture. */
    void header(List<String> notes) {
        for (int i = 0; i < notes.size(); i++) {
            Point at = new Point(RidMapGrid.MARGIN, 12 + 15 * i);
            marks.add(labels.start("note-" + i, TextStyle.SMALL, Role.WARNING, at, notes.get(i)));
        }
    }

    void paper() {
        RidMapGeometry.Row last = geometry.rows().get(geometry.rows().size() - 1);
        double bottom = last.bottom();
        Rect rect = new Rect(grid.left(), grid.top(), RidMapGrid.WIDTH, bottom - grid.top());
        marks.add(new Mark.Box(
                PAPER, Role.SURFACE, Ink.PLAIN, rect, 0, Optional.empty(), Optional.empty(), "", Zooms.ALWAYS));
        for (int device = 0; device <= 32; device++) {
            double x = grid.left() + device * 8 * RidMapGrid.CELL;
            Ink ink = device % 8 == 0 ? Ink.FILLED : Ink.PLAIN;
            line("column-" + device, ink, new Point(x, grid.top()), new Point(x, bottom));
        }
        for (RidMapGeometry.Row row : geometry.rows()) {
            String id = "line-" + RidMapWords.hex(row.buses().first());
            line(id, Ink.PLAIN, new Point(grid.left(), row.top()), new Point(grid.right(), row.top()));
        }
        line("line-end", Ink.FILLED, new Point(grid.left(), bottom), new Point(grid.right(), bottom));
    }

    private void line(String id, Ink ink, Point from, Point to) {
        marks.add(new Mark.Wire(new MarkId(id), Role.GRID, ink, List.of(from, to), 0.6, Optional.empty(), ""));
    }

    /** Device numbers over the columns where they begin, or numbers of functions. */
    void columnHeads(boolean ari) {
        for (int device = 0; device < 32; device += 8) {
            Point at = new Point(grid.left() + device * 8 * RidMapGrid.CELL + 2, grid.top() - 5);
            String id = RidMapWords.hex(device);
            String head = ari ? String.valueOf(device * 8) : id;
            marks.add(labels.start("head-" + id, TextStyle.MONO_SMALL, Role.MUTED, at, head));
        }
    }

    void rows(RidMapRows rows) {
        for (RidMapGeometry.Row row : geometry.rows()) {
            if (row.folded()) {
                strip(row, rows.foldedText(row.buses()));
            } else {
                busLabel(row, rows.answers(row.buses().first()));
            }
        }
    }

    private void busLabel(RidMapGeometry.Row row, boolean answers) {
        int bus = row.buses().first();
        Point at = new Point(grid.left() - 7, row.top() + row.height() / 2 + 4);
        marks.add(labels.end(
                "bus-" + RidMapWords.hex(bus),
                TextStyle.MONO,
                answers ? Role.TEXT : Role.MUTED,
                at,
                RidMapWords.hex(bus),
                Optional.of(new Target.OfBuses(segment, row.buses()))));
    }

    private void strip(RidMapGeometry.Row row, String text) {
        BusRange buses = row.buses();
        String id = "folded-" + RidMapWords.hex(buses.first());
        Rect rect = new Rect(grid.left(), row.top(), RidMapGrid.WIDTH, row.height());
        Optional<Target> target = Optional.of(new Target.OfBuses(segment, buses));
        marks.add(new Mark.Box(
                new MarkId(id),
                Role.PANEL,
                Ink.PLAIN,
                rect,
                0,
                Optional.empty(),
                target,
                text + " (folded)",
                Zooms.ALWAYS));
        String words = labels.fit(TextStyle.SMALL, "··· " + text + " · folded", RidMapGrid.WIDTH - 16);
        Point at = new Point(grid.left() + 8, row.top() + row.height() / 2 + 3.5);
        marks.add(labels.start(id + "-text", TextStyle.SMALL, Role.MUTED, at, words));
    }

    /** One line below another from a height on. Returns where the next would stand. */
    double lines(double top, List<RidMapLayout.Remark> lines) {
        double y = top;
        for (int i = 0; i < lines.size(); i++) {
            y += 15;
            Point at = new Point(grid.left(), y);
            String words = labels.fit(TextStyle.SMALL, lines.get(i).text(), RidMapGrid.WIDTH);
            marks.add(labels.start(
                    "beyond-" + i,
                    TextStyle.SMALL,
                    Role.CONFLICT,
                    at,
                    words,
                    lines.get(i).target()));
        }
        return y + (lines.isEmpty() ? 0 : 6);
    }
}
