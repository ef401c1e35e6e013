package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;

/** What must hold for every picture at its own scale. */
final class Geometry {

    private static final double SLACK = 0.01;

    private Geometry() {}

    static void check(Diagram diagram) {
        namesAreUnique(diagram);
        allInside(diagram);
        boxesAreApartOrNested(diagram);
        labelsAreApart(diagram);
        labelsAreInsideOrOutsideBoxes(diagram);
        wiresAreTidy(diagram);
        handlesCoverNoText(diagram);
    }

    /** They stand on the edge of what they fold, and so on boxes. */
    private static void handlesCoverNoText(Diagram diagram) {
        List<Mark> handles =
                diagram.marks().stream().filter(m -> m instanceof Mark.Handle).toList();
        for (Mark handle : handles) {
            labels(diagram).forEach(l -> require(!overlap(handle.bounds(), l.bounds()), "handle on text", handle, l));
        }
    }

    private static void namesAreUnique(Diagram diagram) {
        Set<String> seen = new HashSet<>();
        for (Mark mark : diagram.marks()) {
            assertThat(seen.add(mark.id().value())).as("twice: %s", mark.id()).isTrue();
            assertThat(mark.id().value()).matches("[A-Za-z0-9._-]+");
        }
    }

    private static void allInside(Diagram diagram) {
        Rect all = new Rect(0, 0, diagram.width(), diagram.height());
        for (Mark mark : diagram.marks()) {
            assertThat(holds(all, mark.bounds())).as("%s in the diagram", mark).isTrue();
        }
    }

    /** Containers may hold others entirely; nothing may overlap in part, and cards, ports and stacks hold nothing. */
    private static void boxesAreApartOrNested(Diagram diagram) {
        List<Mark> boxes = boxes(diagram);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                Mark a = boxes.get(i);
                Mark b = boxes.get(j);
                boolean apart = !overlap(a.bounds(), b.bounds());
                boolean nested = container(a) && holds(a.bounds(), b.bounds());
                require(apart || nested, "overlap", a, b);
            }
        }
    }

    /** Fences may cross what their members stand in. */
    private static List<Mark> boxes(Diagram diagram) {
        return diagram.marks().stream()
                .filter(m -> m.role() != Role.GROUP)
                .filter(m -> m instanceof Mark.Box || m instanceof Mark.Span || m instanceof Mark.Cross)
                .toList();
    }

    static boolean container(Mark mark) {
        String id = mark.id().value();
        return mark.role() == Role.PANEL
                || mark.role() == Role.HOST_BRIDGE
                || mark.role() == Role.SWITCH
                || id.startsWith("slot-");
    }

    private static void labelsAreApart(Diagram diagram) {
        List<Mark> labels = labels(diagram);
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                boolean over = overlap(labels.get(i).bounds(), labels.get(j).bounds());
                require(!over, "one text over the other", labels.get(i), labels.get(j));
            }
        }
    }

    private static List<Mark> labels(Diagram diagram) {
        return diagram.marks().stream()
                .filter(m -> m instanceof Mark.Label && m.zooms().holds(1))
                .toList();
    }

    private static void labelsAreInsideOrOutsideBoxes(Diagram diagram) {
        for (Mark label : labels(diagram)) {
            for (Mark box : boxes(diagram)) {
                boolean fine = !overlap(label.bounds(), box.bounds()) || holds(box.bounds(), label.bounds());
                require(fine, "text across an edge", label, box);
            }
        }
    }

    private static void wiresAreTidy(Diagram diagram) {
        List<Mark> solid = boxes(diagram).stream().filter(b -> !container(b)).toList();
        for (Mark mark : diagram.marks()) {
            if (mark instanceof Mark.Wire wire) {
                for (int i = 1; i < wire.points().size(); i++) {
                    Point a = wire.points().get(i - 1);
                    Point b = wire.points().get(i);
                    assertThat(a.x() == b.x() || a.y() == b.y())
                            .as("%s is orthogonal", wire)
                            .isTrue();
                    Rect line = new Rect(a.x(), a.y(), 0, 0).union(new Rect(b.x(), b.y(), 0, 0));
                    solid.forEach(s -> require(!overlap(line, s.bounds()), "wire through a box", wire, s));
                }
            }
        }
    }

    /** Formats nothing while all is well: there are many pairs. */
    private static void require(boolean fine, String what, Mark a, Mark b) {
        if (!fine) {
            fail(what + ": " + a + " and " + b);
        }
    }

    static boolean overlap(Rect a, Rect b) {
        return a.x() < b.right() - SLACK
                && b.x() < a.right() - SLACK
                && a.y() < b.bottom() - SLACK
                && b.y() < a.bottom() - SLACK;
    }

    static boolean holds(Rect outer, Rect inner) {
        return inner.x() >= outer.x() - SLACK
                && inner.y() >= outer.y() - SLACK
                && inner.right() <= outer.right() + SLACK
                && inner.bottom() <= outer.bottom() + SLACK;
    }
}
