package ridscope.draw.layout.topology;

import static ridscope.draw.layout.Counts.grouped;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** VFs and SDIs of PFs as stacks of cards. */
final class Stacks {

    private final Topology topology;
    private final Map<FunctionAddress, List<IovPlacement>> placements = new HashMap<>();
    private final Set<Target> opened;

    Stacks(Topology topology, Map<Segment, RidMap> ridMaps, Set<Target> opened) {
        this.topology = topology;
        this.opened = opened;
        for (RidMap map : ridMaps.values()) {
            map.placements()
                    .forEach(p -> placements
                            .computeIfAbsent(p.owner(), k -> new ArrayList<>())
                            .add(p));
        }
    }

    /** VFs first, then SDIs. */
    List<Tree.Stack> of(PciFunction pf) {
        List<Tree.Stack> stacks = new ArrayList<>();
        pf.sriov().filter(s -> s.totalVfs() > 0 || hasVfs(pf)).ifPresent(s -> stacks.add(vfs(pf, s)));
        pf.siov().filter(s -> s.capability().totalSdis() > 0).ifPresent(s -> stacks.add(sdis(pf, s)));
        return stacks;
    }

    /** Whether a function is a VF that its PF's stack stands for. */
    boolean standsFor(PciFunction f) {
        return f.virtual()
                .flatMap(v -> topology.function(v.physicalFunction()))
                .filter(pf -> pf.sriov().isPresent() && !pf.address().equals(f.address()))
                .isPresent();
    }

    private boolean hasVfs(PciFunction pf) {
        return !topology.virtualFunctionsOf(pf).isEmpty();
    }

    /** Where the VFs or SDIs of a PF go, judged by the RID map. */
    Optional<IovPlacement> placement(FunctionAddress pf, boolean sdi) {
        return placements.getOrDefault(pf, List.of()).stream()
                .filter(p -> (p.kind() == Claim.Kind.SDI) == sdi)
                .findFirst();
    }

    private boolean wrong(FunctionAddress pf, boolean sdi) {
        return placement(pf, sdi)
                .filter(p -> p.outside() > 0 || p.conflicts() > 0)
                .isPresent();
    }

    private Tree.Stack vfs(PciFunction pf, SrIov iov) {
        boolean usable = iov.problems().isEmpty();
        Role role = wrong(pf.address(), false) ? Role.CONFLICT : usable ? Role.VF : Role.WARNING;
        List<PciFunction> existing = topology.virtualFunctionsOf(pf);
        boolean some = iov.enabledVfs() > 0 || !existing.isEmpty();
        Target target = new Target.OfVfs(pf.address());
        int rows = Math.max(iov.possible().map(StridedRids::count).orElse(0), existing.size());
        List<Tree.OpenCard> cards = opened.contains(target) ? openVfs(pf, iov, role, rows) : List.of();
        return new Tree.Stack(
                Hex.id("vfs", pf.address()),
                role,
                some ? Ink.FILLED : Ink.OUTLINED,
                vfText(iov, Math.max(iov.enabledVfs(), existing.size()), usable),
                target,
                vfTitle(pf, iov),
                existing,
                cards,
                rest(cards, rows));
    }

    private static String vfText(SrIov iov, int enabled, boolean usable) {
        String count = vfCount(Math.max(iov.totalVfs(), enabled));
        if (enabled > 0) {
            return enabled >= iov.totalVfs() ? count + " enabled" : count + " · " + grouped(enabled) + " enabled";
        }
        return count + (usable ? " possible" : " unusable");
    }

    private static String vfCount(int count) {
        return count == 1 ? "1 VF" : grouped(count) + " VFs";
    }

    private static String vfTitle(PciFunction pf, SrIov iov) {
        String where = iov.possible()
                .filter(r -> r.count() > 0)
                .map(r -> ", " + span(r))
                .orElse(", place unknown");
        String problems = iov.problems().isEmpty() ? "" : " · " + String.join("; ", iov.problems());
        return pf.address() + " · " + vfCount(iov.totalVfs()) + where + " · " + grouped(iov.enabledVfs()) + " enabled"
                + problems;
    }

    private static String span(StridedRids rids) {
        return rids.first() + " – " + rids.last() + ", First Offset " + rids.offset() + ", Stride " + rids.stride();
    }

