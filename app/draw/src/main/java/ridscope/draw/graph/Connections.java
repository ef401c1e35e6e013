package ridscope.draw.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Target;

/** What connects the shapes of a diagram: its wires, each from one shape to another, and a PF with its stacks. */
final class Connections {

    /**
     * A connection.
     *
     * @param id of the wire
     * @param wire how it looks; empty between a PF and its stack
     * @param labels ids of the wires whose labels it has
     * @param from where it leaves the shape, likewise {@code to}
     */
    record Connection(String id, Optional<Mark.Wire> wire, List<String> labels, End from, End to) {}

    /** A point on the edge of a shape. */
    record End(Mark shape, Point point) {}

    private final Shapes shapes;
    private final Map<Point, Mark.Wire> trunks = new HashMap<>();
    private final List<Connection> all = new ArrayList<>();

    Connections(Diagram diagram, Shapes shapes) {
        this.shapes = shapes;
        List<Mark.Wire> wires = new ArrayList<>();
        for (Mark mark : diagram.marks()) {
            if (mark instanceof Mark.Wire wire && Shapes.drawn(mark)) {
                wires.add(wire);
                if (shapes.beginningAt(last(wire)).isEmpty()) {
                    trunks.put(last(wire), wire);
                }
            }
        }
        wires.forEach(this::add);
        shapes.inOrder().forEach(this::addStack);
    }

    /** In the order in which they are painted; wires that lead from or to no shape are left out. */
    List<Connection> all() {
        return all;
    }

    /** Several wires may share their beginning, a trunk that ends at no shape. */
    private void add(Mark.Wire wire) {
        Point start = wire.points().get(0);
        List<String> labels = new ArrayList<>(List.of(wire.id().value()));
        Optional<Mark> from = shapes.endingAt(start);
        Mark.Wire trunk = trunks.get(start);
        if (from.isEmpty() && trunk != null) {
            start = trunk.points().get(0);
            from = shapes.endingAt(start);
            labels.add(trunk.id().value());
        }
        Optional<Mark> to = shapes.beginningAt(last(wire));
        if (from.isPresent() && to.isPresent()) {
            End source = new End(from.get(), start);
            all.add(new Connection(
                    wire.id().value(), Optional.of(wire), labels, source, new End(to.get(), last(wire))));
        }
    }

    private void addStack(Mark mark) {
        if (mark instanceof Mark.Span) {
            mark.target()
                    .flatMap(Connections::owner)
                    .flatMap(shapes::ofFunction)
                    .ifPresent(pf -> all.add(new Connection(
                            "of-" + mark.id(),
                            Optional.empty(),
                            List.of(),
                            new End(
                                    pf,
                                    new Point(pf.bounds().right(), mark.bounds().centerY())),
                            new End(
                                    mark,
                                    new Point(mark.bounds().x(), mark.bounds().centerY())))));
        }
    }

    private static Optional<Target> owner(Target target) {
        if (target instanceof Target.OfVfs vfs) {
            return Optional.of(new Target.OfFunction(vfs.pf()));
        }
        return target instanceof Target.OfSdis sdis ? Optional.of(new Target.OfFunction(sdis.pf())) : Optional.empty();
    }

    private static Point last(Mark.Wire wire) {
        return wire.points().get(wire.points().size() - 1);
    }
}
