package ridscope.desktop.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.desktop.l10n.Messages;
import ridscope.host.Provenance;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * Totals of a host, as its RID maps count them.
 *
 * @param functions functions that answered, VFs included
 * @param virtual how many of these are VFs
 * @param hostBridges root buses
 * @param possibleVfs sum of TotalVFs of those PFs that could be read
 * @param sdis sum of Total SDIs of those PFs that could be read
 * @param unreadable functions of which it is not known whether they have VFs or SDIs
 * @param why why that is not known
 * @param conflicts Routing IDs with more than one owner
 * @param outside VFs and SDIs outside the range of the port above
 */
record Figures(
        int functions,
        int virtual,
        int hostBridges,
        long possibleVfs,
        long sdis,
        int unreadable,
        Why why,
        long conflicts,
        long outside) {

    /** What keeps VFs and SDIs from being counted. */
    enum Why {
        RIGHTS,
        LISTING,
        SOURCE;

        private String words(int functions) {
            return switch (this) {
                case RIGHTS -> Messages.count("status.unreadable.root", functions);
                case LISTING -> Messages.count("status.unreadable.listing", functions);
                default -> Messages.count("status.unreadable.source", functions);
            };
        }

        private static Why of(Provenance from) {
            if (from.privileged().equals(Optional.of(false))) {
                return RIGHTS;
            }
            return from.kind().equals("lspci-text") ? LISTING : SOURCE;
        }
    }

    /** Looks at every function. */
    static Figures of(Topology topology, Collection<RidMap> maps) {
        Collection<PciFunction> functions = topology.functions();
        return new Figures(
                functions.size(),
                (int) functions.stream().filter(f -> f.virtual().isPresent()).count(),
                topology.hostBridges().size(),
                total(maps, Claim.Kind.POSSIBLE_VF),
                total(maps, Claim.Kind.SDI),
                silent(topology),
                Why.of(topology.provenance()),
                maps.stream().mapToLong(m -> m.conflicts().size()).sum(),
                maps.stream()
                        .flatMap(m -> m.placements().stream())
                        .mapToLong(IovPlacement::outside)
                        .sum());
    }

    private static long total(Collection<RidMap> maps, Claim.Kind kind) {
        Stream<IovPlacement> placed = maps.stream().flatMap(m -> m.placements().stream());
        return placed.filter(p -> p.kind() == kind)
                .mapToLong(p -> p.rids().count())
                .sum();
    }

    /** The operating system may know of SR-IOV what the bytes do not show. */
    private static int silent(Topology topology) {
        return (int) topology.unreadableTotals().stream()
                .filter(f -> f.sriov().isEmpty())
                .count();
    }

    /** For the status bar. A figure that stands for nothing but missing knowledge is not shown as 0. */
    String sentence() {
        List<String> parts = new ArrayList<>();
        String all = Messages.count("status.functions", functions);
        parts.add(
                virtual == 0
                        ? all
                        : Messages.text(
                                virtual == 1 ? "status.functions-virtual.one" : "status.functions-virtual.many",
                                all,
                                virtual));
        if (possibleVfs > 0 || unreadable == 0) {
            parts.add(Messages.count("status.vfs-possible", possibleVfs));
        }
        if (sdis > 0 || unreadable == 0) {
            parts.add(Messages.count("status.sdis", sdis));
        }
        if (unreadable > 0) {
            parts.add(why.words(unreadable));
        }
        parts.add(
                conflicts == 0 && unreadable > 0
                        ? Messages.text("status.no-conflict-known")
                        : Messages.count("status.in-conflict", conflicts));
        if (outside > 0) {
            parts.add(Messages.count("status.outside", outside));
        }
        return String.join(" · ", parts);
    }
}
