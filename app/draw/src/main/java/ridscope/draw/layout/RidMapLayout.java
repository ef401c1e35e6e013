package ridscope.draw.layout;

import ridscope.names.DeviceNames;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** Lays the 65,536 RIDs of a segment out: a row per bus, a column per devfn, brackets of bridge ranges to the left. */
public final class RidMapLayout {

    private final TextMetrics metrics;
    private final DeviceNames names;

    public RidMapLayout(TextMetrics metrics, DeviceNames names) {
        this.metrics = metrics;
        this.names = names;
    }

    public RidMapPicture layout(Topology topology, RidMap map, ViewOptions options) {
        throw new UnsupportedOperationException(metrics + " " + names);
    }
}
