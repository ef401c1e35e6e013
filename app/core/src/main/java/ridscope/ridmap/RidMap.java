package ridscope.ridmap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import ridscope.config.Views;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Enabled;
import ridscope.ridmap.Claim.Kind;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;
import ridscope.topology.VirtualFunction;

/** The 65,536 Routing IDs of one segment. Immutable; kept as intervals and strided sets, not as 65,536 objects. */
public final class RidMap {

    private static final Comparator<Claim> EXISTING_FIRST =
            Comparator.comparing(RidMap::rank).thenComparing(Claim::kind).thenComparing(Claim::owner);

    private final Segment segment;
    private final NavigableMap<Integer, PciFunction> functions = new TreeMap<>();
    private final List<Comb> combs = new ArrayList<>();
    private final List<List<Comb>> combsByBus = new ArrayList<>();
    private final Map<Integer, List<Claim>> others = new HashMap<>();
    private final BitSet used = new BitSet(RoutingId.COUNT);
    private final List<BusRouting> buses;
    private final List<Conflict> conflicts;
    private final Map<FunctionAddress, Reach> reaches = new HashMap<>();
    private final List<IovPlacement> placements;
    private final List<FpbWindow> fpbWindows = new ArrayList<>();

    private RidMap(Topology topology, Segment segment) {
        this.segment = segment;
        for (int bus = 0; bus < 256; bus++) {
            combsByBus.add(new ArrayList<>(0));
        }
        topology.functions(segment).forEach(this::add);
        BitSet inhabited = new BitSet(256);
        used.stream().forEach(rid -> inhabited.set(rid >> 8));
        buses = new Routing(topology, segment, inhabited).buses();
        ConflictFinder finder = new ConflictFinder(functions.keySet(), combs, others.keySet());
        conflicts = findConflicts(finder);
        findReaches(topology);
        placements = findPlacements();
    }

    /** The map of one segment; empty where the topology has nothing in it. */
    public static RidMap of(Topology topology, Segment segment) {
        return new RidMap(topology, segment);
    }

    private void add(PciFunction function) {
        int own = function.address().rid().value();
        functions.put(own, function);
        used.set(own);
        for (Comb comb : Comb.of(function)) {
            combs.add(comb);
            use(comb);
        }
        for (Claim claim : OtherClaims.of(function)) {
            others.computeIfAbsent((int) claim.placement().unwrapped(), k -> new ArrayList<>(1))
                    .add(claim);
        }
        Views.fpb(function.config(), function.capabilities())
                .flatMap(fpb -> FpbWindow.of(function.address(), fpb))
                .ifPresent(fpbWindows::add);
    }

    private void use(Comb comb) {
        StridedRids rids = comb.rids();
        for (int bus = rids.origin().bus(); bus < 256; bus++) {
            if (comb.upTo(bus) > comb.upTo(bus - 1)) {
                combsByBus.get(bus).add(comb);
            }
        }
        int enabled = rids.withCount(comb.enabled()).countUpTo(0xffff);
        for (int k = 0; k < enabled; k++) {
            used.set((int) rids.at(k).unwrapped());
        }
    }

    /** The segment. */
    public Segment segment() {
        return segment;
    }

    /** All claims on one ID, existing ones first. */
    public List<Claim> claimsAt(RoutingId rid) {
        return claimsAt(rid, combsByBus.get(rid.bus()));
    }

    private List<Claim> claimsAt(RoutingId rid, List<Comb> among) {
        List<Claim> claims = new ArrayList<>(2);
        PciFunction function = functions.get(rid.value());
        Optional<VirtualFunction> virtual = function == null ? Optional.empty() : function.virtual();
        if (function != null) {
            claims.add(virtual.map(v -> answering(function, v)).orElseGet(() -> physical(function)));
        }
        for (Comb comb : among) {
            boolean same = comb.virtualFunctions()
                    && virtual.filter(v -> v.physicalFunction().equals(comb.owner()))
                            .isPresent();
            if (!same) {
                comb.at(rid).ifPresent(claims::add);
            }
        }
        claims.addAll(others.getOrDefault(rid.value(), List.of()));
        claims.sort(EXISTING_FIRST);
        return List.copyOf(claims);
    }

    private static int rank(Claim claim) {
        return switch (claim.enabled()) {
            case YES -> 0;
            case UNKNOWN -> 1;
            case NO -> 2;
        };
    }

    private static Claim physical(PciFunction function) {
        return new Claim(
                Kind.FUNCTION,
                function.address(),
                OptionalInt.empty(),
                new Placement(function.address().rid().value()),
                "",
                Enabled.YES);
    }

    private Claim answering(PciFunction function, VirtualFunction virtual) {
        int own = function.address().rid().value();
        String formula = combsByBus.get(own >> 8).stream()
                .filter(c -> c.virtualFunctions() && c.owner().equals(virtual.physicalFunction()))
                .filter(c -> c.rids().at(virtual.index()).unwrapped() == own)
                .map(c -> c.rids().formula(virtual.index()))
                .findFirst()
                .orElse("");
        return new Claim(
                Kind.ENABLED_VF,
                virtual.physicalFunction(),
                OptionalInt.of(virtual.index()),
                new Placement(own),
                formula,
                Enabled.YES);
    }

