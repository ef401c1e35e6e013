package ridscope.draw.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;

/** The boxes and stacks of a diagram: which stands in which, and which one a wire ends at. */
final class Shapes {

    /** The legend explains colours; as shapes it would be in the way. */
    private static final String LEGEND = "legend-";

    /** How far the end of a wire may be from the edge of its box. */
    private static final double NEAR = 1.5;

    private final List<Mark> inOrder = new ArrayList<>();
    private final Map<String, Mark> byId = new HashMap<>();
    private final Map<Target, Mark> byFunction = new HashMap<>();
    private final Map<String, Mark> around = new HashMap<>();
    private final Map<Long, List<Mark>> byLeft = new HashMap<>();
    private final Map<Long, List<Mark>> byRight = new HashMap<>();

    Shapes(Diagram diagram) {
        List<Mark> shapes = diagram.marks().stream()
                .filter(m -> m instanceof Mark.Box || m instanceof Mark.Span)
                .filter(Shapes::drawn)
                .toList();
        List<Mark> containers = shapes.stream()
                .filter(Shapes::container)
                .sorted(Comparator.comparingDouble(Shapes::area))
                .toList();
        for (Mark shape : shapes) {
            byId.put(shape.id().value(), shape);
            shape.target().filter(t -> shape instanceof Mark.Box).ifPresent(t -> byFunction.put(t, shape));
            containers.stream()
                    .filter(c -> !c.equals(shape) && area(c) > area(shape) && holds(c.bounds(), shape.bounds()))
                    .findFirst()
                    .ifPresent(c -> around.put(shape.id().value(), c));
            byLeft.computeIfAbsent(Math.round(shape.bounds().x()), k -> new ArrayList<>())
                    .add(shape);
            byRight.computeIfAbsent(Math.round(shape.bounds().right()), k -> new ArrayList<>())
                    .add(shape);
        }
        inOrder.addAll(shapes);
        // What stands in another shape must be named after it.
        inOrder.sort(Comparator.comparingInt(this::depth));
    }

    /** Whether a mark belongs into a diagram that is edited, at the scale of ordinary text. */
    static boolean drawn(Mark mark) {
        return !mark.id().value().startsWith(LEGEND) && mark.zooms().holds(1);
    }

    /** Frames around other shapes. */
    static boolean container(Mark mark) {
        return mark instanceof Mark.Box box
                && box.stripe().isEmpty()
                && (box.ink() == Ink.PLAIN || box.role() == Role.SLOT);
    }

    private static double area(Mark mark) {
        return mark.bounds().width() * mark.bounds().height();
    }

    private static boolean holds(Rect outer, Rect inner) {
        return outer.contains(inner.x(), inner.y()) && outer.contains(inner.right(), inner.bottom());
    }

    private int depth(Mark shape) {
        int depth = 0;
        for (Mark c = around.get(shape.id().value()); c != null; c = around.get(c.id().value())) {
            depth++;
        }
        return depth;
    }

    /** Outer ones before inner ones, otherwise as they are painted. */
    List<Mark> inOrder() {
        return inOrder;
    }

    /** The frame that a shape stands in. */
    Optional<Mark> around(Mark shape) {
        return Optional.ofNullable(around.get(shape.id().value()));
    }

    /** The box of a function. */
    Optional<Mark> ofFunction(Target function) {
        return Optional.ofNullable(byFunction.get(function));
    }

    Optional<Mark> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The innermost shape whose right edge has the point on it: where a wire begins. */
    Optional<Mark> endingAt(Point point) {
        return at(byRight, point);
    }

    /** The innermost shape whose left edge has the point on it: where a wire ends. */
    Optional<Mark> beginningAt(Point point) {
        return at(byLeft, point);
    }

    private static Optional<Mark> at(Map<Long, List<Mark>> edges, Point point) {
        List<Mark> near = new ArrayList<>();
        for (long x = Math.round(point.x()) - 2; x <= Math.round(point.x()) + 2; x++) {
            near.addAll(edges.getOrDefault(x, List.of()));
        }
        return near.stream()
                .filter(m -> m.bounds().grown(NEAR).contains(point.x(), point.y()))
                .min(Comparator.comparingDouble(Shapes::area));
    }
}
