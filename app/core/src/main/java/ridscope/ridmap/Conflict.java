package ridscope.ridmap;

import java.util.List;
import ridscope.rid.RoutingId;

/**
 * A Routing ID that more than one owner claims. A VF that answers and the formula of its PF are one owner, not two.
 *
 * @param rid where
 * @param claims at least two
 */
public record Conflict(RoutingId rid, List<Claim> claims) {

    public Conflict {
        claims = List.copyOf(claims);
    }
}
