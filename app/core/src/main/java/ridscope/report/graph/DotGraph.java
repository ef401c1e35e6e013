package ridscope.report.graph;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ridscope.text.Plain;

/** The DOT language of Graphviz: groups are clusters, links are thicker the more lanes they have. */
final class DotGraph {

    private static final String HEAD = """
              graph [rankdir=LR, labelloc=t, fontname="sans-serif", fontsize=12, nodesep=0.12, ranksep=0.7];
              node [shape=box, fontname="sans-serif", fontsize=10, height=0.3, margin="0.1,0.05"];
              edge [arrowhead=none, fontname="sans-serif", fontsize=9];
            """;

    private final Appendable out;

    private DotGraph(Appendable out) {
        this.out = out;
    }

    static void write(Graph graph, Appendable out) throws IOException {
        out.append("digraph ridscope {\n").append(HEAD);
        out.append("  label=").append(quoted(graph.title(), Graph.TITLE)).append(";\n");
        DotGraph dot = new DotGraph(out);
        for (Group group : graph.groups()) {
            dot.group(group, "  ");
        }
        for (Edge edge : graph.edges()) {
            dot.edge(edge);
        }
        out.append("}\n");
    }

    private void group(Group group, String indent) throws IOException {
        out.append(indent).append("subgraph cluster_").append(group.id()).append(" {\n");
        String deeper = indent + "  ";
        out.append(deeper)
                .append("label=")
                .append(quoted(List.of(group.label())))
                .append(";\n");
        for (Node node : group.nodes()) {
            out.append(deeper).append(node.id()).append(" [label=").append(quoted(node.lines()));
            out.append(", id=").append(node.id()).append(shape(node.kind())).append("];\n");
        }
        for (Group inner : group.groups()) {
            group(inner, deeper);
        }
        out.append(indent).append("}\n");
    }

    private static String shape(Node.Kind kind) {
        return switch (kind) {
            case ROOT_BUS -> ", style=bold";
            case PORT -> "";
            case FUNCTION -> ", style=rounded";
            case STACK -> ", shape=box3d";
            case EMPTY_SLOT -> ", style=dashed";
        };
    }

    private void edge(Edge edge) throws IOException {
        out.append("  ").append(edge.from()).append(" -> ").append(edge.to());
        out.append(" [penwidth=").append(String.format(Locale.ROOT, "%.2f", edge.thickness()));
        if (!edge.label().isEmpty()) {
            out.append(", label=").append(quoted(List.of(edge.label())));
        }
        out.append(edge.kind() == Edge.Kind.OWNS ? ", style=dashed];\n" : "];\n");
    }

    private static String quoted(String line, int longest) {
        return '"' + escaped(line, longest) + '"';
    }

    private static String quoted(List<String> lines) {
        return lines.stream().map(line -> escaped(line, Graph.LONGEST)).collect(Collectors.joining("\\n", "\"", "\""));
    }

    /** Text in which Graphviz finds neither an escape nor an entity of its own. */
    private static String escaped(String line, int longest) {
        return Plain.line(line, longest)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
    }
}
