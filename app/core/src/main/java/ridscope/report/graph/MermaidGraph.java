package ridscope.report.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ridscope.text.Numbers;
import ridscope.text.Plain;

/** A flowchart of Mermaid: groups are subgraphs, links are thicker the more lanes they have. */
final class MermaidGraph {

    /** What Mermaid draws unless {@code maxEdges} is set higher. */
    private static final int MOST_EDGES = 500;

    private final Appendable out;

    private MermaidGraph(Appendable out) {
        this.out = out;
    }

    static void write(Graph graph, Appendable out) throws IOException {
        out.append("flowchart LR\n");
        out.append("%% ").append(comment(graph.title())).append('\n');
        if (graph.edges().size() > MOST_EDGES) {
            out.append("%% ")
                    .append(Numbers.count(graph.edges().size(), "edge"))
                    .append(", more than Mermaid draws by itself; set maxEdges and maxTextSize where it is started\n");
        }
        MermaidGraph mermaid = new MermaidGraph(out);
        for (Group group : graph.groups()) {
            mermaid.group(group, "  ");
        }
        for (Edge edge : graph.edges()) {
            mermaid.edge(edge);
        }
        mermaid.thickness(graph.edges());
    }

    private void group(Group group, String indent) throws IOException {
        out.append(indent).append("subgraph ").append(group.id()).append('[');
        out.append(quoted(List.of(group.label()))).append("]\n");
        String deeper = indent + "  ";
        for (Node node : group.nodes()) {
            String[] shape = shape(node.kind());
            out.append(deeper).append(node.id()).append(shape[0]).append(quoted(node.lines()));
            out.append(shape[1]).append('\n');
        }
        for (Group inner : group.groups()) {
            group(inner, deeper);
        }
        out.append(indent).append("end\n");
    }

    private static String[] shape(Node.Kind kind) {
        return switch (kind) {
            case ROOT_BUS -> new String[] {"{{", "}}"};
            case PORT -> new String[] {"[", "]"};
            case FUNCTION -> new String[] {"(", ")"};
            case STACK -> new String[] {"[[", "]]"};
            case EMPTY_SLOT -> new String[] {"([", "])"};
        };
    }

    private void edge(Edge edge) throws IOException {
        out.append("  ").append(edge.from()).append(edge.kind() == Edge.Kind.OWNS ? " -.- " : " --- ");
        if (!edge.label().isEmpty()) {
            out.append('|').append(quoted(List.of(edge.label()))).append('|').append(' ');
        }
        out.append(edge.to()).append('\n');
    }

    private void thickness(List<Edge> edges) throws IOException {
        Map<Double, List<String>> byThickness = new TreeMap<>();
        for (int i = 0; i < edges.size(); i++) {
            double thickness = edges.get(i).thickness();
            if (thickness > 1) {
                byThickness.computeIfAbsent(thickness, k -> new ArrayList<>()).add(Integer.toString(i));
            }
        }
        for (Map.Entry<Double, List<String>> entry : byThickness.entrySet()) {
            out.append("  linkStyle ").append(String.join(",", entry.getValue()));
            out.append(String.format(Locale.ROOT, " stroke-width:%.2fpx%n", entry.getKey())
                    .replace("\r", ""));
        }
    }

    /** Mermaid looks for its own words even in comments. */
    private static String comment(String text) {
        return Plain.line(text, Graph.TITLE)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) || " .,:·-".indexOf(c) >= 0 ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String quoted(List<String> lines) {
        return lines.stream().map(MermaidGraph::escaped).collect(Collectors.joining("<br/>", "\"", "\""));
    }

    /** Whatever Mermaid, Markdown or HTML could take for its own becomes the number of the character. */
    private static String escaped(String text) {
        String line = Plain.line(text, Graph.LONGEST);
        StringBuilder escaped = new StringBuilder();
        boolean start = true;
        for (int c : line.codePoints().toArray()) {
            boolean letter = Character.isLetter(c) || c == ' ';
            boolean plain = letter || Character.isDigit(c) || c >= 0x80 || ".,:/-".indexOf(c) >= 0;
            // A line that begins as "1." or "-" would be a list.
            if (plain && !(start && c == '-') && !(c == '.' && onlyDigits(escaped))) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
            start = false;
        }
        return escaped.toString();
    }

    private static boolean onlyDigits(CharSequence text) {
        return text.chars().allMatch(Character::isDigit);
    }
}