    private List<Tree.OpenCard> openVfs(PciFunction pf, SrIov iov, Role role, int rows) {
        Map<Integer, PciFunction> byIndex = new HashMap<>();
        topology.virtualFunctionsOf(pf).forEach(f -> f.virtual().ifPresent(v -> byIndex.put(v.index(), f)));
        List<Tree.OpenCard> cards = new ArrayList<>();
        for (int k = 0; k < rows && cards.size() < Sizes.STACK_LIMIT; k++) {
            MarkId id = new MarkId(Hex.id("vf", pf.address()) + "-" + k);
            PciFunction vf = byIndex.get(k);
            if (vf != null) {
                String text = "VF " + k + vf.driver().map(d -> " · " + d).orElse("");
                cards.add(new Tree.OpenCard(
                        id,
                        Role.VF,
                        Ink.FILLED,
                        Hex.bdf(vf.address()),
                        text,
                        new Target.OfFunction(vf.address()),
                        vf.address() + " · VF " + k + " of " + pf.address()));
            } else if (iov.possible().isPresent()) {
                cards.add(possible(
                        id,
                        pf,
                        iov.possible().get(),
                        k,
                        new Tree.OpenCard(id, role, Ink.OUTLINED, "", "VF " + k, new Target.OfVfs(pf.address()), "")));
            }
        }
        return cards;
    }

    /** Fills in where an index lands; beyond 0xFFFF there is nothing to select but the PF's stack. */
    private static Tree.OpenCard possible(MarkId id, PciFunction pf, StridedRids rids, int k, Tree.OpenCard card) {
        Placement place = rids.at(k);
        Target target = place.routingId()
                .<Target>map(
                        r -> new Target.OfRid(new FunctionAddress(pf.address().segment(), r)))
                .orElse(card.target());
        String address = place.fits() ? Hex.bdf(place.wrapped()) : "0x" + Long.toHexString(place.unwrapped());
        Role role = place.fits() ? card.role() : Role.CONFLICT;
        return new Tree.OpenCard(
                id,
                role,
                card.ink(),
                address,
                card.text(),
                target,
                card.text() + " = " + rids.formula(k) + " = " + place);
    }

    private Tree.Stack sdis(PciFunction pf, Siov siov) {
        int total = siov.capability().totalSdis();
        Role role = wrong(pf.address(), true) ? Role.CONFLICT : siov.usable() ? Role.SDI : Role.WARNING;
        String buses =
                siov.sdis().map(r -> buses(r.first().bus(), r.last().bus())).orElse(" unusable");
        Target target = new Target.OfSdis(pf.address());
        List<Tree.OpenCard> cards = new ArrayList<>();
        for (int k = 0; opened.contains(target) && siov.usable() && k < Math.min(total, Sizes.STACK_LIMIT); k++) {
            MarkId id = new MarkId(Hex.id("sdi", pf.address()) + "-" + k);
            cards.add(possible(
                    id, pf, siov.sdis().get(), k, new Tree.OpenCard(id, role, Ink.DASHED, "", "SDI " + k, target, "")));
        }
        return new Tree.Stack(
                Hex.id("sdis", pf.address()),
                role,
                Ink.DASHED,
                (total == 1 ? "1 SDI" : grouped(total) + " SDIs") + buses,
                target,
                sdiTitle(pf, siov),
                List.of(),
                cards,
                rest(cards, total));
    }

    private static String sdiTitle(PciFunction pf, Siov siov) {
        String where = siov.sdis().map(r -> ", " + span(r)).orElse("");
        String problems = siov.problems().isEmpty() ? "" : " · " + String.join("; ", siov.problems());
        String active = siov.capability().active() ? " · at least one enabled" : " · none enabled";
        return pf.address() + " · " + grouped(siov.capability().totalSdis()) + " SDIs" + where + active + problems;
    }

    private static String buses(long first, long last) {
        return last > first ? " " + bus(first) + "–" + bus(last) : " on " + bus(first);
    }

    private static String bus(long bus) {
        return bus <= 0xff ? Hex.bus((int) bus) : Long.toHexString(bus);
    }

    private static Optional<String> rest(List<Tree.OpenCard> cards, int total) {
        return cards.isEmpty() || total <= cards.size()
                ? Optional.empty()
                : Optional.of("… " + grouped(total - cards.size()) + " more");
    }

    /** Whether the VFs or SDIs of any function of a device do not fit the buses routed to it. */
    boolean outside(PciFunction f) {
        return placements.getOrDefault(f.address(), List.of()).stream().anyMatch(p -> p.outside() > 0);
    }
}
