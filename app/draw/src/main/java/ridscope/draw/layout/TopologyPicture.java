package ridscope.draw.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.topology.Place;

/** A laid-out topology that knows where everything stands, also what a fold or a stack stands for. Immutable. */
public final class TopologyPicture {

    private final Diagram diagram;
    private final Map<Target, Place> places;
    private final Map<Target, Boolean> nodes;
    private final Map<MarkId, Mark> marks = new HashMap<>();

    TopologyPicture(Diagram diagram, Map<Target, Place> places, Map<Target, Boolean> nodes) {
        this.diagram = diagram;
        this.places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        this.nodes = Map.copyOf(nodes);
        diagram.marks().forEach(m -> marks.put(m.id(), m));
    }

    /** The same with more marks, or other words on them. */
    TopologyPicture with(Diagram next) {
        return new TopologyPicture(next, places, nodes);
    }

    public Diagram diagram() {
        return diagram;
    }

    /** The mark that stands for a target: its own box, or the fold or stack it is hidden in. */
    public Optional<Mark> markOf(Target target) {
        return place(target).map(p -> marks.get(p.mark()));
    }

    /** A mark by its name. */
    public Optional<Mark> mark(MarkId id) {
        return Optional.ofNullable(marks.get(id));
    }

    /** Where to zoom to. */
    public Optional<Rect> boundsOf(Target target) {
        return markOf(target).map(Mark::bounds);
    }

    /** Marks from the host bridge down to the target, wires included, in that order; empty if the target is not shown. */
    public Set<MarkId> pathTo(Target target) {
        Set<MarkId> path = new LinkedHashSet<>();
        Optional<Place> place = place(target);
        return place.isEmpty() ? path : collect(place.get(), path);
    }

    /** The wires from what is above a target to it, or to what it is folded into; empty if it is not shown. */
    public List<MarkId> wiresTo(Target target) {
        return place(target).map(Place::leading).orElse(List.of());
    }

    private Set<MarkId> collect(Place place, Set<MarkId> path) {
        place.parent().flatMap(this::place).ifPresent(above -> collect(above, path));
        path.addAll(place.leading());
        path.add(place.mark());
        return path;
    }

    /** Whether a node is folded; empty for what cannot be folded, and for what is itself folded away. */
    public Optional<Boolean> folded(Target node) {
        return Optional.ofNullable(nodes.get(node));
    }

    /** Whether a target is behind a mark that stands for several things that are folded away. */
    public boolean hidden(Target target) {
        return place(target).filter(Place::folded).isPresent();
    }

    private Optional<Place> place(Target target) {
        if (target instanceof Target.OfRid rid && !places.containsKey(target)) {
            return Optional.ofNullable(places.get(new Target.OfFunction(rid.address())));
        }
        return Optional.ofNullable(places.get(target));
    }

    /** All targets that can be selected on this picture or inside its folds and stacks. */
    public List<Target> targets() {
        return List.copyOf(places.keySet());
    }
}
