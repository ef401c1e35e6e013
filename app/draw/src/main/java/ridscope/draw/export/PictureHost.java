package ridscope.draw.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Finding;
import ridscope.topology.Topology;
import ridscope.topology.TopologyChange;

/**
 * The host that pictures are made of.
 *
 * @param topology its model
 * @param ridMaps Routing IDs by segment, as far as they are known already; the others are computed when they are needed
 * @param names of devices
 * @param findings what folded nodes count; may be empty
 * @param marked what came, went or changed since the last look, to be marked on the topology
 */
public record PictureHost(
        Topology topology,
        Map<Segment, RidMap> ridMaps,
        DeviceNames names,
        List<Finding> findings,
        TopologyChange marked) {

    public PictureHost {
        ridMaps = Map.copyOf(ridMaps);
        findings = List.copyOf(findings);
    }

    /** A host of which nothing else is known. */
    public static PictureHost of(Topology topology, DeviceNames names) {
        return new PictureHost(topology, Map.of(), names, List.of(), TopologyChange.NONE);
    }

    RidMap ridMap(Segment segment) {
        RidMap known = ridMaps.get(segment);
        return known == null ? RidMap.of(topology, segment) : known;
    }

    Map<Segment, RidMap> all() {
        Map<Segment, RidMap> all = new HashMap<>(ridMaps);
        topology.segments().forEach(s -> all.computeIfAbsent(s, this::ridMap));
        return all;
    }
}
