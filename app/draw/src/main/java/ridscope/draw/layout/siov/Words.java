package ridscope.draw.layout.siov;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.draw.layout.Counts;
import ridscope.plan.PfRids;
import ridscope.plan.Reservation;
import ridscope.rid.BusRange;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.IovPlacement;

/** What the figure says in words and formulas. */
final class Words {

    /** Collisions named one by one. */
    private static final int NAMED = 4;

    private static final long BUSES = 256;

    private Words() {}

    /** Four hex digits, five beyond {@code ffff}. */
    static String hex(long rid) {
        return padded(rid, 4);
    }

    /** Two hex digits, three beyond {@code ff}. */
    static String bus(long bus) {
        return padded(bus, 2);
    }

    private static String padded(long number, int digits) {
        String text = Long.toHexString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    static boolean sdi(IovPlacement placement) {
        return placement.kind() == Claim.Kind.SDI;
    }

    static String one(IovPlacement placement) {
        return sdi(placement) ? "SDI" : "VF";
    }

    static String count(IovPlacement placement, int count) {
        return Counts.grouped(count) + " " + one(placement) + (count == 1 ? "" : "s");
    }

    /** {@code [0c–10]}; buses beyond ff do not exist and are named all the same. */
    static String buses(long first, long last) {
        return "[" + bus(first) + "-" + bus(last) + "]";
    }

    /** {@code SDI n = PF RID + First SDI Offset + n × SDI Stride}. */
    static String rule(IovPlacement placement) {
        String one = one(placement);
        return one + " n = PF RID + First " + one + " Offset + n × " + one + " Stride";
    }

    /** {@code = 0c00 + 1 + n × 1, n = 0 … 1023: 0c01 … 1000}. */
    static String numbers(IovPlacement placement) {
        StridedRids rids = placement.rids();
        String range = rids.count() == 1 ? "n = 0" : "n = 0 … " + (rids.count() - 1);
        String first = hex(rids.first().unwrapped());
        String last = hex(rids.last().unwrapped());
        return "= " + hex(rids.origin().value()) + " + " + rids.offset() + " + n × " + rids.stride() + ",   " + range
                + ":   " + (first.equals(last) ? first : first + " … " + last);
    }

    /** A sentence, and whether it tells of something wrong. */
    record Verdict(String text, boolean wrong) {}

    static List<Verdict> verdicts(PfRids rids) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(need(rids));
        for (IovPlacement placement : rids.placements()) {
            outside(rids, placement).ifPresent(verdicts::add);
            overflow(placement).ifPresent(verdicts::add);
        }
        collisions(rids).ifPresent(verdicts::add);
        reserved(rids).ifPresent(verdicts::add);
        return verdicts;
    }

    private static Verdict need(PfRids rids) {
        long extra = rids.lastBus() - rids.pf().bus();
        String needed = "needed: buses " + buses(rids.pf().bus(), rids.lastBus()) + ", "
                + (extra == 0 ? "none" : Counts.grouped((int) extra)) + " beyond the PF's own";
        if (rids.routed().isEmpty()) {
            return new Verdict(needed + "; which buses are routed to it is not known", false);
        }
        BusRange routed = rids.routed().get();
        boolean enough =
                routed.contains(rids.lastBus()) && routed.contains(rids.pf().bus());
        if (rids.assumed() && enough) {
            String unsure = extra == 0 ? "" : ": whether they are routed is not known";
            return new Verdict(needed + "; root bus window " + routed + " is assumed" + unsure, false);
        }
        return new Verdict(needed + "; routed: " + routed + (enough ? ", enough" : ", not enough"), !enough);
    }

    private static Optional<Verdict> outside(PfRids rids, IovPlacement placement) {
        if (placement.outside() == 0 || rids.routed().isEmpty()) {
            return Optional.empty();
        }
        int of = placement.rids().count();
        String which = placement.outside() == of
                ? "all " + count(placement, of)
                : Counts.grouped(placement.outside()) + " of " + count(placement, of);
        String from = placement.firstOutside().isPresent()
                ? ", from " + one(placement) + " " + placement.firstOutside().getAsInt() + " on"
                : "";
        return Optional.of(new Verdict(
                which + " outside " + rids.routed().get() + from + ": completions and messages do not reach them",
                true));
    }

