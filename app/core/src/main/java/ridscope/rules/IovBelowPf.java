package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.rid.RoutingId;
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
    Optional<Hit> hit(Set set) {
        StridedRids rids = set.rids();
        RoutingId pf = rids.origin();
        int first = -1;
        int count = 0;
        for (int k = rids.countUpTo(0xffff); k < rids.count(); k++) {
            RoutingId wire = rids.at(k).wrapped();
            if (wire.bus() < pf.bus() || wire.bus() == pf.bus() && wire.device() < pf.device()) {
                first = first < 0 ? k : first;
                count++;
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        String rest = String.format("would appear as %s, below the PF", rids.at(first).wrapped());
        return Optional.of(new Hit(count, first, rest, List.of()));
    }
}
