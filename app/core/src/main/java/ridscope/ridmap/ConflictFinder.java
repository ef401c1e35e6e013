package ridscope.ridmap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridscope.rid.RoutingId;

/**
 * Finds the Routing IDs that more than one owner claims. A few bytes of a hostile file make a PF that claims 65,535 of them,
 * so what is kept per ID has a limit, and nothing but counting is done per claim.
 */
final class ConflictFinder {

    private final int[] claims = new int[RoutingId.COUNT];
    private final int[] combs = new int[RoutingId.COUNT];
    private final BitSet candidates = new BitSet(RoutingId.COUNT);
    private final Map<Integer, List<Comb>> first = new HashMap<>();

    /**
     * @param functions the IDs of functions that answer
     * @param all the VFs and SDIs of all PFs
     * @param others the IDs that something else claims
     */
    ConflictFinder(Set<Integer> functions, List<Comb> all, Set<Integer> others) {
        all.forEach(comb -> count(comb.walk()));
        System.arraycopy(combs, 0, claims, 0, claims.length);
        functions.forEach(rid -> claims[rid]++);
        others.forEach(rid -> claims[rid] += 2);
        int wanted = 0;
        for (int rid = 0; rid < claims.length; rid++) {
            if (claims[rid] > 1) {
                candidates.set(rid);
                wanted += Math.min(combs[rid], Conflict.CLAIMS);
            }
        }
        keepFirst(all, wanted);
    }

    private void count(RidWalk walk) {
        for (int rid = walk.first(); rid < walk.end(); rid += walk.step()) {
            combs[rid]++;
        }
    }

    /** Those with enabled VFs come first, for they exist. */
    private void keepFirst(List<Comb> all, int wanted) {
        List<Comb> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Boolean.compare(b.enabled() > 0, a.enabled() > 0));
        int kept = 0;
        for (int i = 0; i < sorted.size() && kept < wanted; i++) {
            kept += keep(sorted.get(i));
        }
    }

    private int keep(Comb comb) {
        RidWalk walk = comb.walk();
        int kept = 0;
        for (int rid = walk.first(); rid < walk.end(); rid += walk.step()) {
            if (claims[rid] > 1) {
                List<Comb> here = first.computeIfAbsent(rid, r -> new ArrayList<>(2));
                if (here.size() < Conflict.CLAIMS) {
                    here.add(comb);
                    kept++;
                }
            }
        }
        return kept;
    }

    /** The IDs that may have more than one owner, ascending. */
    BitSet candidates() {
        return candidates;
    }

    /** The first few combs that claim an ID, those with enabled VFs before others. */
    List<Comb> combsAt(int rid) {
        return first.getOrDefault(rid, List.of());
    }

    /** How many combs claim an ID beyond the ones {@link #combsAt} gives. */
    int moreAt(int rid) {
        return combs[rid] - combsAt(rid).size();
    }
}
