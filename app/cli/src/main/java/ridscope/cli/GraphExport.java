package ridscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.graph.DrawIoGraph;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.Palette;
import ridscope.report.HostGraph;
import ridscope.report.graph.Graph;
import ridscope.report.graph.GraphFormat;

/** The graphs that {@code export} writes. */
final class GraphExport implements ExportKind {

    private static final String DRAW_IO = "drawio";

    private final LookOptions look;

    GraphExport(LookOptions look) {
        this.look = look;
    }

    @Override
    public List<String> endings() {
        List<String> endings = new ArrayList<>();
        Arrays.stream(GraphFormat.values()).forEach(f -> endings.addAll(f.endings()));
        endings.add(DRAW_IO);
        return endings;
    }

    @Override
    public Set<String> options(String ending) {
        return ending.equals(DRAW_IO) ? Set.of(LookOptions.THEME, LookOptions.LABELS) : Set.of(LookOptions.LABELS);
    }

    @Override
    public Writing prepare(String ending) {
        LabelPreset labels = look.preset();
        if (ending.equals(DRAW_IO)) {
            Palette palette = look.palette();
            return (topology, names, file) -> {
                ViewOptions base = ViewOptions.DEFAULT;
                ViewOptions options = new ViewOptions(labels, base.opened(), base.foldEmptyBuses(), true);
                Diagram diagram = new TopologyLayout(FontMetricsTable.bundled(), names)
                        .layout(topology, HostWord.ridMaps(topology), options);
                TextFile.write(file, out -> out.write(DrawIoGraph.xml(diagram, palette)));
            };
        }
        GraphFormat format = GraphFormat.of(ending).orElseThrow();
        return (topology, names, file) -> {
            Graph graph = HostGraph.of(
                    topology, HostWord.placements(topology), names, HostGraph.Labels.valueOf(labels.name()));
            TextFile.write(file, out -> format.write(graph, out));
        };
    }
}
