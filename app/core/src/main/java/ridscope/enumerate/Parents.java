package ridscope.enumerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import ridscope.host.OsFacts;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/**
 * Finds the bridge above every function: from the nesting the source showed, else the bridge whose Secondary Bus Number is
 * the function's bus. VFs sit below the bridge of their PF. The result has no cycles whatever the registers say.
 */
final class Parents {

    private final NavigableMap<FunctionAddress, Draft> drafts;
    private final Set<BusKey> namedRoots;
    private final List<Diagnostic> diagnostics;
    private final Map<BusKey, List<Draft>> bySecondary = new HashMap<>();
    private final Map<BusKey, Draft> above = new LinkedHashMap<>();

    Parents(NavigableMap<FunctionAddress, Draft> drafts, Set<BusKey> namedRoots, List<Diagnostic> diagnostics) {
        this.drafts = drafts;
        this.namedRoots = namedRoots;
        this.diagnostics = diagnostics;
    }

    void find() {
        for (Draft draft : drafts.values()) {
            draft.bridge
                    .filter(b -> draft.pf.isEmpty() && b.secondary() > 0 && b.secondary() != draft.bus())
                    .ifPresent(b -> bySecondary
                            .computeIfAbsent(key(draft, b.secondary()), k -> new ArrayList<>())
                            .add(draft));
        }
        bySecondary.keySet().stream().sorted().forEach(this::choose);
        cutBusLoops();
        for (Draft draft : drafts.values()) {
            if (draft.pf.isEmpty()) {
                draft.parent = nested(draft).orElseGet(() -> Optional.ofNullable(above.get(key(draft, draft.bus()))));
            }
        }
        cutNestingLoops();
        for (Draft draft : drafts.values()) {
            draft.pf.ifPresent(pf -> draft.parent = pf.parent);
            draft.parent.ifPresent(p -> p.children.add(draft));
        }
    }

    /** Lets an orphan with masked IDs, most likely a VF whose PF could not be read, hang below the innermost range around it. */
    void adopt(Draft orphan) {
        bySecondary.values().stream()
                .flatMap(List::stream)
                .filter(b -> b.address.segment().equals(orphan.address.segment()) && b != orphan)
                .filter(b -> range(b).filter(r -> r.contains(orphan.bus())).isPresent())
                .min(Comparator.comparing((Draft b) -> range(b).orElseThrow().size())
                        .thenComparing(b -> b.address))
                .ifPresent(b -> {
                    orphan.parent = Optional.of(b);
                    b.children.add(orphan);
                });
    }

    /** Whether some bridge of the segment claims the bus inside its range. */
    boolean insideSomeRange(BusKey bus) {
        return bySecondary.values().stream()
                .flatMap(List::stream)
                .anyMatch(b -> b.address.segment().equals(bus.segment())
                        && range(b).filter(r -> r.contains(bus.bus())).isPresent());
    }

    private static BusKey key(Draft draft, int bus) {
        return new BusKey(draft.address.segment(), bus);
    }

    private static Optional<BusRange> range(Draft bridge) {
        return bridge.bridge.flatMap(b -> b.range());
    }

    private void choose(BusKey bus) {
        List<Draft> candidates = bySecondary.get(bus);
        if (namedRoots.contains(bus)) {
            diagnostics.add(Diagnostic.of(
                    "ROOT_BUS_BEHIND_BRIDGE",
                    candidates.get(0).address,
                    "It claims bus " + bus + ", which is a root bus"));
            return;
        }
        List<Draft> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.comparing((Draft b) -> range(b).isEmpty())
                .thenComparing(b -> b.bus() > bus.bus())
                .thenComparing(b -> !consistent(b, bus.bus()))
                .thenComparing(b -> -b.bus())
                .thenComparing(b -> b.address));
        above.put(bus, ordered.get(0));
        for (Draft other : ordered.subList(1, ordered.size())) {
            diagnostics.add(Diagnostic.of(
                    "SECONDARY_TWICE",
                    other.address,
                    "Bus " + bus + " is the secondary bus of " + ordered.get(0).address
                            + " too, which is taken as the one"));
        }
    }

    /** Whether the bridge above, if there is one, forwards the bus as well. */
    private boolean consistent(Draft bridge, int bus) {
        List<Draft> upper = bySecondary.getOrDefault(key(bridge, bridge.bus()), List.of());
        return upper.isEmpty()
                || upper.stream()
                        .anyMatch(u -> range(u).filter(r -> r.contains(bus)).isPresent());
    }

    private void cutBusLoops() {
        Set<BusKey> safe = new HashSet<>();
        for (BusKey start : List.copyOf(above.keySet())) {
            Set<BusKey> path = new HashSet<>();
            BusKey bus = start;
            while (above.containsKey(bus) && !safe.contains(bus)) {
                if (!path.add(bus)) {
                    Draft bridge = above.remove(bus);
                    diagnostics.add(Diagnostic.of(
                            "BRIDGE_LOOP", bridge.address, "The bridges below bus " + bus + " lead back to it"));
                    break;
                }
                bus = key(above.get(bus), above.get(bus).bus());
            }
            safe.addAll(path);
        }
    }

    /** What the source's nesting says; outer empty when it says nothing usable. */
    private Optional<Optional<Draft>> nested(Draft draft) {
        Optional<OsFacts.Parent> told = draft.record.os().place().parent();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        if (told.get().bridge().isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Draft bridge = drafts.get(told.get().bridge().get());
        boolean usable = bridge != null
                && bridge != draft
                && bridge.pf.isEmpty()
                && bridge.address.segment().equals(draft.address.segment());
        return usable ? Optional.of(Optional.of(bridge)) : Optional.empty();
    }

    private void cutNestingLoops() {
        Set<FunctionAddress> safe = new HashSet<>();
        for (Draft start : drafts.values()) {
            Set<FunctionAddress> path = new HashSet<>();
            Draft at = start;
            while (at != null && !safe.contains(at.address)) {
                if (!path.add(at.address)) {
                    at.parent = Optional.empty();
                    diagnostics.add(Diagnostic.of("BRIDGE_LOOP", at.address, "The bridges above it lead back to it"));
                    break;
                }
                at = at.parent.orElse(null);
            }
            safe.addAll(path);
        }
    }
}