    private static Optional<Verdict> overflow(IovPlacement placement) {
        StridedRids rids = placement.rids();
        int count = rids.overflowCount();
        if (count == 0) {
            return Optional.empty();
        }
        int first = rids.count() - count;
        String wrapped =
                rids.at(first).wrapped().value() == rids.last().wrapped().value()
                        ? hex(rids.last().wrapped().value())
                        : hex(rids.at(first).wrapped().value()) + " … "
                                + hex(rids.last().wrapped().value());
        return Optional.of(new Verdict(
                count(placement, count) + " beyond RID ffff ("
                        + hex(rids.at(first).unwrapped()) + " … "
                        + hex(rids.last().unwrapped()) + "): 16 bits would make that " + wrapped,
                true));
    }

    private static Optional<Verdict> collisions(PfRids rids) {
        List<Conflict> conflicts = rids.conflicts();
        if (conflicts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Conflict>> alike = new LinkedHashMap<>();
        conflicts.forEach(
                c -> alike.computeIfAbsent(owners(c), k -> new ArrayList<>()).add(c));
        String named = alike.values().stream()
                .limit(NAMED)
                .map(c -> c.size() == 1 ? conflict(c.get(0)) : run(c.get(0), c.get(c.size() - 1)))
                .collect(Collectors.joining("; "));
        int more = alike.size() - NAMED;
        return Optional.of(new Verdict(
                (conflicts.size() == 1 ? "1 RID" : Counts.grouped(conflicts.size()) + " RIDs") + " claimed twice: "
                        + named + (more > 0 ? "; and more" : ""),
                true));
    }

    /** The same for conflicts between the same. */
    private static String owners(Conflict conflict) {
        return conflict.claims().stream().map(c -> c.kind() + " " + c.owner()).collect(Collectors.joining(" "));
    }

    static String conflict(Conflict conflict) {
        return hex(conflict.rid().value()) + " = "
                + conflict.claims().stream().map(c -> claim(c, c)).collect(Collectors.joining(" and "));
    }

    /** {@code 2104 … 210f = VF 4 … 15 of 20:00.0 and SDI 0 … 11 of 20:00.0}. */
    private static String run(Conflict first, Conflict last) {
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < first.claims().size(); i++) {
            claims.add(claim(first.claims().get(i), last.claims().get(i)));
        }
        return hex(first.rid().value()) + " … " + hex(last.rid().value()) + " = " + String.join(" and ", claims);
    }

    private static String claim(Claim claim, Claim last) {
        String index = claim.index().isPresent() ? " " + claim.index().getAsInt() : "";
        if (last.index().isPresent() && !last.index().equals(claim.index())) {
            index += " … " + last.index().getAsInt();
        }
        String of = " of " + claim.owner().rid();
        return switch (claim.kind()) {
            case FUNCTION -> "function " + claim.owner().rid();
            case ENABLED_VF, POSSIBLE_VF -> "VF" + index + of;
            case SDI -> "SDI" + index + of;
            case PHANTOM_FUNCTION -> "phantom function" + of;
            case BRIDGE_ALIAS -> "alias of bridge " + claim.owner().rid();
        };
    }

    /** What kernels set aside behind the secondary bus of the port. */
    private static Optional<Verdict> reserved(PfRids rids) {
        if (rids.reserved().size() < Reservation.values().length) {
            return Optional.empty();
        }
        long needed = rids.lastBus() - rids.pf().bus();
        long series = rids.reserved().get(Reservation.SIOV_SERIES);
        return Optional.of(new Verdict(
                "set aside behind bus " + bus(rids.pf().bus()) + " when numbered anew: Linux today "
                        + rids.reserved().get(Reservation.MAINLINE) + ", with the SIOV series " + series
                        + ", without lost bits " + rids.reserved().get(Reservation.CORRECT),
                series < Math.min(needed, BUSES - 1 - rids.pf().bus())));
    }
}
