package ridscope.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;

/** Routing IDs that more than one of functions, wished VFs and wished SDIs would have. */
final class Collisions {

    private final Machine machine;
    private final Wishes wishes;
    private final PlanLog log;
    private final Failures failures;

    private record Claims(Part part, String what, StridedRids rids) {

        String words() {
            return what + "s of " + part.subject();
        }
    }

    Collisions(Machine machine, Wishes wishes, PlanLog log, Failures failures) {
        this.machine = machine;
        this.wishes = wishes;
        this.log = log;
        this.failures = failures;
    }

    void find() {
        if (wishes.vfs().isEmpty() && wishes.sdis().isEmpty()) {
            return;
        }
        Map<Integer, Object> owners = new HashMap<>();
        List<Claims> claims = new ArrayList<>();
        for (Part part : machine.parts()) {
            if (part.bus != null) {
                int rid = part.bus.number << 8 | part.devfn;
                owners.putIfAbsent(rid, part);
                wished(part, claims);
            }
        }
        for (Claims claim : claims) {
            claim(claim, owners);
        }
    }

    private void wished(Part part, List<Claims> claims) {
        if (part.known.isEmpty()) {
            return;
        }
        RoutingId pf = RoutingId.of(part.bus.number, part.devfn);
        Integer vfs = wishes.vfs().get(part.known.get().address());
        SdiWish sdis = wishes.sdis().get(part.known.get().address());
        if (vfs != null && part.vfs.usable()) {
            claims.add(new Claims(part, "VF", part.vfs.at(pf).withCount(Math.min(vfs, part.vfs.total()))));
        }
        if (sdis != null && part.sdis.usable()) {
            claims.add(new Claims(part, "SDI", part.sdis.at(pf).withCount(sdis.total())));
        }
    }

    private void claim(Claims claim, Map<Integer, Object> owners) {
        Map<String, Integer> hits = new HashMap<>();
        int fitting = claim.rids().countUpTo(RoutingId.COUNT - 1);
        String words = claim.words();
        int first = -1;
        for (int k = 0; k < fitting; k++) {
            int rid = (int) claim.rids().at(k).unwrapped();
            Object owner = owners.putIfAbsent(rid, words);
            if (owner != null) {
                String name =
                        owner instanceof Part function ? function.subject().toString() : owner.toString();
                hits.merge(name, 1, Integer::sum);
                first = first < 0 ? rid : first;
            }
        }
        if (hits.isEmpty()) {
            return;
        }
        int count = hits.values().stream().mapToInt(Integer::intValue).sum();
        String others = String.join(", ", hits.keySet().stream().sorted().toList());
        String text = Numbers.grouped(count) + (count == 1 ? " Routing ID" : " Routing IDs") + " of " + words
                + ", the first " + new RoutingId(first) + ", would belong to " + others + " too";
        log.add(PlanEvent.Id.IOV_COLLISION, claim.part().subject(), count, text, "");
        failures.add(new PlanFailure(
                claim.part().bus.above(),
                claim.part().subject(),
                text,
                "",
                "Take fewer, or other values of offset and stride"));
    }
}
