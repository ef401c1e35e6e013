package ridscope.desktop.document;

import java.util.Collection;
import java.util.List;
import ridscope.report.MissingFacts;
import ridscope.ridmap.RidMap;
import ridscope.ridmap.SegmentUse;
import ridscope.topology.Topology;

/**
 * What the status line and the tabs of segments say of a host. Immutable.
 *
 * @param figures its totals
 * @param missing what the source does not tell, a sentence each; empty when nothing is missing
 * @param segments how much of each segment is in use
 */
public record HostSummary(String figures, List<String> missing, List<SegmentUse> segments) {

    /** Of a host that nobody asks about. */
    public static final HostSummary NONE = new HostSummary("", List.of(), List.of());

    public HostSummary {
        missing = List.copyOf(missing);
        segments = List.copyOf(segments);
    }

    /** Looks at every function, so never on the drawing thread. */
    static HostSummary of(Topology topology, Collection<RidMap> maps) {
        return new HostSummary(
                Figures.of(topology, maps).sentence(), MissingFacts.sentences(topology), SegmentUse.of(topology));
    }
}
