package ridscope.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.rid.FunctionAddress;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** The VFs and the SDIs of a PF in one line each: {@code 512 SDIs 0c:00.1–0e:00.0 · 257 outside [0c-0c]}. */
final class IovWords {

    private final Topology topology;
    private final Map<FunctionAddress, Map<Claim.Kind, IovPlacement>> placements = new HashMap<>();

    IovWords(Topology topology, Collection<IovPlacement> placements) {
        this.topology = topology;
        for (IovPlacement placement : placements) {
            this.placements
                    .computeIfAbsent(placement.owner(), k -> new HashMap<>())
                    .put(placement.kind(), placement);
        }
    }

    List<String> lines(PciFunction pf) {
        List<String> lines = new ArrayList<>();
        pf.sriov().ifPresent(s -> lines.add(vfs(pf, s)));
        pf.siov().ifPresent(s -> lines.add(sdis(pf, s)));
        unread(pf, pf.sriov().isEmpty(), SrIovCapability.ID, "SR-IOV", "VFs").ifPresent(lines::add);
        unread(pf, pf.siov().isEmpty(), SiovCapability.ID, "SIOV", "SDIs").ifPresent(lines::add);
        if (pf.sriov().isEmpty() && !topology.virtualFunctionsOf(pf).isEmpty()) {
            lines.add(Words.count(topology.virtualFunctionsOf(pf).size(), "VF") + " in this snapshot" + drivers(pf));
        }
        return lines;
    }

    private static Optional<String> unread(PciFunction pf, boolean missing, int id, String name, String what) {
        return pf.capabilities()
                .extended(id)
                .filter(c -> missing && pf.virtual().isEmpty())
                .map(c ->
                        name + " capability whose registers are not in the source: how many " + what + " is not known");
    }

    private String vfs(PciFunction pf, SrIov sriov) {
        if (!sriov.problems().isEmpty()) {
            return "SR-IOV not usable: " + String.join("; ", sriov.problems()) + present(pf);
        }
        String line = Words.count(sriov.totalVfs(), "VF")
                + sriov.possible().map(IovWords::span).orElse(", where they land is not readable")
                + " · " + Words.grouped(sriov.enabledVfs()) + " enabled";
        int found = topology.virtualFunctionsOf(pf).size();
        if (found != sriov.enabledVfs()) {
            line += ", " + Words.grouped(found) + " in this snapshot";
        }
        if (sriov.driverLimit().isPresent() && sriov.driverLimit().getAsInt() != sriov.totalVfs()) {
            line += " · the driver allows " + Words.grouped(sriov.driverLimit().getAsInt());
        }
        return line + drivers(pf) + trouble(pf, Claim.Kind.POSSIBLE_VF);
    }

    private String present(PciFunction pf) {
        int found = topology.virtualFunctionsOf(pf).size();
        return found == 0 ? "" : " · " + Words.count(found, "VF") + " in this snapshot";
    }

    private String sdis(PciFunction pf, Siov siov) {
        if (!siov.problems().isEmpty()) {
            return "SIOV not usable: " + String.join("; ", siov.problems());
        }
        return Words.count(siov.capability().totalSdis(), "SDI")
                + siov.sdis().map(IovWords::span).orElse("")
                + (siov.capability().active() ? " · active" : "")
                + trouble(pf, Claim.Kind.SDI);
    }

    private static String span(StridedRids rids) {
        if (rids.count() == 0) {
            return "";
        }
        return rids.count() == 1 ? " " + rids.first() : " " + rids.first() + "–" + rids.last();
    }

    private String drivers(PciFunction pf) {
        Map<String, Integer> counts = new TreeMap<>();
        for (PciFunction vf : topology.virtualFunctionsOf(pf)) {
            vf.driver().ifPresent(d -> counts.merge(d, 1, Integer::sum));
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((driver, count) ->
                text.append(" · ").append(driver).append(counts.size() > 1 ? " × " + Words.grouped(count) : ""));
        return text.toString();
    }

    private String trouble(PciFunction pf, Claim.Kind kind) {
        Optional<IovPlacement> found = Optional.ofNullable(
                placements.getOrDefault(pf.address(), Map.of()).get(kind));
        if (found.isEmpty()) {
            return "";
        }
        IovPlacement placement = found.get();
        String text = "";
        if (placement.outside() > 0 && placement.routed().isPresent()) {
            text += " · " + Words.grouped(placement.outside()) + " outside "
                    + placement.routed().get();
        }
        if (placement.rids().overflowCount() > 0) {
            text += " · " + Words.grouped(placement.rids().overflowCount()) + " beyond RID ffff";
        }
        if (placement.conflicts() > 0) {
            text += " · " + Words.grouped(placement.conflicts()) + " claimed by others too";
        }
        return text;
    }
}
