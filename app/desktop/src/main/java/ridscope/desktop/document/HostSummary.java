package ridscope.desktop.document;

import java.util.Collection;
import java.util.List;
import ridscope.report.MissingFacts;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/**
 * What the status line says of a host. Immutable.
 *
 * @param figures its totals
 * @param missing what the source does not tell, a sentence each; empty when nothing is missing
 */
public record HostSummary(String figures, List<String> missing) {

    /** Of a host that nobody asks about. */
    public static final HostSummary NONE = new HostSummary("", List.of());

    public HostSummary {
        missing = List.copyOf(missing);
    }

    /** Looks at every function, so never on the drawing thread. */
    static HostSummary of(Topology topology, Collection<RidMap> maps) {
        return new HostSummary(Figures.of(topology, maps).sentence(), MissingFacts.sentences(topology));
    }
}
