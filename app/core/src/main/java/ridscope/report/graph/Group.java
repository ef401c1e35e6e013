package ridscope.report.graph;

import java.util.List;

/**
 * Nodes in a frame: a NUMA node, a host bridge, a switch.
 *
 * @param id as of a {@link Node}
 * @param label its heading
 * @param nodes directly in it
 * @param groups within it
 */
public record Group(String id, String label, List<Node> nodes, List<Group> groups) {

    public Group {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
    }
}
