package ridscope.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridscope.rid.RoutingId;
import ridscope.text.Numbers;

/** Routing IDs that more than one of functions, wished VFs and wished SDIs would have. */
final class Collisions {

    private final Machine machine;
    private final PlanLog log;
    private final Failures failures;
    private final List<Claim> claims = new ArrayList<>();

    /** Who has a Routing ID first: a function, or number k of a claim. */
    private record Owner(Part part, Claim claim, int k) {

        String words() {
            return claim == null ? part.subject().toString() : claim.words();
        }
    }

    /** What of a claim others have too. */
    private static final class Hits {
        private final Map<String, Integer> counts = new TreeMap<>();
        private int first = -1;
        private Owner owner;

        private void add(int k, Owner other) {
            counts.merge(other.words(), 1, Integer::sum);
            if (first < 0) {
                first = k;
                owner = other;
            }
        }
    }

    Collisions(Machine machine, PlanLog log, Failures failures) {
        this.machine = machine;
        this.log = log;
        this.failures = failures;
    }

    /** VFs or SDIs that would be there. */
    void add(Claim claim) {
        claims.add(claim);
    }

    /** Says of each claim what it shares with functions and with claims before it. */
    void find() {
        if (claims.isEmpty()) {
            return;
        }
        Map<Integer, Owner> owners = new HashMap<>();
        for (Part part : machine.parts()) {
            if (part.bus != null) {
                owners.putIfAbsent(part.bus.number << 8 | part.devfn, new Owner(part, null, 0));
            }
        }
        for (Claim claim : claims) {
            Hits hits = new Hits();
            int fitting = claim.rids().countUpTo(RoutingId.COUNT - 1);
            for (int k = 0; k < fitting; k++) {
                int rid = (int) claim.rids().at(k).unwrapped();
                Owner owner = owners.putIfAbsent(rid, new Owner(claim.part(), claim, k));
                if (owner != null) {
                    hits.add(k, owner);
                }
            }
            if (hits.first >= 0) {
                say(claim, hits);
            }
        }
    }

    private void say(Claim claim, Hits hits) {
        int count = hits.counts.values().stream().mapToInt(Integer::intValue).sum();
        String text = Numbers.count(count, "Routing ID") + " of " + claim.words() + ", the first "
                + claim.rids().at(hits.first).wrapped() + " (" + claim.what() + " " + Numbers.grouped(hits.first)
                + "), would belong to " + String.join(", ", hits.counts.keySet()) + " too";
        log.add(PlanEvent.Id.IOV_COLLISION, claim.part().subject(), count, text, "");
        if (hits.first >= claim.routed()) {
            return;
        }
        failures.add(new PlanFailure(
                claim.part().bus.above(), claim.part().subject(), text, "", advice(claim, hits.first, hits.owner)));
    }

    /** As many as come before the first in the way; where that is number 0, fewer of the other or other places. */
    private static String advice(Claim claim, int first, Owner owner) {
        String registers = claim.what().equals("VF")
                ? "other values of First VF Offset and VF Stride"
                : "other values of First SDI Offset and SDI Stride";
        String others = owner.claim() != null && owner.k() > 0
                ? "at most " + Numbers.count(owner.k(), owner.claim().what()) + " of "
                        + owner.part().subject()
                : "";
        if (first > 0) {
            return "Take at most " + Numbers.count(first, claim.what()) + " of "
                    + claim.part().subject() + (others.isEmpty() ? "" : ", or " + others) + ", or " + registers;
        }
        return "Fewer of them does not help, as " + claim.what() + " 0 is in the way already: take "
                + (others.isEmpty() ? "" : others + ", or ") + registers
                + (owner.claim() == null && owner.part().bus != claim.part().bus
                        ? ", or have firmware number " + owner.part().subject() + " elsewhere"
                        : "");
    }
}
