package ridscope.desktop.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;

/** The marks that the keyboard reaches, and which one lies where. One mark per target. For one thread. */
final class MarkWalk {

    /** Sideways distance counts this much more, so that the walk stays in its row or column. */
    private static final double SIDEWAYS = 3;

    private final MarkIndex index;
    /** Made when somebody walks: most who look at a picture do not. */
    private List<Mark> stops = List.of();

    MarkWalk(MarkIndex index) {
        this.index = index;
    }

    private List<Mark> stops() {
        if (stops.isEmpty()) {
            Set<Target> seen = new HashSet<>();
            stops = index.diagram().marks().stream()
                    .filter(MarkWalk::stop)
                    .filter(mark -> seen.add(mark.target().orElseThrow()))
                    .toList();
        }
        return stops;
    }

    private static boolean stop(Mark mark) {
        return mark.target().isPresent()
                && !(mark instanceof Mark.Label || mark instanceof Mark.Wire || mark instanceof Mark.Handle);
    }

    /** Directions of the arrow keys. */
    enum Direction {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Direction(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }
    }

    Optional<Mark> first() {
        return stops().stream().findFirst();
    }

    Optional<Mark> last() {
        return stops().isEmpty() ? Optional.empty() : Optional.of(stops().get(stops().size() - 1));
    }

    /** The mark that stands for a target. */
    Optional<Mark> of(Target target) {
        return index.firstOf(target, MarkWalk::stop);
    }

    /** Whether there is a mark for the same target. */
    boolean has(Mark mark) {
        return mark.target().flatMap(this::of).isPresent();
    }

    /** The mark nearest to a point among some. Asks about those only that are nearer than the best so far. */
    Optional<Mark> nearest(Point point, Predicate<Mark> among) {
        Mark best = null;
        double least = Double.MAX_VALUE;
        for (Mark mark : index.diagram().marks()) {
            if (stop(mark)) {
                double distance = distance(mark.bounds(), point);
                if (distance < least && isStop(mark) && among.test(mark)) {
                    least = distance;
                    best = mark;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of several marks for a target the first is the one. */
    @SuppressWarnings("ReferenceEquality") // equal marks can be drawn at more than one place in the order
    private boolean isStop(Mark mark) {
        return mark.target().flatMap(this::of).filter(first -> first == mark).isPresent();
    }

    private static double distance(Rect place, Point point) {
        return Math.hypot(place.centerX() - point.x(), place.centerY() - point.y());
    }

    /** The nearest mark in a direction; empty at the edge. */
    Optional<Mark> next(Mark from, Direction direction) {
        Mark best = null;
        double least = Double.MAX_VALUE;
        for (Mark mark : stops()) {
            double distance = mark.equals(from) ? Double.MAX_VALUE : distance(from.bounds(), mark.bounds(), direction);
            if (distance < least) {
                least = distance;
                best = mark;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double distance(Rect from, Rect to, Direction direction) {
        double dx = to.centerX() - from.centerX();
        double dy = to.centerY() - from.centerY();
        double along = dx * direction.dx + dy * direction.dy;
        double across = Math.abs(dx * direction.dy) + Math.abs(dy * direction.dx);
        return along <= 0.5 ? Double.MAX_VALUE : along + SIDEWAYS * across;
    }
}
