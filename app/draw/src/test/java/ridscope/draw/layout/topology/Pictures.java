package ridscope.draw.layout.topology;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** From a snapshot to a picture in one call. */
final class Pictures {

    private Pictures() {}

    static Topology topology(HostSnapshot snapshot) {
        return Enumerator.enumerate(snapshot, Feedback.NONE);
    }

    static TopologyPicture of(HostSnapshot snapshot) {
        return of(topology(snapshot), ViewOptions.DEFAULT);
    }

    static TopologyPicture of(Topology topology, ViewOptions options) {
        Map<Segment, RidMap> maps = new TreeMap<>();
        topology.segments().forEach(s -> maps.put(s, RidMap.of(topology, s)));
        return new TopologyLayout(new FixedMetrics(), new ClassNames()).picture(topology, maps, options);
    }

    static ViewOptions opened(Target... targets) {
        return new ViewOptions(LabelPreset.SHORT, Set.of(targets), true, false);
    }

    static Target function(String address) {
        return new Target.OfFunction(FunctionAddress.of(address));
    }
}
