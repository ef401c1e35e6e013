package ridscope.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.export.Caption;
import ridscope.draw.export.PictureFrame;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.Overlay;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.ViewOptions;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** The pictures that {@code export} writes. */
final class Picture {

    private final Topology topology;
    private final DeviceNames names;
    private final ViewOptions options;

    /** @param overlays what the topology tells besides */
    Picture(Topology topology, DeviceNames names, LabelPreset labels, Set<Overlay> overlays) {
        this.topology = topology;
        this.names = names;
        ViewOptions base = ViewOptions.DEFAULT;
        options = new ViewOptions(labels, base.opened(), base.foldEmptyBuses(), true)
                .withTopology(base.topology().withOverlays(overlays));
    }

    Diagram topology(Map<Segment, RidMap> maps) {
        return framed(new TopologyLayout(FontMetricsTable.bundled(), names).layout(topology, maps, options));
    }

    Diagram ridMap(Segment segment) {
        RidMap map = RidMap.of(topology, segment);
        return framed(new RidMapLayout(FontMetricsTable.bundled(), names)
                .layout(topology, map, options)
                .diagram());
    }

    private Diagram framed(Diagram diagram) {
        Caption caption = Caption.of(topology.provenance(), Version.text());
        return new PictureFrame(FontMetricsTable.bundled())
                .around(diagram, Optional.of(diagram.title()), Optional.of(caption));
    }
}
