package ridscope.desktop.document;

import java.util.List;
import java.util.stream.Stream;
import ridscope.desktop.l10n.Messages;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;

/**
 * Totals of a host, as its RID maps count them.
 *
 * @param functions functions that answered, VFs included
 * @param hostBridges root buses
 * @param possibleVfs sum of TotalVFs
 * @param enabledVfs VFs that exist now
 * @param sdis sum of Total SDIs
 * @param usedRids Routing IDs that a function or an enabled VF has
 * @param conflicts Routing IDs with more than one owner
 */
public record Figures(
        int functions, int hostBridges, long possibleVfs, long enabledVfs, long sdis, long usedRids, long conflicts) {

    public static Figures of(Document document) {
        List<RidMap> maps = List.copyOf(document.ridMaps().values());
        return new Figures(
                document.topology().functions().size(),
                document.topology().hostBridges().size(),
                placed(maps, Claim.Kind.POSSIBLE_VF)
                        .mapToLong(p -> p.rids().count())
                        .sum(),
                placed(maps, Claim.Kind.POSSIBLE_VF).mapToLong(p -> p.enabled()).sum(),
                placed(maps, Claim.Kind.SDI).mapToLong(p -> p.rids().count()).sum(),
                maps.stream().mapToLong(RidMap::usedCount).sum(),
                maps.stream().mapToLong(m -> m.conflicts().size()).sum());
    }

    private static Stream<IovPlacement> placed(List<RidMap> maps, Claim.Kind kind) {
        return maps.stream().flatMap(m -> m.placements().stream()).filter(p -> p.kind() == kind);
    }

    /** For the status bar. */
    public String sentence() {
        return String.join(
                " · ",
                Messages.count("status.functions", functions),
                Messages.count("status.vfs-possible", possibleVfs),
                Messages.count("status.sdis", sdis),
                Messages.text(
                        "status.rids",
                        Messages.count("status.used", usedRids),
                        Messages.count("status.vfs-enabled", enabledVfs),
                        Messages.count("status.in-conflict", conflicts)));
    }
}
