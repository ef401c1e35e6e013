package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * Dashed fences round IOMMU groups of several functions, as the source tells them (sysfs {@code iommu_group}). Members that
 * stand together share a fence; where something else stands between them each part has a fence of its own.
 */
final class GroupFences {

    private static final double ROOM = 2.5;

    private final Topology topology;
    private final Sketch sketch;
    private final Map<MarkId, Mark> boxes = new LinkedHashMap<>();
    private final Map<MarkId, Set<OptionalInt>> groups = new LinkedHashMap<>();

    GroupFences(Topology topology, Sketch sketch) {
        this.topology = topology;
        this.sketch = sketch;
    }

    void draw() {
        Map<Integer, List<PciFunction>> all = topology.functions().stream()
                .filter(f -> f.iommuGroup().isPresent())
                .collect(Collectors.groupingBy(f -> f.iommuGroup().getAsInt(), TreeMap::new, Collectors.toList()));
        collectBoxes();
        MarkIndex index = new MarkIndex(new Diagram("", "", 0, bottom(), List.copyOf(boxes.values())));
        all.forEach((group, functions) -> {
            if (functions.size() > 1) {
                fence(group, functions, index);
            }
        });
    }

    private void collectBoxes() {
        Map<MarkId, Mark> marks = new LinkedHashMap<>();
        sketch.marks().forEach(mark -> marks.put(mark.id(), mark));
        for (PciFunction f : topology.functions()) {
            place(f).ifPresent(id -> {
                boxes.put(id, marks.get(id));
                groups.computeIfAbsent(id, k -> new HashSet<>()).add(f.iommuGroup());
            });
        }
    }

    private Optional<MarkId> place(PciFunction f) {
        return Optional.ofNullable(sketch.places().get(new Target.OfFunction(f.address())))
                .map(Place::mark);
    }

    private double bottom() {
        return boxes.values().stream()
                .mapToDouble(m -> m.bounds().bottom())
                .max()
                .orElse(0);
    }

    private void fence(int group, List<PciFunction> functions, MarkIndex index) {
        int part = 0;
        for (Rect area : parts(group, functions, index)) {
            sketch.container(
                    new MarkId("group-" + group + "-" + ++part),
                    Role.GROUP,
                    Ink.DASHED,
                    area.grown(ROOM),
                    Optional.empty(),
                    "IOMMU group " + group + ": " + functions.size() + " functions");
        }
    }

    /** Takes members by address, and begins a new part where the area would take in what is no member. */
    private List<Rect> parts(int group, List<PciFunction> functions, MarkIndex index) {
        Set<MarkId> ids = new LinkedHashSet<>();
        functions.forEach(f -> place(f).ifPresent(ids::add));
        List<Rect> parts = new ArrayList<>();
        for (MarkId id : ids) {
            Rect box = boxes.get(id).bounds();
            int last = parts.size() - 1;
            if (last >= 0 && onlyMembers(group, parts.get(last).union(box), index)) {
                parts.set(last, parts.get(last).union(box));
            } else {
                parts.add(box);
            }
        }
        return parts;
    }

    private boolean onlyMembers(int group, Rect area, MarkIndex index) {
        Set<OptionalInt> inside = new HashSet<>();
        index.forEachIn(area, mark -> inside.addAll(groups.get(mark.id())));
        return inside.equals(Set.of(OptionalInt.of(group)));
    }
}
