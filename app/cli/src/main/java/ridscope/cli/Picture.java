package ridscope.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;
import ridscope.draw.png.PngSurface;
import ridscope.draw.svg.SvgSurface;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** The pictures that {@code export} writes. */
final class Picture {

    private static final double PNG_SCALE = 2;

    private final Topology topology;
    private final DeviceNames names;
    private final ViewOptions options;

    Picture(Topology topology, DeviceNames names, LabelPreset labels) {
        this.topology = topology;
        this.names = names;
        ViewOptions base = ViewOptions.DEFAULT;
        options = new ViewOptions(labels, base.opened(), base.foldEmptyBuses(), true);
    }

    Diagram topology(Map<Segment, RidMap> maps) {
        return new TopologyLayout(FontMetricsTable.bundled(), names).layout(topology, maps, options);
    }

    Diagram ridMap(Segment segment) {
        RidMap map = RidMap.of(topology, segment);
        return new RidMapLayout(FontMetricsTable.bundled(), names)
                .layout(topology, map, options)
                .diagram();
    }

    static byte[] svg(Diagram diagram, Palette palette) {
        SvgSurface surface = new SvgSurface(diagram, palette);
        DiagramPainter.paint(diagram, palette, Viewport.all(diagram), Set.of(), surface);
        return surface.svg().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png(Diagram diagram, Palette palette) {
        PngSurface surface = new PngSurface();
        DiagramPainter.paint(diagram, palette, Viewport.all(diagram).scaled(PNG_SCALE), Set.of(), surface);
        return surface.png();
    }
}
