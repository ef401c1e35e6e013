package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.plan.SoftwareRids;
import ridscope.rid.RoutingId;

/**
 * Draws a double line through the Routing IDs that software could hand out below a port. Nothing else on a map is a double line,
 * and nothing else is drawn on those IDs but the hatching of a reserved bus.
 */
public final class FreeRidMarks {

    /** Begins the names of these marks. */
    static final String ID = "free-";

    private static final double LINE = 1;
    private static final double APART = 3;

    private FreeRidMarks() {}

    /** The picture with these marks; the same picture if there are none to draw. */
    public static RidMapPicture on(RidMapPicture picture, SoftwareRids free) {
        if (free.runs().isEmpty()) {
            return picture;
        }
        Diagram plain = picture.diagram();
        List<Mark> own = new ArrayList<>();
        free.runs().forEach(run -> run(picture.geometry(), free, run, own));
        List<Mark> marks = new ArrayList<>(plain.marks());
        marks.addAll(own);
        return picture.withDiagram(new Diagram(plain.name(), plain.title(), plain.width(), plain.height(), marks));
    }

    /** A run goes on over several rows; in a folded strip one line stands for all its buses. */
    private static void run(RidMapGeometry geometry, SoftwareRids free, SoftwareRids.Run run, List<Mark> own) {
        int from = run.first().value();
        while (from <= run.last().value()) {
            RidMapGeometry.Row row = geometry.row(from >> 8);
            int to = Math.min(run.last().value(), row.buses().last() << 8 | 0xff);
            MarkId id = RidMapWords.id(ID + "rid", new RoutingId(from));
            if (!row.folded()) {
                Rect cells = geometry.cell(new RoutingId(from)).union(geometry.cell(new RoutingId(to)));
                Rect line = new Rect(cells.x(), cells.centerY() - (APART + LINE) / 2, cells.width(), LINE);
                addLines(id, line, title(free, from, to), own);
            } else {
                Rect strip = geometry.rowRect(from >> 8);
                Rect line = new Rect(strip.x(), strip.bottom() - APART - 2 * LINE, strip.width(), LINE);
                if (!endsAt(line, own)) {
                    addLines(id, line, title(free, from, to), own);
                }
            }
            from = to + 1;
        }
    }

    /** Whether a strip has its line already: its buses can hold several runs. */
    private static boolean endsAt(Rect line, List<Mark> own) {
        return !own.isEmpty() && own.get(own.size() - 2).bounds().equals(line);
    }

    /** Two lines, the first of them at a place. */
    static void addLines(MarkId id, Rect line, String title, List<Mark> marks) {
        marks.add(cells(id, line, title));
        Rect second = new Rect(line.x(), line.y() + APART, line.width(), line.height());
        marks.add(cells(new MarkId(id + "-2"), second, title));
    }

    private static Mark cells(MarkId id, Rect line, String title) {
        return new Mark.Cells(id, Role.GOOD, Ink.FILLED, line, line.width(), 1, Optional.empty(), title);
    }

    private static String title(SoftwareRids free, int from, int to) {
        String which = new RoutingId(from) + (from == to ? "" : " … " + new RoutingId(to));
        return which + " below " + free.port().rid() + ": free for software";
    }
}
