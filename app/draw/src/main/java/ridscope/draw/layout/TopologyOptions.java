package ridscope.draw.layout;

import java.util.Set;
import ridscope.draw.diagram.Target;

/**
 * What the user chose about a topology.
 *
 * @param folding what is folded where the user has not said otherwise
 * @param closed nodes that are folded whatever {@code folding} says: buses of a host bridge, a bridge's function, the first
 *     function of a device
 * @param handles whether nodes have signs to fold and unfold them by; of use only where somebody can press them
 */
public record TopologyOptions(Folding folding, Set<Target> closed, boolean handles) {

    /** For a file: all nodes unfolded, nothing to press. */
    public static final TopologyOptions DEFAULT = new TopologyOptions(Folding.RUNS, Set.of(), false);

    /** For a window: deep parts of a big host folded. */
    public static final TopologyOptions INTERACTIVE = new TopologyOptions(Folding.BY_SIZE, Set.of(), true);

    public TopologyOptions {
        closed = Set.copyOf(closed);
    }

    /** What is folded. */
    public enum Folding {
        /** Every node. */
        ALL,
        /** Deep parts of a host that is too big for a readable picture, and long runs of alike siblings. */
        BY_SIZE,
        /** Long runs of alike siblings. */
        RUNS,
        /** Nothing. */
        NONE
    }

    /** The same with another rule and no exceptions. */
    public TopologyOptions withFolding(Folding next) {
        return new TopologyOptions(next, Set.of(), handles);
    }

    /** The same with other nodes folded. */
    public TopologyOptions withClosed(Set<Target> next) {
        return new TopologyOptions(folding, next, handles);
    }

    /** The same with or without signs to press. */
    public TopologyOptions withHandles(boolean next) {
        return new TopologyOptions(folding, closed, next);
    }
}
