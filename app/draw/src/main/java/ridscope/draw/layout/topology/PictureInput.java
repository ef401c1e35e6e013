package ridscope.draw.layout.topology;

import java.util.Map;
import ridscope.draw.layout.TextMetrics;
import ridscope.draw.layout.ViewOptions;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** Everything a picture is made from. */
public record PictureInput(
        Topology topology, Map<Segment, RidMap> ridMaps, ViewOptions options, TextMetrics metrics, DeviceNames names) {}
