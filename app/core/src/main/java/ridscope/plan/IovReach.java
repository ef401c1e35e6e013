package ridscope.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/**
 * How many VFs or SDIs of a PF have a Routing ID on a bus that is routed to them, today and planned. VFs that need ARI
 * forwarding of a port that has it off have not.
 *
 * @param pf by today's address
 * @param kind which of the two
 * @param asked whether the plan was asked for some of them
 * @param total how many there could be
 * @param today how many of the first fit with today's registers
 * @param planned how many with those of the plan
 * @param shared how many of those have a Routing ID that somebody else would have too
 */
record IovReach(FunctionAddress pf, Iov kind, boolean asked, int total, int today, int planned, int shared) {

    Optional<Loss> loss() {
        Loss.Kind lost = kind == Iov.VFS ? Loss.Kind.VFS : Loss.Kind.SDIS;
        return planned < today ? Optional.of(new Loss(lost, pf, today, planned, total)) : Optional.empty();
    }

    /** Of all PFs of a segment that Linux would find below bridges whose numbers are known. */
    static List<IovReach> of(Topology topology, BusPlan plan, Segment segment) {
        return new Finder(topology, plan, segment).find();
    }

    /** Whether all is known that the figures of a PF hang on: the bridges above with their numbers, and ARI where VFs need it. */
    static boolean placed(Topology topology, PciFunction f) {
        List<PciFunction> path = topology.pathToRoot(f);
        PciFunction top = path.isEmpty() ? f : path.get(path.size() - 1);
        boolean ariUnknown = f.sriov()
                        .flatMap(SrIov::possible)
                        .filter(rids -> Ari.needing(rids) > 0)
                        .isPresent()
                && Ari.port(topology, f).isPresent()
                && Ari.planned(topology, f, Wishes.none()).isEmpty();
        return !ariUnknown
                && !Unknowns.vfsUnknown(f)
                && !topology.parentMissing(top)
                && topology.hostBridgeOf(f).isPresent()
                && path.stream().allMatch(p -> p.bridge().isPresent());
    }

    /** VFs or SDIs of one PF where they are, or would be. */
    private record Set(PciFunction pf, Iov kind, StridedRids today, StridedRids planned) {}

    /** Looks them up. */
    private static final class Finder {
        private final Topology topology;
        private final BusPlan plan;
        private final Segment segment;
        private final Map<FunctionAddress, BridgePlan> bridges = new HashMap<>();
        private final BitSet takenToday = new BitSet(256);
        private final BitSet takenPlanned = new BitSet(256);
        private final byte[] claims = new byte[RoutingId.COUNT];

        Finder(Topology topology, BusPlan plan, Segment segment) {
            this.topology = topology;
            this.plan = plan;
            this.segment = segment;
            for (BridgePlan bridge : plan.bridges()) {
                if (bridge.address().segment().equals(segment)) {
                    bridges.put(bridge.address(), bridge);
                    bridge.now().filter(BusNumbers::configured).ifPresent(n -> takenToday.set(n.secondary()));
                    if (bridge.planned().configured()) {
                        takenPlanned.set(bridge.planned().secondary());
                    }
                }
            }
        }

        List<IovReach> find() {
            List<Set> sets = new ArrayList<>();
            for (PciFunction f : topology.functions(segment)) {
                FunctionAddress planned = plan.functions().get(f.address());
                if (f.physicalFunction() && planned != null && placed(topology, f)) {
                    f.sriov()
                            .flatMap(SrIov::possible)
                            .ifPresent(rids -> sets.add(set(f, Iov.VFS, limited(f, rids), planned)));
                    f.siov().flatMap(s -> s.sdis()).ifPresent(rids -> sets.add(set(f, Iov.SDIS, rids, planned)));
                }
            }
            if (sets.isEmpty()) {
                return List.of();
            }
            List<Integer> fitting = new ArrayList<>();
            topology.functions(segment).stream()
                    .filter(f -> plan.functions().containsKey(f.address()))
                    .forEach(f -> claim(plan.functions().get(f.address()).rid().value()));
            for (Set set : sets) {
                int reach = planned(set);
                fitting.add(reach);
                for (int k = 0; k < reach; k++) {
                    claim((int) set.planned().at(k).unwrapped());
                }
            }
            List<IovReach> reaches = new ArrayList<>();
            for (int i = 0; i < sets.size(); i++) {
                reaches.add(reach(sets.get(i), fitting.get(i)));
            }
            return reaches;
        }

