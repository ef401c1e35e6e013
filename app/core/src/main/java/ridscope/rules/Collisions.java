package ridscope.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Claim.Enabled;
import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.RidMap;

/** The conflicts of a RID map that VFs or SDIs have part in, put together by pair of owners. */
final class Collisions {

    /** More pairs than this only a damaged dump has. */
    private static final int MOST = 4096;

    /** Looks at so many pairs of claims on one ID; more, again, only a damaged dump has. */
    private static final int LOOKS = 1 << 20;

    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::owner).thenComparing(Claim::kind);

    private final Map<Pair, Shared> shared = new LinkedHashMap<>();
    private int looks;

    private Collisions() {}

    private record Pair(Kind kindA, FunctionAddress ownerA, Kind kindB, FunctionAddress ownerB) {}

    /**
     * Routing IDs with the same two owners.
     *
     * @param first a claim of the one owner on the lowest ID
     * @param other a claim of the other owner on the lowest ID
     * @param existing whether both exist now
     * @param rids all of them, ascending
     */
    record Shared(Claim first, Claim other, boolean existing, List<RoutingId> rids) {

        /** {@code 21:00.4-21:01.7}, or several such runs, at most 8 of them. */
        String runs() {
            StringBuilder text = new StringBuilder();
            int runs = 0;
            for (int i = 0; i < rids.size(); i++) {
                int start = i;
                while (i + 1 < rids.size()
                        && rids.get(i + 1).value() == rids.get(i).value() + 1) {
                    i++;
                }
                if (runs++ == 8) {
                    return text + " …";
                }
                text.append(text.length() == 0 ? "" : " ").append(rids.get(start));
                if (i > start) {
                    text.append('-').append(rids.get(i));
                }
            }
            return text.toString();
        }
    }

    static List<Shared> of(RidMap map) {
        Collisions collisions = new Collisions();
        map.conflicts().forEach(collisions::add);
        return List.copyOf(collisions.shared.values());
    }

    static boolean iov(Claim claim) {
        return claim.kind() == Kind.ENABLED_VF || claim.kind() == Kind.POSSIBLE_VF || claim.kind() == Kind.SDI;
    }

    private void add(Conflict conflict) {
        List<Claim> claims = new ArrayList<>(conflict.claims());
        claims.sort(ORDER);
        for (int i = 0; i < claims.size() && looks < LOOKS; i++) {
            for (int j = i + 1; j < claims.size(); j++) {
                looks++;
                if (contradict(claims.get(i), claims.get(j))) {
                    add(conflict.rid(), claims.get(i), claims.get(j));
                }
            }
        }
    }

    private static boolean contradict(Claim a, Claim b) {
        boolean same = a.owner().equals(b.owner()) && (a.kind() == Kind.SDI) == (b.kind() == Kind.SDI);
        return iov(a) && iov(b) ? !same : iov(a) || iov(b);
    }

    private void add(RoutingId rid, Claim a, Claim b) {
        Pair pair = new Pair(a.kind(), a.owner(), b.kind(), b.owner());
        if (shared.size() >= MOST && !shared.containsKey(pair)) {
            return;
        }
        boolean existing = a.enabled() == Enabled.YES && b.enabled() == Enabled.YES;
        shared.computeIfAbsent(pair, k -> new Shared(a, b, existing, new ArrayList<>()))
                .rids()
                .add(rid);
    }
}
