package ridscope.draw.layout;

import java.util.Map;
import ridscope.draw.diagram.Diagram;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** Lays a host out from left to right: NUMA node, host bridge, root ports, switches, slots, functions. */
public final class TopologyLayout {

    private final TextMetrics metrics;
    private final DeviceNames names;

    public TopologyLayout(TextMetrics metrics, DeviceNames names) {
        this.metrics = metrics;
        this.names = names;
    }

    /** @param ridMaps one per segment of the topology */
    public Diagram layout(Topology topology, Map<Segment, RidMap> ridMaps, ViewOptions options) {
        throw new UnsupportedOperationException(metrics + " " + names);
    }
}
