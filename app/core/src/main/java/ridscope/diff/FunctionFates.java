package ridscope.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/** Tells a comparison function by function: what became of each, and which changes it is part of. */
public final class FunctionFates {

    private final Map<FunctionAddress, List<Change>> byOld = new HashMap<>();
    private final Map<FunctionAddress, List<Change>> byNew = new HashMap<>();

    private FunctionFates(List<Change> changes) {
        changes.forEach(this::note);
    }

    /** All functions of both hosts, each once, in order of old address; new ones stand at their new address. */
    public static List<FunctionFate> of(Comparison comparison) {
        FunctionFates told = new FunctionFates(comparison.changes());
        List<FunctionFate> fates = new ArrayList<>();
        Set<FunctionAddress> matched = new HashSet<>();
        for (PciFunction was : comparison.before().functions()) {
            Pair pair = comparison.pairs().get(was.address());
            if (pair == null) {
                fates.add(alone(Fate.GONE, Optional.of(was), Optional.empty(), told.byOld));
            } else {
                matched.add(pair.to());
                fates.add(told.both(pair));
            }
        }
        for (PciFunction is : comparison.after().functions()) {
            if (!matched.contains(is.address())) {
                fates.add(alone(Fate.NEW, Optional.empty(), Optional.of(is), told.byNew));
            }
        }
        fates.sort(Comparator.comparing(FunctionFate::listedAt));
        return List.copyOf(fates);
    }

    private static FunctionFate alone(
            Fate fate,
            Optional<PciFunction> before,
            Optional<PciFunction> after,
            Map<FunctionAddress, List<Change>> told) {
        FunctionAddress address = before.or(() -> after).orElseThrow().address();
        return new FunctionFate(fate, before, after, Optional.empty(), told.getOrDefault(address, List.of()));
    }

    private FunctionFate both(Pair pair) {
        List<Change> changes = byOld.getOrDefault(pair.from(), List.of());
        return new FunctionFate(
                fate(pair, changes),
                Optional.of(pair.before()),
                Optional.of(pair.after()),
                Optional.of(pair.basis()),
                changes);
    }

    private static Fate fate(Pair pair, List<Change> changes) {
        if (changes.stream().anyMatch(Change.Moved.class::isInstance)) {
            return Fate.MOVED;
        } else if (pair.readdressed()) {
            return Fate.RENUMBERED;
        }
        return changes.isEmpty() ? Fate.SAME : Fate.CHANGED;
    }

    private void note(Change change) {
        if (change instanceof Change.RenumberedRoot root) {
            note(byOld, root.with(), change);
        } else if (change instanceof Change.RenumberedBridge bridge) {
            note(byOld, bridge.bridge(), change);
            note(byOld, bridge.with(), change);
        } else if (change instanceof Change.Moved moved) {
            note(byOld, moved.function(), change);
            note(byOld, moved.with(), change);
        } else if (change instanceof Change.VfsChanged vfs) {
            note(byOld, vfs.pf(), change);
            note(byOld, vfs.gone(), change);
            note(byNew, vfs.appeared(), change);
        } else if (change instanceof Change.Gone gone) {
            note(byOld, gone.function(), change);
            note(byOld, gone.with(), change);
        } else if (change instanceof Change.New appeared) {
            note(byNew, appeared.function(), change);
            note(byNew, appeared.with(), change);
        } else if (change instanceof Change.Changed changed) {
            note(byOld, changed.function(), change);
        }
    }

    private static void note(Map<FunctionAddress, List<Change>> map, List<FunctionAddress> about, Change change) {
        about.forEach(address -> note(map, address, change));
    }

    private static void note(Map<FunctionAddress, List<Change>> map, FunctionAddress about, Change change) {
        map.computeIfAbsent(about, k -> new ArrayList<>()).add(change);
    }
}
