package ridscope.desktop.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;

/**
 * A picture so small that many of its marks fall on the same pixels in the same colour: of those one is left, which of a large
 * host is a twentieth.
 */
final class Coarse {

    private Coarse() {}

    /** More pixels than such a picture has. */
    private static final long MOST = 4096;

    /** @param scale pixels per unit of the diagram */
    static Diagram of(Diagram diagram, double scale) {
        Set<Long> taken = new HashSet<>();
        List<Mark> left = diagram.marks().stream()
                .filter(mark -> taken.add(spot(mark, scale)))
                .toList();
        return new Diagram(diagram.name(), diagram.title(), diagram.width(), diagram.height(), left);
    }

    /** Where on the pixels a mark lies and what it looks like there, in one number: a host has tens of thousands. */
    private static long spot(Mark mark, double scale) {
        Rect r = mark.bounds();
        Role look = mark instanceof Mark.Box box ? box.stripe().orElse(box.role()) : mark.role();
        long spot = look.ordinal();
        for (double edge : new double[] {r.x(), r.y(), r.right(), r.bottom()}) {
            spot = spot * MOST + Math.max(0, Math.min(MOST - 1, Math.round(edge * scale)));
        }
        return spot;
    }
}
