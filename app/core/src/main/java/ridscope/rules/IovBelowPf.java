package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;

/** VFs or SDIs that wrap round to Routing IDs below their PF. */
final class IovBelowPf extends IovRule {

    private static final About ABOUT = new About(
            "IOV_BELOW_PF",
            "PFs with VFs or SDIs that wrap round to below the PF",
            "The specification forbids a bus below that of the PF, and a lower device number on the same "
                    + "bus. It only happens where 16 bits overflow.",
            "See RID_OVERFLOW.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return true;
    }

    @Override
    Optional<Hit> hit(Candidates set) {
        StridedRids rids = set.rids();
        // A lower bus, or the same bus and a lower device number.
        Wrapping below = new Wrapping(rids, rids.origin().value() & ~7);
        int count = below.count(rids.count());
        if (count == 0) {
            return Optional.empty();
        }
        int first = below.first();
        String rest =
                String.format("would appear as %s, below the PF", rids.at(first).wrapped());
        if (count > 1) {
            rest = String.format(
                    "would appear below the PF, the first as %s", rids.at(first).wrapped());
        }
        return Optional.of(new Hit(count, first, rest, List.of()));
    }
}