        /** A driver may allow fewer than the device has. */
        private static StridedRids limited(PciFunction f, StridedRids rids) {
            int limit = f.sriov().orElseThrow().driverLimit().orElse(rids.count());
            return rids.withCount(Math.min(rids.count(), limit));
        }

        private static Set set(PciFunction f, Iov kind, StridedRids today, FunctionAddress planned) {
            return new Set(
                    f, kind, today, new StridedRids(planned.rid(), today.offset(), today.stride(), today.count()));
        }

        private void claim(int rid) {
            claims[rid] = (byte) Math.min(2, claims[rid] + 1);
        }

        private IovReach reach(Set set, int planned) {
            FunctionAddress pf = set.pf().address();
            Wishes wishes = plan.wishes();
            boolean asked = set.kind() == Iov.VFS
                    ? wishes.vfs().getOrDefault(pf, 0) > 0
                    : Optional.ofNullable(wishes.sdis().get(pf))
                            .filter(w -> w.total() > 0)
                            .isPresent();
            int shared = 0;
            for (int k = 0; k < planned; k++) {
                shared += claims[(int) set.planned().at(k).unwrapped()] > 1 ? 1 : 0;
            }
            return new IovReach(pf, set.kind(), asked, set.today().count(), today(set), planned, shared);
        }

        private int today(Set set) {
            List<BusNumbers> path = topology.pathToRoot(set.pf()).stream()
                    .map(p -> p.bridge().orElseThrow())
                    .map(b -> new BusNumbers(b.secondary() & 0xff, b.subordinate() & 0xff))
                    .toList();
            int fitting = fitting(set.pf(), set.today(), path, takenToday);
            if (set.kind() == Iov.SDIS) {
                return fitting;
            }
            int reached = Ari.reached(set.pf(), set.pf().address().rid(), Ari.today(topology, set.pf()));
            return Math.min(
                    Math.min(fitting, reached),
                    EnableCheck.of(topology, set.pf(), end(set.pf(), path)).largest());
        }

        private int planned(Set set) {
            List<BusNumbers> path = topology.pathToRoot(set.pf()).stream()
                    .map(p -> bridges.get(p.address()).planned())
                    .toList();
            int fitting = fitting(set.pf(), set.planned(), path, takenPlanned);
            if (set.kind() == Iov.SDIS) {
                return fitting;
            }
            FunctionAddress address = plan.functions().get(set.pf().address());
            long end = set.pf()
                    .parent()
                    .map(p -> bridges.get(p).kernelEnd().orElse(0))
                    .orElseGet(() -> end(set.pf(), path));
            int reached = Ari.reached(set.pf(), address.rid(), Ari.planned(topology, set.pf(), plan.wishes()));
            return Math.min(
                    Math.min(fitting, reached),
                    EnableCheck.of(
                                    topology,
                                    set.pf(),
                                    address,
                                    end,
                                    plan.wishes().reservation())
                            .largest());
        }

        private long end(PciFunction pf, List<BusNumbers> path) {
            return path.isEmpty()
                    ? topology.hostBridgeOf(pf).orElseThrow().buses().last()
                    : path.get(0).subordinate();
        }

        private int fitting(PciFunction pf, StridedRids rids, List<BusNumbers> path, BitSet taken) {
            int last = topology.hostBridgeOf(pf).orElseThrow().buses().last();
            for (BusNumbers numbers : path) {
                last = numbers.size() == 0 ? -1 : Math.min(last, numbers.subordinate());
            }
            int fitting = rids.countUpTo(last * 256L + 255);
            for (int bus = taken.nextSetBit(rids.origin().bus() + 1);
                    bus >= 0 && bus <= last;
                    bus = taken.nextSetBit(bus + 1)) {
                int before = rids.countUpTo(bus * 256L - 1);
                if (rids.countUpTo(bus * 256L + 255) > before) {
                    return Math.min(fitting, before);
                }
            }
            return fitting;
        }
    }
}
