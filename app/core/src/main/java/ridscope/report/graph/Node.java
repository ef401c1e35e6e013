package ridscope.report.graph;

import java.util.List;

/**
 * A node.
 *
 * @param id letters, digits and {@code _}, unique within a graph and the same for the same input
 * @param kind what it stands for
 * @param lines what it says, the address first; as they came from devices and files
 */
public record Node(String id, Kind kind, List<String> lines) {

    /** What a node stands for. */
    public enum Kind {
        /** A root bus. */
        ROOT_BUS,
        /** A port or another bridge. */
        PORT,
        /** A function. */
        FUNCTION,
        /** All VFs or all SDIs of a PF. */
        STACK,
        /** A slot with nothing in it. */
        EMPTY_SLOT
    }

    public Node {
        lines = List.copyOf(lines);
    }
}