    /** Routing of each bus, 256 entries. */
    public List<BusRouting> buses() {
        return buses;
    }

    /**
     * Routing of one bus.
     *
     * @param number 0 to 255
     */
    public BusRouting bus(int number) {
        return buses.get(number);
    }

    /** One entry per PF and kind, by owner. */
    public List<IovPlacement> placements() {
        return placements;
    }

    /** What enabled Flattening Portal Bridges may forward besides their bus ranges, by port. */
    public List<FpbWindow> fpbWindows() {
        return Collections.unmodifiableList(fpbWindows);
    }

    /** IDs with more than one owner, ascending. Merely possible VFs and SDIs count too; their claims tell. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /**
     * What a VF or SDI leaves by lying on a bus that is not routed to its PF. Empty for one that lies within, for other claims,
     * and where the buses are not known or only assumed.
     */
    public Optional<Reach> outside(Claim claim) {
        return Optional.ofNullable(claim.index().isPresent() ? reaches.get(claim.owner()) : null)
                .filter(reach -> !reach.assumed())
                .filter(reach -> !reach.buses().contains(claim.placement().bus()));
    }

    /** Who owns it and why. */
    public RidAnswer who(RoutingId rid) {
        List<Claim> claims = claimsAt(rid);
        List<Claim> wrapped = new ArrayList<>();
        combs.forEach(c -> wrapped.addAll(c.wrappedTo(rid)));
        return new RidAnswer(
                new FunctionAddress(segment, rid),
                claims,
                bus(rid.bus()),
                iommuGroup(rid, claims),
                wrapped,
                fpbWindows.stream().filter(w -> w.covers(rid)).toList(),
                outside(claims, wrapped));
    }

    private Map<Claim, Reach> outside(List<Claim> claims, List<Claim> wrapped) {
        Map<Claim, Reach> outside = new HashMap<>();
        Stream.concat(claims.stream(), wrapped.stream())
                .forEach(claim -> outside(claim).ifPresent(reach -> outside.put(claim, reach)));
        return outside;
    }

    private OptionalInt iommuGroup(RoutingId rid, List<Claim> claims) {
        PciFunction function = functions.get(rid.value());
        if (function == null) {
            function = claims.stream()
                    .filter(c -> c.kind() == Kind.PHANTOM_FUNCTION || c.kind() == Kind.BRIDGE_ALIAS)
                    .map(c -> functions.get(c.owner().rid().value()))
                    .findFirst()
                    .orElse(null);
        }
        return function == null ? OptionalInt.empty() : function.iommuGroup();
    }

    /** IDs that at least one existing function or enabled VF claims. */
    public int usedCount() {
        return used.cardinality();
    }

    /** Whether an existing function or an enabled VF has this ID. */
    public boolean used(RoutingId rid) {
        return used.get(rid.value());
    }

    private List<Conflict> findConflicts(ConflictFinder finder) {
        List<Conflict> found = new ArrayList<>();
        finder.candidates().stream().forEach(value -> {
            RoutingId rid = new RoutingId(value);
            List<Claim> claims = claimsAt(rid, finder.combsAt(value));
            if (contradictory(claims)) {
                int kept = Math.min(claims.size(), Conflict.CLAIMS);
                found.add(new Conflict(rid, claims.subList(0, kept), claims.size() - kept + finder.moreAt(value)));
            }
        });
        return List.copyOf(found);
    }

    private static boolean contradictory(List<Claim> claims) {
        for (int i = 0; i < claims.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!OtherClaims.compatible(claims.get(i), claims.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void findReaches(Topology topology) {
        Stream.concat(
                        combs.stream().map(Comb::owner),
                        functions.values().stream()
                                .flatMap(f -> f.virtual().stream())
                                .map(VirtualFunction::physicalFunction))
                .distinct()
                .flatMap(owner -> topology.function(owner).stream())
                .forEach(pf -> Reach.of(topology, pf).ifPresent(reach -> reaches.put(pf.address(), reach)));
    }

    private List<IovPlacement> findPlacements() {
        BitSet contested = new BitSet(RoutingId.COUNT);
        conflicts.forEach(c -> contested.set(c.rid().value()));
        return combs.stream()
                .map(comb -> placement(comb, contested))
                .sorted(Comparator.comparing(IovPlacement::owner).thenComparing(IovPlacement::kind))
                .toList();
    }

    private IovPlacement placement(Comb comb, BitSet contested) {
        Optional<BusRange> routed =
                Optional.ofNullable(reaches.get(comb.owner())).map(Reach::buses);
        return new IovPlacement(
                comb.owner(),
                comb.kind(),
                comb.rids(),
                comb.enabled(),
                routed,
                routed.map(r -> comb.rids().countOutside(r)).orElse(comb.rids().overflowCount()),
                routed.map(r -> comb.rids().firstOutside(r)).orElse(comb.rids().firstOverflow()),
                comb.countIn(contested));
    }
}
