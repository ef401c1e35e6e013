package ridscope.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.host.Architecture;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.rid.FunctionAddress;
import ridscope.topology.LogNote;
import ridscope.topology.Topology;

/** All rules, in the order in which their findings of one severity are told. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            // Bridges and buses
            new BusOverlap(),
            new RangeOutsideParent(),
            new RangeOutsideRoot(),
            new SecondaryNotAbovePrimary(),
            new SubordinateBelowSecondary(),
            new PrimaryMismatch(),
            new PrimaryHardwired(),
            new BridgeUnconfigured(),
            new RootWindowOverlap(),
            new UndecodedBus(),
            new BusExhausted(),
            new SubordinateFfBlocks(),
            new RangeReservedUnused(),
            new HotplugNoSpare(),
            new HotplugStarvesSibling(),
            new GapLost(),
            new PlanWouldExhaust(),
            new HpbussizeZero(),
            new DuplicateRid(),
            new ExtConfigUnreadable(),
            new CapLoop(),
            new CapTtl(),
            new CapBadPointer(),
            new ExtcapAllOnes(),
            new HeaderMismatch(),
            // SR-IOV and SIOV
            new RidOverflow(),
            new VfBeyondSubordinate(),
            new SdiBeyondSubordinate(),
            new IovCollision(),
            new IovBusForeign(),
            new IovBelowPf(),
            new IovOffsetZero(),
            new IovStrideZero(),
            new SriovInitialMismatch(),
            new SriovOffsetSampled(),
            new SriovNoMmio(),
            new SiovMalformed(),
            new SiovActiveAtInit(),
            new SiovEmpty(),
            new SiovUnreserved(),
            new VfOrphan(),
            new VfInvisible(),
            // ARI
            new AriRequiredFunction(),
            new AriRequiredVf(),
            new AriAvailableUnused(),
            new AriHierarchyMismatch(),
            new AriChainBroken(),
            new AriChainHides(),
            // Isolation and links
            new AcsGap(),
            new AcsMultifunctionGap(),
            new GroupShared(),
            new GroupTooNarrow(),
            new GroupUnexpected(),
            new LinkBelowCapability(),
            new LinkLimitedByPartner());

    /** Lines of the boot log that are shown with one finding. */
    private static final int LINES = 3;

    private static final Map<String, Integer> PLACES = places();

    private Rules() {}

    /** All rules. */
    public static List<Rule> all() {
        return ALL;
    }

    /** What all rules have to say about a host: the worst first, then by rule, then by subject. */
    public static List<Finding> check(Topology topology) {
        return check(topology, Feedback.NONE);
    }

    /**
     * The same as work that can be cancelled.
     *
     * @throws ridscope.job.CancelledException if the caller no longer wants the result
     */
    public static List<Finding> check(Topology topology, Feedback feedback) {
        return check(new RuleInput(topology, feedback), List.of());
    }

    /** The same, with what a plan for this host would lead to: titles of those findings begin with "In the plan". */
    public static List<Finding> check(Topology topology, BusPlan plan) {
        return check(new RuleInput(topology, plan), PlanFindings.of(plan));
    }

    private static List<Finding> check(RuleInput input, List<Finding> planned) {
        Topology topology = input.topology();
        Map<FunctionAddress, List<LogNote>> log =
                topology.logNotes().stream().collect(Collectors.groupingBy(LogNote::subject));
        List<Finding> findings = new ArrayList<>(planned);
        for (Rule rule : ALL) {
            input.feedback().checkCancelled();
            rule.check(input).forEach(f -> findings.add(f.with(logged(log, f))));
        }
        if (Architecture.of(topology.provenance()) == Architecture.OTHER) {
            findings.replaceAll(f -> f.notOnX86(about(f.id())));
        }
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(f -> PLACES.get(f.id()))
                .thenComparing(Finding::subject));
        return List.copyOf(findings);
    }

    /** The rule with an id; empty if there is none. */
    static Optional<Rule> named(String id) {
        return Optional.ofNullable(PLACES.get(id)).map(ALL::get);
    }

    /** What is the same in all findings of a rule; the id must be that of one. */
    static About about(String id) {
        return named(id).orElseThrow().about();
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        ALL.forEach(r -> places.put(r.id(), places.size()));
        return places;
    }

    /** What the boot log said of the same function, where its message is a sign of the same finding. */
    private static List<Evidence> logged(Map<FunctionAddress, List<LogNote>> log, Finding finding) {
        return finding.function().map(f -> log.getOrDefault(f, List.of())).orElse(List.of()).stream()
                .filter(n -> n.finding().filter(finding.id()::equals).isPresent())
                .map(LogNote::line)
                .distinct()
                .limit(LINES)
                .map(line -> new Evidence("boot log", line))
                .toList();
    }
}
