package ridscope.draw.layout;

import java.util.List;
import java.util.Map;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.layout.topology.PictureInput;
import ridscope.draw.layout.topology.PictureMaker;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Finding;
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
        return picture(topology, ridMaps, options).diagram();
    }

    /**
     * The same with an index: bounds and path of every target, also of what is folded away. A run of alike siblings stays
     * unfolded while {@code options.opened()} holds the function target of any of its members.
     *
     * @param ridMaps one per segment of the topology
     */
    public TopologyPicture picture(Topology topology, Map<Segment, RidMap> ridMaps, ViewOptions options) {
        return picture(topology, ridMaps, options, List.of());
    }

    /**
     * The same, with folded nodes telling what was found about what is in them.
     *
     * @param findings errors and warnings count, others do not
     */
    public TopologyPicture picture(
            Topology topology, Map<Segment, RidMap> ridMaps, ViewOptions options, List<Finding> findings) {
        PictureMaker maker = new PictureMaker(new PictureInput(topology, ridMaps, options, metrics, names, findings));
        Diagram diagram = maker.draw();
        return new TopologyPicture(diagram, maker.places(), maker.nodes());
    }
}
