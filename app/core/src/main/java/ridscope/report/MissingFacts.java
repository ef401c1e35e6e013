package ridscope.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.config.PciExpress;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/**
 * What a source tells about nobody at all, and what of the views therefore stays grey. Not being told is not the same as not
 * being there: a host without an IOMMU has no groups, and a source that lists none cannot be told from it.
 */
public final class MissingFacts {

    private MissingFacts() {}

    /** A kind of fact, and what goes without it. */
    public enum Fact {
        CONFIGURATION("configuration bytes", "register views stay empty"),
        CAPABILITIES("capabilities", "SR-IOV, SIOV, ACS and ARI are unknown"),
        BRIDGE_BUSES("bus numbers of bridges", "the RID map has no bus ranges"),
        LINKS("link speeds", "all links look alike"),
        NUMA_NODES("NUMA nodes", "nothing is grouped by node"),
        IOMMU_GROUPS("IOMMU groups", "what is isolated from what is not shown"),
        DRIVERS("drivers", "nothing tells what a function is used for"),
        ROOT_WINDOWS("ends of root bus windows", "they are assumed");

        private final String noun;
        private final String consequence;

        Fact(String noun, String consequence) {
            this.noun = noun;
            this.consequence = consequence;
        }

        /** For a list: {@code no configuration bytes: register views stay empty}. */
        public String sentence() {
            return "no " + noun + ": " + consequence;
        }
    }

    /** Not named in the one line: it is said above that line, and of which functions. */
    private static final Set<Fact> SAID_BEFORE = EnumSet.of(Fact.CAPABILITIES);

    /** Those without which whole views stay empty, and not only a detail. */
    private static final Set<Fact> WITH_CONSEQUENCE = EnumSet.of(Fact.CONFIGURATION, Fact.BRIDGE_BUSES);

    /** Everything of which nothing is known, in the order of the enum; empty when there are no functions. */
    public static List<Fact> of(Topology topology) {
        List<PciFunction> functions = List.copyOf(topology.functions());
        List<Fact> missing = new ArrayList<>();
        if (functions.isEmpty()) {
            return missing;
        }
        add(
                missing,
                Fact.CONFIGURATION,
                functions.stream().allMatch(f -> f.config().length() == 0));
        add(missing, Fact.CAPABILITIES, functions.stream().allMatch(Readability::capabilitiesUnknown));
        List<PciFunction> bridges =
                functions.stream().filter(f -> f.role().bridge()).toList();
        add(
                missing,
                Fact.BRIDGE_BUSES,
                !bridges.isEmpty() && bridges.stream().allMatch(f -> f.bridge().isEmpty()));
        add(
                missing,
                Fact.LINKS,
                functions.stream().anyMatch(MissingFacts::mayHaveLink)
                        && functions.stream().noneMatch(MissingFacts::tellsOfLink));
        add(
                missing,
                Fact.NUMA_NODES,
                functions.stream().allMatch(f -> f.place().numaNode().isEmpty())
                        && topology.hostBridges().stream()
                                .allMatch(h -> h.numaNode().isEmpty()));
        add(
                missing,
                Fact.IOMMU_GROUPS,
                functions.stream().allMatch(f -> f.iommuGroup().isEmpty()));
        add(missing, Fact.DRIVERS, functions.stream().allMatch(f -> f.driver().isEmpty()));
        add(missing, Fact.ROOT_WINDOWS, topology.hostBridges().stream().allMatch(HostBridge::endAssumed));
        return missing;
    }

    private static void add(List<Fact> missing, Fact fact, boolean absent) {
        if (absent) {
            missing.add(fact);
        }
    }

    /** Whether a link belongs to it, or could for all that is known. */
    private static boolean mayHaveLink(PciFunction function) {
        Role role = function.role();
        return role == Role.ENDPOINT
                || role == Role.LEGACY_ENDPOINT
                || role == Role.UPSTREAM_PORT
                || role.downstreamPort()
                || !role.known();
    }

    /** Registers that say that there is no link tell, too. */
    private static boolean tellsOfLink(PciFunction function) {
        return function.express().link().isPresent()
                || function.express().capability().flatMap(PciExpress::link).isPresent();
    }

    /**
     * What could not be read and what the source tells about nobody, as the head of the tree says it: a sentence each, the one
     * with the most consequences first; empty when nothing is missing.
     */
    public static List<String> sentences(Topology topology) {
        List<String> sentences = new ArrayList<>(Readability.sentences(topology));
        line(topology).ifPresent(sentences::add);
        return sentences;
    }

    /** What the source tells about nobody, in one line; empty when nothing is missing. */
    static Optional<String> line(Topology topology) {
        List<Fact> missing = of(topology);
        missing.removeAll(SAID_BEFORE);
        boolean assumed = missing.remove(Fact.ROOT_WINDOWS);
        List<String> parts = new ArrayList<>();
        missing.stream().filter(WITH_CONSEQUENCE::contains).map(Fact::sentence).forEach(parts::add);
        missing.removeAll(WITH_CONSEQUENCE);
        if (!missing.isEmpty()) {
            parts.add("source tells no " + missing.stream().map(f -> f.noun).collect(Collectors.joining(", ")));
        }
        if (assumed) {
            parts.add("ends of root bus windows are assumed");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
