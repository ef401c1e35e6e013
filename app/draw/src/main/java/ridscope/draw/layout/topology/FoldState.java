package ridscope.draw.layout.topology;

import java.util.HashSet;
import java.util.Set;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.TopologyOptions.Folding;
import ridscope.draw.layout.ViewOptions;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Which nodes are folded: what the user said, else the rule. */
final class FoldState {

    /** So many functions, VFs aside, make a picture that is still read and quick to make. */
    static final int READABLE = 400;

    private final ViewOptions options;
    private final Set<Target> bySize;

    FoldState(Topology topology, ViewOptions options) {
        this.options = options;
        bySize = options.topology().folding() == Folding.BY_SIZE ? deepParts(topology) : Set.of();
    }

    /** Whether what is below a node is left out. */
    boolean folded(Target node) {
        if (options.topology().closed().contains(node)) {
            return true;
        }
        if (options.opened().contains(node)) {
            return false;
        }
        return options.topology().folding() == Folding.ALL || bySize.contains(node);
    }

    /** Whether a long run of alike siblings is drawn one by one. */
    boolean runOpen(Target.OfRun run) {
        boolean rule = options.topology().folding() == Folding.NONE
                && !options.topology().closed().contains(run);
        return rule || options.opened().contains(run);
    }

    /**
     * Level by level as far as all of a level is readable; what is deeper is folded, unless there is so little of it that a fold
     * would take the same room.
     */
    private static Set<Target> deepParts(Topology topology) {
        int[] perLevel = new int[1];
        for (PciFunction f : topology.functions()) {
            if (f.virtual().isEmpty()) {
                int level = topology.pathToRoot(f).size();
                perLevel = level < perLevel.length ? perLevel : java.util.Arrays.copyOf(perLevel, level + 1);
                perLevel[level]++;
            }
        }
        int shown = 0;
        int level = 0;
        while (level < perLevel.length && shown + perLevel[level] <= READABLE) {
            shown += perLevel[level++];
        }
        Set<Target> folded = new HashSet<>();
        if (level == 0 && perLevel[0] > 0) {
            topology.hostBridges().forEach(h -> folded.add(new Target.OfBuses(h.segment(), h.buses())));
        }
        if (level < perLevel.length) {
            int deepest = Math.max(0, level - 1);
            for (PciFunction f : topology.functions()) {
                boolean deep = f.role().bridge() && topology.pathToRoot(f).size() >= deepest;
                if (deep && Hidden.below(topology, f, 2) > 1) {
                    folded.add(new Target.OfFunction(f.address()));
                }
            }
        }
        return folded;
    }
}
