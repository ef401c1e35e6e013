package ridscope.ridmap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Enabled;
import ridscope.ridmap.Claim.Kind;
import ridscope.topology.PciFunction;

/**
 * All VFs, or all SDIs, of one PF as one strided set.
 *
 * @param owner the PF
 * @param virtualFunctions whether these are VFs; otherwise SDIs
 * @param rids up to TotalVFs or Total SDIs
 * @param enabled how many VFs exist; 0 for SDIs, which nothing counts
 * @param others what is known of those beyond {@code enabled}
 */
record Comb(FunctionAddress owner, boolean virtualFunctions, StridedRids rids, int enabled, Enabled others) {

    private static final int WRAPPED_LIMIT = 64;

    /** The combs of a PF. Linux never enables more VFs than TotalVFs, so a larger NumVFs counts as TotalVFs. */
    static List<Comb> of(PciFunction pf) {
        List<Comb> combs = new ArrayList<>(2);
        pf.sriov()
                .ifPresent(s -> s.possible()
                        .ifPresent(rids -> combs.add(new Comb(
                                pf.address(), true, rids, Math.min(s.enabledVfs(), rids.count()), Enabled.NO))));
        pf.siov()
                .ifPresent(s -> s.sdis()
                        .ifPresent(rids -> combs.add(new Comb(
                                pf.address(),
                                false,
                                rids,
                                0,
                                s.capability().active() ? Enabled.UNKNOWN : Enabled.NO))));
        return combs;
    }

    Kind kind() {
        return virtualFunctions ? Kind.POSSIBLE_VF : Kind.SDI;
    }

    /** How many land on buses up to this one without wrapping; bus −1 is below all. */
    int upTo(int bus) {
        return rids.countUpTo(bus * 256L + 255);
    }

    /** Its Routing IDs up to 0xFFFF. */
    RidWalk walk() {
        return RidWalk.of(rids);
    }

    /** How many of its Routing IDs are in the set. */
    int countIn(BitSet set) {
        RidWalk walk = walk();
        int count = 0;
        for (int rid = walk.first(); rid < walk.end(); rid += walk.step()) {
            count += set.get(rid) ? 1 : 0;
        }
        return count;
    }

    Optional<Claim> at(RoutingId rid) {
        OptionalInt index = rids.indexOf(rid);
        return index.isPresent() ? Optional.of(claim(index.getAsInt())) : Optional.empty();
    }

    Claim claim(int k) {
        boolean exists = k < enabled;
        return new Claim(
                exists ? Kind.ENABLED_VF : kind(),
                owner,
                OptionalInt.of(k),
                rids.at(k),
                rids.formula(k),
                exists ? Enabled.YES : others);
    }

    /** Claims that reach a value only by wrapping round, lowest index first and at most 64 of them. */
    List<Claim> wrappedTo(RoutingId rid) {
        List<Claim> claims = new ArrayList<>();
        long start = rids.first().unwrapped();
        long last = rids.last().unwrapped();
        long at = rid.value() + 0x10000L;
        while (at <= last && claims.size() < WRAPPED_LIMIT) {
            long distance = at - start;
            if (distance >= 0 && (rids.stride() == 0 ? distance == 0 : distance % rids.stride() == 0)) {
                claims.add(claim(rids.stride() == 0 ? 0 : (int) (distance / rids.stride())));
            }
            at += 0x10000L;
        }
        return claims;
    }
}
