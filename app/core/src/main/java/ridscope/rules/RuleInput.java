package ridscope.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridscope.host.Provenance;
import ridscope.isolation.EffectiveAcs;
import ridscope.isolation.IommuGroups;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** A host, and what several rules need to know of it. */
public final class RuleInput {

    /** Sources that show what firmware left, or somebody drew up, before any system ran. */
    private static final Set<String> BEFORE_BOOT = Set.of("ecam", "machine");

    private final Topology topology;
    private final Map<Segment, RidMap> ridMaps = new LinkedHashMap<>();
    private final EffectiveAcs acs;
    private final IommuGroups groups;
    private final Hierarchy hierarchy;

    /** Everything that follows from a topology. */
    public RuleInput(Topology topology) {
        this.topology = topology;
        topology.segments().forEach(s -> ridMaps.put(s, RidMap.of(topology, s)));
        acs = new EffectiveAcs(topology);
        groups = IommuGroups.of(topology, acs);
        hierarchy = new Hierarchy(topology);
    }

    /** The host. */
    public Topology topology() {
        return topology;
    }

    /** Routing IDs by segment. */
    public Map<Segment, RidMap> ridMaps() {
        return ridMaps;
    }

    /** Effective ACS. */
    public EffectiveAcs acs() {
        return acs;
    }

    /** Computed IOMMU groups. */
    public IommuGroups groups() {
        return groups;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /** All VFs and all SDIs, as strided sets, of all PFs. */
    List<IovPlacement> placements() {
        return ridMaps.values().stream().flatMap(m -> m.placements().stream()).toList();
    }

    PciFunction function(IovPlacement placement) {
        return topology.function(placement.owner()).orElseThrow();
    }

    /** Functions other than VFs. */
    List<PciFunction> physical() {
        return topology.functions().stream()
                .filter(f -> f.virtual().isEmpty())
                .toList();
    }

    /** Whether no operating system had seen the host when the facts were taken. */
    boolean beforeBoot() {
        Provenance p = topology.provenance();
        return p.kernel().isEmpty() && BEFORE_BOOT.contains(p.kind());
    }
}
