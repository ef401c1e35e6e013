package ridscope.report.graph;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of graphs. */
public enum GraphFormat {
    /** Graphviz. */
    DOT {
        @Override
        public List<String> endings() {
            return List.of("dot", "gv");
        }

        @Override
        public void write(Graph graph, Appendable out) throws IOException {
            DotGraph.write(graph, out);
        }
    },
    /** Mermaid flowchart. */
    MERMAID {
        @Override
        public List<String> endings() {
            return List.of("mmd");
        }

        @Override
        public void write(Graph graph, Appendable out) throws IOException {
            MermaidGraph.write(graph, out);
        }
    };

    /** Endings of its files, without dots. */
    public abstract List<String> endings();

    /**
     * Writes a graph. The same graph gives the same text.
     *
     * @throws IOException if the output fails
     */
    public abstract void write(Graph graph, Appendable out) throws IOException;

    /** The format of an ending in lower case. */
    public static Optional<GraphFormat> of(String ending) {
        return Stream.of(values()).filter(f -> f.endings().contains(ending)).findFirst();
    }
}
