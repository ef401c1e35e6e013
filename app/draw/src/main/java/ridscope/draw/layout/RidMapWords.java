package ridscope.draw.layout;

import ridscope.draw.diagram.MarkId;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;

/** Names and sentences of a RID map. */
final class RidMapWords {

    private static final String DIGITS = "0123456789abcdef";

    private RidMapWords() {}

    /** Two hex digits. */
    static String hex(int bus) {
        return "" + DIGITS.charAt(bus >> 4 & 15) + DIGITS.charAt(bus & 15);
    }

    /** {@code 0c}, or {@code 0c–0e}. */
    static String buses(BusRange range) {
        return range.size() == 1 ? hex(range.first()) : hex(range.first()) + "–" + hex(range.last());
    }

    static MarkId id(String prefix, FunctionAddress address) {
        return new MarkId(prefix + "-" + address.toString().replace(':', '-'));
    }

    static MarkId id(String prefix, int bus) {
        return new MarkId(prefix + "-" + hex(bus));
    }

    static MarkId id(String prefix, RoutingId rid) {
        return new MarkId(prefix + "-" + hex(rid.bus()) + hex(rid.devfn()));
    }

    /** {@code VFs} or {@code SDIs}, or the singular. */
    static String noun(Claim.Kind kind, int count) {
        String one = kind == Claim.Kind.SDI ? "SDI" : "VF";
        return count == 1 ? one : one + "s";
    }

    /** {@code VFs 8 to 63 of 03:00.0 (03:12.0 … 03:1f.6)}. */
    static String run(Claim.Kind kind, StridedRids rids, int from, int to) {
        String which = noun(kind, to - from) + " " + (to - from == 1 ? "" + from : from + " to " + (to - 1));
        String where = to - from == 1 ? "" + rids.at(from) : rids.at(from) + " … " + rids.at(to - 1);
        return which + " of " + rids.origin() + " (" + where + ")";
    }

    /** {@code 64 SDIs of f0:00.0 beyond ffff: 0x10000 … 0x100fc}. */
    static String beyond(Claim.Kind kind, StridedRids rids) {
        int count = rids.overflowCount();
        int first = rids.count() - count;
        String from = "0x" + Long.toHexString(rids.at(first).unwrapped());
        String to = "0x" + Long.toHexString(rids.last().unwrapped());
        return Counts.grouped(count) + " " + noun(kind, count) + " of " + rids.origin() + " beyond ffff: "
                + (from.equals(to) ? from : from + " … " + to);
    }

    /** {@code function 0d:00.0}, {@code SDI 255 of 0c:00.0}. */
    static String claim(Claim claim) {
        String owner = claim.owner().rid().toString();
        String index = claim.index().isPresent() ? " " + claim.index().getAsInt() : "";
        return switch (claim.kind()) {
            case FUNCTION -> "function " + owner;
            case ENABLED_VF, POSSIBLE_VF -> "VF" + index + " of " + owner;
            case SDI -> "SDI" + index + " of " + owner;
            case PHANTOM_FUNCTION -> "phantom function of " + owner;
            case BRIDGE_ALIAS -> "alias of bridge " + owner;
        };
    }
}
