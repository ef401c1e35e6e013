package ridscope.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.rid.FunctionAddress;
import ridscope.topology.LogNote;
import ridscope.topology.Topology;

/** All rules, in the order in which their findings of one severity are told. */
public final class Rules {

    private static final List<Rule> BUSES = List.of(
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
            new DuplicateRid());

    private static final List<Rule> CONFIGURATION = List.of(
            new ExtConfigUnreadable(),
            new CapLoop(),
            new CapTtl(),
            new CapBadPointer(),
            new ExtcapAllOnes(),
            new HeaderMismatch());

    private static final List<Rule> IOV = List.of(
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
            new VfInvisible());

    private static final List<Rule> ARI = List.of(
            new AriRequiredFunction(),
            new AriRequiredVf(),
            new AriAvailableUnused(),
            new AriHierarchyMismatch(),
            new AriChainBroken(),
            new AriChainHides());

    private static final List<Rule> ISOLATION = List.of(
            new AcsGap(),
            new AcsMultifunctionGap(),
            new GroupShared(),
            new GroupTooNarrow(),
            new GroupUnexpected(),
            new LinkBelowCapability(),
            new LinkLimitedByPartner());

    private static final Map<Topic, List<Rule>> BY_TOPIC = new EnumMap<>(Map.of(
            Topic.BUSES,
            BUSES,
            Topic.CONFIGURATION,
            CONFIGURATION,
            Topic.IOV,
            IOV,
            Topic.ARI,
            ARI,
            Topic.ISOLATION,
            ISOLATION));

    private static final List<Rule> ALL =
            BY_TOPIC.values().stream().flatMap(List::stream).toList();

    /** Lines of the boot log that are shown with one finding. */
    private static final int LINES = 3;

    /** The source of machines that do not exist: nobody can capture one again. */
    private static final String DESCRIBED = "machine";

    private static final Map<String, Integer> PLACES = places();

    private Rules() {}

    /** All rules. */
    public static List<Rule> all() {
        return ALL;
    }

    /**
     * What a rule is about.
     *
     * @param id of a rule
     */
    public static Topic topic(String id) {
        Rule rule = named(id).orElseThrow();
        return BY_TOPIC.entrySet().stream()
                .filter(e -> e.getValue().contains(rule))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
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
        input.feedback().checkCancelled();
        findings.replaceAll(
                f -> input.renumbering().advise(f, named(f.id()).orElseThrow().boots()));
        if (topology.provenance().kind().equals(DESCRIBED)) {
            findings.replaceAll(f -> f.severity() == Severity.NOT_CHECKED ? f.advising(About.UNTOLD) : f);
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
