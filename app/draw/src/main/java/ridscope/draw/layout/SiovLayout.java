package ridscope.draw.layout;

import ridscope.draw.diagram.Diagram;
import ridscope.draw.layout.siov.SiovFigure;
import ridscope.names.DeviceNames;
import ridscope.plan.PfRids;
import ridscope.topology.Topology;

/** The figure of one PF: its VFs and SDIs on the axis of Routing IDs, and what of it is routed. */
public final class SiovLayout {

    private final TextMetrics metrics;
    private final DeviceNames names;

    public SiovLayout(TextMetrics metrics, DeviceNames names) {
        this.metrics = metrics;
        this.names = names;
    }

    /** Computes no Routing ID: all come from {@code rids}. */
    public Diagram layout(Topology topology, PfRids rids, ViewOptions options) {
        String name = topology.function(rids.pf()).map(names::shortName).orElse("");
        return new SiovFigure(metrics, rids, name).diagram(options.legend());
    }
}
