package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Map;
import ridscope.draw.layout.TextMetrics;
import ridscope.draw.layout.ViewOptions;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Finding;
import ridscope.topology.Topology;

/**
 * Everything a picture is made from.
 *
 * @param findings what folded nodes count; may be empty
 */
public record PictureInput(
        Topology topology,
        Map<Segment, RidMap> ridMaps,
        ViewOptions options,
        TextMetrics metrics,
        DeviceNames names,
        List<Finding> findings) {}
