package ridscope.report.graph;

import java.util.List;

/**
 * A graph, to be drawn from left to right.
 *
 * @param title what it shows, one line
 * @param groups everything in it
 * @param edges between nodes of the groups
 */
public record Graph(String title, List<Group> groups, List<Edge> edges) {

    /** Longest line that a node, a frame or an edge shows. */
    static final int LONGEST = 80;

    /** Longest title. */
    static final int TITLE = 250;

    public Graph {
        groups = List.copyOf(groups);
        edges = List.copyOf(edges);
    }
}
