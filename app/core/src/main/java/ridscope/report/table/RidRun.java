package ridscope.report.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Reach;
import ridscope.ridmap.RidMap;

/**
 * Neighbouring Routing IDs of one segment of which the same is to be said.
 *
 * @param first the lowest
 * @param last the highest
 * @param claims on the first
 * @param lastClaims on the last; of the same owners, VFs and SDIs with other indices
 * @param routing of the first one's bus; the others are routed alike
 * @param contested whether several owners claim them that exclude each other
 * @param outside what the VFs and SDIs among the claims leave, one for each that lies outside its PF's port
 */
record RidRun(
        FunctionAddress first,
        FunctionAddress last,
        List<Claim> claims,
        List<Claim> lastClaims,
        BusRouting routing,
        boolean contested,
        List<Reach> outside) {

    /** How many IDs. */
    long count() {
        return last.rid().value() - (long) first.rid().value() + 1;
    }

    /** The claim of whatever is most there. */
    Optional<Claim> owner() {
        return claims.stream().findFirst();
    }

    /** Index of the last one's VF or SDI. */
    OptionalInt lastIndex() {
        return lastClaims.isEmpty() ? OptionalInt.empty() : lastClaims.get(0).index();
    }

    /** The bridge next to them. */
    Optional<FunctionAddress> bridge() {
        List<FunctionAddress> bridges = routing.bridges();
        return bridges.isEmpty() ? Optional.empty() : Optional.of(bridges.get(bridges.size() - 1));
    }

    /** Whether the ID behind the last one belongs to the run. */
    private boolean continuedBy(RidRun next) {
        if (contested != next.contested
                || routing.state() != next.routing.state()
                || claims.size() != next.claims.size()
                || !outside.equals(next.outside)
                || !bridge().equals(next.bridge())) {
            return false;
        }
        for (int i = 0; i < claims.size(); i++) {
            if (!alike(lastClaims.get(i), next.claims.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Each function, phantom function and alias is a thing of its own; VFs and SDIs of one PF are many of one kind. */
    private static boolean alike(Claim claim, Claim next) {
        return claim.index().isPresent()
                && next.index().isPresent()
                && claim.index().getAsInt() + 1 == next.index().getAsInt()
                && claim.kind() == next.kind()
                && claim.enabled() == next.enabled()
                && claim.owner().equals(next.owner());
    }

    private RidRun upTo(RidRun next) {
        return new RidRun(first, next.last, claims, next.lastClaims, routing, contested, outside);
    }

    /** All 65,536 IDs of a segment, each a run of its own. */
    static Iterator<RidRun> each(RidMap map) {
        return new Each(map);
    }

    /** The same put together where neighbours are alike. */
    static Iterator<RidRun> joined(RidMap map) {
        return new Joined(new Each(map));
    }

    private static final class Each implements Iterator<RidRun> {
        private final RidMap map;
        private final BitSet contested = new BitSet(RoutingId.COUNT);
        private int next;

        private Each(RidMap map) {
            this.map = map;
            map.conflicts().forEach(c -> contested.set(c.rid().value()));
        }

        @Override
        public boolean hasNext() {
            return next < RoutingId.COUNT;
        }

        @Override
        public RidRun next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            RoutingId rid = new RoutingId(next++);
            FunctionAddress address = new FunctionAddress(map.segment(), rid);
            List<Claim> claims = map.claimsAt(rid);
            List<Reach> outside =
                    claims.stream().flatMap(c -> map.outside(c).stream()).toList();
            return new RidRun(
                    address, address, claims, claims, map.bus(rid.bus()), contested.get(rid.value()), outside);
        }
    }

    private static final class Joined implements Iterator<RidRun> {
        private final Iterator<RidRun> all;
        private final List<RidRun> ahead = new ArrayList<>(1);

        private Joined(Iterator<RidRun> all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty() || all.hasNext();
        }

        @Override
        public RidRun next() {
            RidRun run = ahead.isEmpty() ? all.next() : ahead.remove(0);
            while (all.hasNext()) {
                RidRun next = all.next();
                if (!run.continuedBy(next)) {
                    ahead.add(next);
                    break;
                }
                run = run.upTo(next);
            }
            return run;
        }
    }
}
