package ridscope.ridmap;

import java.util.List;
import ridscope.rid.RoutingId;

/**
 * A Routing ID that more than one owner claims. A VF that answers and the formula of its PF are one owner, not two.
 *
 * @param rid where
 * @param claims at least two and at most {@link #CLAIMS}, existing ones first; {@link RidMap#claimsAt} tells all
 * @param more how many claims there are besides
 */
public record Conflict(RoutingId rid, List<Claim> claims, int more) {

    /** Claims that are kept of one ID. */
    public static final int CLAIMS = 16;

    public Conflict {
        claims = List.copyOf(claims);
    }
}
