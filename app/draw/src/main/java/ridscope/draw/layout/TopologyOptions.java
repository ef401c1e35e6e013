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
 * @param overlays what is told besides
 */
public record TopologyOptions(Folding folding, Set<Target> closed, boolean handles, Set<Overlay> overlays) {

    /** For a file: all nodes unfolded, nothing to press, nothing told besides. */
    public static final TopologyOptions DEFAULT = new TopologyOptions(Folding.RUNS, Set.of(), false, Set.of());

    /** For a window: deep parts of a big host folded, findings told. */
    public static final TopologyOptions INTERACTIVE =
            new TopologyOptions(Folding.BY_SIZE, Set.of(), true, Set.of(Overlay.FINDINGS));

    public TopologyOptions {
        closed = Set.copyOf(closed);
        overlays = Set.copyOf(overlays);
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
        return new TopologyOptions(next, Set.of(), handles, overlays);
    }

    /** The same with other nodes folded. */
    public TopologyOptions withClosed(Set<Target> next) {
        return new TopologyOptions(folding, next, handles, overlays);
    }

    /** The same with or without signs to press. */
    public TopologyOptions withHandles(boolean next) {
        return new TopologyOptions(folding, closed, next, overlays);
    }

    /** The same with other things told besides. */
    public TopologyOptions withOverlays(Set<Overlay> next) {
        return new TopologyOptions(folding, closed, handles, next);
    }
}
