package ridscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.host.Provenance;
import ridscope.isolation.EffectiveAcs;
import ridscope.isolation.IommuGroups;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/** A host, and what several rules need to know of it. */
public final class RuleInput {

    /** Sources that show what firmware left, or somebody drew up, before any system ran. */
    private static final Set<String> BEFORE_BOOT = Set.of("ecam", "machine");

    /** Sources that tell neither drivers, nor which function is a VF of whom, nor IOMMU groups, or not reliably so. */
    private static final Set<String> WITHOUT_SYSTEM = Set.of("lspci-hex", "lspci-text", "hwloc");

    private static final Set<Role> BELOW_PORT =
            Set.of(Role.ENDPOINT, Role.LEGACY_ENDPOINT, Role.UPSTREAM_PORT, Role.PCIE_TO_PCI_BRIDGE);

    private final Topology topology;
    private final Feedback feedback;
    private final Map<Segment, RidMap> ridMaps = new LinkedHashMap<>();
    private final EffectiveAcs acs;
    private final boolean groupsTold;
    private final EffectiveAcs groupingAcs;
    private final IommuGroups groups;
    private final Hierarchy hierarchy;
    private final BusPlan plan;
    private final boolean planAsked;
    private final Renumbering renumbering;
    private final Set<FunctionAddress> parentless = new HashSet<>();

    /** A host, looked at with what Linux would do with its bus numbers at the next boot. */
    RuleInput(Topology topology, Feedback feedback) {
        this(topology, Optional.empty(), feedback);
    }

    /** A host and a plan that somebody made for it. */
    RuleInput(Topology topology, BusPlan plan) {
        this(topology, Optional.of(plan), Feedback.NONE);
    }

    private RuleInput(Topology topology, Optional<BusPlan> asked, Feedback feedback) {
        this.topology = topology;
        this.feedback = feedback;
        planAsked = asked.isPresent();
        feedback.checkCancelled();
        plan = asked.orElseGet(() -> BusPlanner.plan(topology, Wishes.none()));
        for (Segment s : topology.segments()) {
            feedback.checkCancelled();
            ridMaps.put(s, RidMap.of(topology, s));
        }
        feedback.checkCancelled();
        acs = new EffectiveAcs(topology);
        groupsTold = topology.functions().stream().anyMatch(f -> f.iommuGroup().isPresent());
        groupingAcs = groupsTold ? acs : EffectiveAcs.withIommu(topology);
        groups = IommuGroups.of(topology, groupingAcs);
        hierarchy = new Hierarchy(topology);
        renumbering = new Renumbering(topology, placements());
        physical().stream().filter(topology::parentMissing).forEach(f -> parentless.add(f.address()));
    }

    /** The host. */
    public Topology topology() {
        return topology;
    }

    /** Who asks, and may cancel. */
    Feedback feedback() {
        return feedback;
    }

    /** Routing IDs by segment. */
    public Map<Segment, RidMap> ridMaps() {
        return ridMaps;
    }

    /** Effective ACS by the control bits as they read. */
    public EffectiveAcs acs() {
        return acs;
    }

    /** Whether the source tells any IOMMU group. */
    boolean groupsTold() {
        return groupsTold;
    }

    /** Effective ACS that the groups were computed by: where no group is told, as it would be with an IOMMU on. */
    EffectiveAcs groupingAcs() {
        return groupingAcs;
    }

    /** Computed IOMMU groups: where none is told, those that would be with an IOMMU on. */
    public IommuGroups groups() {
        return groups;
    }

    /** The plan somebody made, else that of a reboot without any wish. */
    public BusPlan plan() {
        return plan;
    }

    /** Whether somebody made it. */
    boolean planAsked() {
        return planAsked;
    }

    /** What {@code pci=assign-busses} would cost; planned when first asked for. */
    Renumbering renumbering() {
        return renumbering;
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
        return topology.functions().stream().filter(f -> f.virtual().isEmpty()).toList();
    }

    /** Whether some bridge stands above that the source does not have: a dump of a few functions only. */
    boolean parentless(PciFunction f) {
        return parentless.contains(f.address());
    }

    /** That groups hang on something unknown: on a bridge above that is not in the source, or on registers. */
    List<Finding> groupsUnknown(About about, List<PciFunction> functions, String registers) {
        Map<Boolean, List<PciFunction>> parts = functions.stream().collect(Collectors.partitioningBy(this::parentless));
        List<Finding> findings = new ArrayList<>(about.notChecked(parts.get(false), registers));
        findings.addAll(about.unplaced(parts.get(true), About.PORT));
        return findings;
    }

    /** PCIe functions that stand below some port, of which the source has none. */
    List<PciFunction> portless() {
        return physical().stream()
                .filter(f -> BELOW_PORT.contains(f.role()) && parentless(f))
                .toList();
    }

    /** Whether what stands directly above may be a port of which nothing is known. */
    boolean portUnknown(PciFunction f) {
        return hierarchy
                .above(f)
                .map(above -> above.role() == Role.UNKNOWN_BRIDGE)
                .orElse(parentless(f));
    }

    /** Whether the source tells, where there are any, drivers, VFs of PFs, and IOMMU groups. */
    boolean systemTold() {
        return !WITHOUT_SYSTEM.contains(topology.provenance().kind());
    }

    /** Whether no operating system had seen the host when the facts were taken. */
    boolean beforeBoot() {
        Provenance p = topology.provenance();
        return p.kernel().isEmpty() && BEFORE_BOOT.contains(p.kind());
    }
}
