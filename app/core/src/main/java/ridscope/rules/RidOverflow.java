package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;

/** VFs or SDIs beyond Routing ID ffff. */
final class RidOverflow extends IovRule {

    private static final About ABOUT = new About(
            "RID_OVERFLOW",
            "PFs with VFs or SDIs beyond Routing ID ffff",
            "A Routing ID has 16 bits: what lies beyond is no address, and hardware would wrap round to "
                    + "somebody else's. Linux up to 6.18 refuses such VFs ('out of range of [bus'); the SIOV series "
                    + "computes in 16 bits and says nothing.",
            "Put the device on a lower bus (another slot), or use fewer VFs or SDIs; ask the vendor "
                    + "for a smaller stride.",
            "On x86, pci=assign-busses may lower its bus.");

    @Override
    public About about() {
        return ABOUT;
    }

    /** Advice of another rule about a set of which more buses would help some. */
    static final String PARTLY = "For those beyond ffff see RID_OVERFLOW.";

    /** {@code 0a}, or {@code 100 (beyond ff)}. */
    static String bus(long bus) {
        return String.format("%02x", bus) + (bus > 0xff ? " (beyond ff)" : "");
    }

    /** Another rule about a set that reaches beyond ffff: as long as it does, no number of buses is enough. */
    static About seen(About other) {
        return new About(other.id(), other.heading(), other.detail(), "See RID_OVERFLOW.");
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return true;
    }

    @Override
    Optional<Hit> hit(Candidates set) {
        StridedRids rids = set.rids();
        int over = rids.overflowCount();
        if (over == 0) {
            return Optional.empty();
        }
        String rest = String.format(
                "%s beyond ffff: the last would be 0x%x, on the wire %s",
                over == 1 ? "lies" : "lie", rids.last().unwrapped(), rids.last().wrapped());
        return Optional.of(new Hit(over, rids.firstOverflow().orElseThrow(), rest, List.of()));
    }
}
