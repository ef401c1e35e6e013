package ridscope.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.config.CapabilityList;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/**
 * What a source does not tell and an answer hangs on. Numbers that Linux keeps hang on the bridges above alone; those that it
 * hands out anew hang on every bridge of the segment, and on what is reserved for VFs, SDIs and slots below the same root bus.
 */
final class Unknowns {

    private static final int FEW = 3;

    private final Topology topology;
    private final Machine machine;
    private final Wishes wishes;
    private final Segment segment;
    private final List<Part> blind;
    private final List<PciFunction> unplaced;

    Unknowns(PlanRun run) {
        topology = run.topology();
        machine = run.machine();
        wishes = run.wishes();
        segment = machine.segment();
        blind = machine.parts().stream().filter(Unknowns::blind).toList();
        unplaced = topology.rangesUnknown(segment)
                ? topology.functions(segment).stream()
                        .filter(f -> f.virtual().isEmpty())
                        .filter(f -> topology.hostBridgeOf(f).isEmpty())
                        .toList()
                : List.of();
    }

    private static boolean blind(Part part) {
        return part.bridge() && part.known.isPresent() && part.now.isEmpty();
    }

    /** Whether it is not known which bridge leads where, or which numbers Linux would keep, so that none can be said to fail. */
    boolean guessed() {
        return !unplaced.isEmpty() || !blind.isEmpty() && !wishes.assignBusses();
    }

    /** Whether the planned numbers of a bridge are a guess. */
    boolean guessed(Part bridge) {
        return guessed() && (!unplaced.isEmpty() && wishes.assignBusses() || !bridge.kept || blind(bridge));
    }

    /** Whether it is a guess where the scan below a root bus ends. */
    boolean scanGuessed(Machine.Root root) {
        List<Part> anew = machine.parts().stream()
                .filter(p -> p.bridge() && !p.kept && root.functions().contains(top(p)))
                .toList();
        return guessed()
                || !anew.isEmpty() && reservations(anew.get(0).subject(), anew).isPresent();
    }

    private static Part top(Part part) {
        Part top = part;
        while (top.above != null) {
            top = top.above;
        }
        return top;
    }

    /** Whether what one function needs is a guess: a bridge without numbers, or VFs or SDIs that nobody could read. */
    boolean needsGuessed(Part part) {
        return blind(part)
                || part.known
                        .filter(f -> !part.bridge() && (vfsUnknown(f) || sdisUnknown(f)))
                        .isPresent();
    }

    /** Whether it could be a hot-plug port that nobody could read. */
    boolean slotUnknown(Part part) {
        return part.known.filter(f -> part.bridge() && slotUnknown(f)).isPresent();
    }

    private boolean slotUnknown(PciFunction f) {
        return f.capabilities().standard() == CapabilityList.Walked.UNKNOWN
                && f.express().capability().isEmpty()
                && topology.slotBelow(f.address()).isEmpty();
    }

    /** Whether a root bus is one only because the bridge above a function on it is not in the source: that has the numbers. */
    boolean needsGuessed(Machine.Root root) {
        return root.functions().stream()
                .anyMatch(p -> p.known.filter(topology::parentMissing).isPresent());
    }

    /** Whether what a bridge or root bus needs is a guess: anything could stand below it. */
    boolean needsGuessed() {
        return !unplaced.isEmpty();
    }

    /**
     * About where a function is and what the bridges above it forward.
     *
     * @param extraBuses whether other buses than its own count
     */
    Optional<PlanGap> place(Part part, boolean extraBuses) {
        List<Part> path = new ArrayList<>();
        for (Part up = part.bridge() ? part : part.above; up != null; up = up.above) {
            path.add(up);
        }
        Part top = top(part);
        if (top.known.filter(topology::parentMissing).isPresent()) {
            return Optional.of(parentMissing(top.subject()));
        }
        Optional<Part> unread = path.stream().filter(Unknowns::blind).findFirst();
        if (unread.isPresent() && !wishes.assignBusses()) {
            return Optional.of(gap(
                    part.subject(),
                    "The source does not tell the bus numbers of "
                            + unread.get().subject()
                            + (unread.get() == part ? "" : ", which leads to " + part.subject())));
        }
        if (path.isEmpty() && extraBuses && guessed()) {
            return Optional.of(ranges(part.subject()));
        }
        return path.stream().anyMatch(p -> !p.kept) ? renumbered(part, path) : Optional.empty();
    }

    /** About a function that stands below no known root bus, or on one of which nothing else is known. */
    Optional<PlanGap> unplaced(PciFunction function) {
        PlanSubject subject = PlanSubject.of(function.address());
        if (unplaced.contains(function)) {
            return Optional.of(gap(
                    subject,
                    "Which bridge leads to bus "
                            + PlanLog.bus(function.address().bus())
                            + " is not known: the source does not tell the bus numbers of "
                            + some(blindAddresses(), "bridge")));
        }
        return topology.parentMissing(function) ? Optional.of(parentMissing(subject)) : Optional.empty();
    }

    /** About what becomes of the segment when nothing in particular was asked for. */
    List<PlanGap> whole() {
        List<PlanGap> gaps = new ArrayList<>();
        if (guessed()) {
            gaps.add(ranges(PlanSubject.of(blindAddresses().get(0))));
        }
        machine.roots().stream()
                .flatMap(r -> r.functions().stream())
                .filter(p -> p.known.filter(topology::parentMissing).isPresent())
                .findFirst()
                .ifPresent(p -> gaps.add(parentMissing(p.subject())));
        List<Part> bridges =
                machine.parts().stream().filter(p -> p.bridge() && !p.kept).toList();
        if (!guessed() && !bridges.isEmpty()) {
            reservations(bridges.get(0).subject(), bridges).ifPresent(gaps::add);
        }
        return gaps;
    }

    private Optional<PlanGap> renumbered(Part part, List<Part> path) {
        if (guessed()) {
            return Optional.of(ranges(part.subject()));
        }
        return reservations(part.subject(), path);
    }

    /**
     * What is set aside for others moves all that is numbered anew behind it, as far as to the next bridge above whose numbers
     * are kept; what stands below other kept bridges moves nothing.
     */
    private Optional<PlanGap> reservations(PlanSubject subject, List<Part> bridges) {
        Set<Part> realms = new HashSet<>();
        bridges.stream().filter(p -> !p.kept).forEach(p -> realms.add(keptAbove(p)));
        List<FunctionAddress> unread = machine.parts().stream()
                .filter(p -> p.known.filter(this::reservationUnknown).isPresent())
                .filter(p -> realms.contains(keptAbove(p)))
                .map(p -> p.known.get().address())
                .toList();
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(gap(
                        subject,
                        "Linux hands bus numbers out anew, and what it sets aside on the way for "
                                + some(unread, "function") + " is not readable (VFs, SDIs, hot-plug slots)"));
    }

    /** The nearest bridge above whose numbers are kept; null where there is none below the root bus. */
    private static Part keptAbove(Part part) {
        Part at = part.above;
        while (at != null && !at.kept) {
            at = at.above;
        }
        return at;
    }

    private boolean reservationUnknown(PciFunction f) {
        if (f.role().bridge() || f.bridge().isPresent()) {
            boolean slots = wishes.effectiveHpbussize() != Wishes.DEFAULT_HPBUSSIZE || !wishes.assignBusses();
            return slots && slotUnknown(f);
        }
        return vfsUnknown(f) || wishes.reservation() != Reservation.MAINLINE && sdisUnknown(f);
    }

    /** Whether it may have VFs, or has some, that nobody can place. */
    static boolean vfsUnknown(PciFunction f) {
        return f.vfsUnknown() || f.sriov().filter(Unknowns::unplaceable).isPresent();
    }

    private static boolean unplaceable(SrIov s) {
        return s.totalVfs() > 0 && (s.firstVfOffset().isEmpty() || s.vfStride().isEmpty());
    }

    /** Of one whose VFs nobody can place, the registers that are not known. */
    static String missingOfVfs(PciFunction f) {
        List<String> missing = new ArrayList<>();
        if (f.sriov().isEmpty()) {
            missing.add("TotalVFs");
        }
        if (f.sriov().flatMap(s -> boxed(s.firstVfOffset())).isEmpty()) {
            missing.add("First VF Offset");
        }
        if (f.sriov().flatMap(s -> boxed(s.vfStride())).isEmpty()) {
            missing.add("VF Stride");
        }
        return String.join(", ", missing);
    }

    private static Optional<Integer> boxed(OptionalInt register) {
        return register.isPresent() ? Optional.of(register.getAsInt()) : Optional.empty();
    }

    /** Whether it may have SDIs that nobody can place, unless a wish says where they are. */
    boolean sdisUnknown(PciFunction f) {
        SdiWish wish = wishes.sdis().get(f.address());
        boolean said =
                wish != null && wish.offset().isPresent() && wish.stride().isPresent();
        return f.sdisUnknown() && !said;
    }

    /** Something that the registers of a function would tell. */
    PlanGap unreadable(Part part, String what) {
        return gap(part.subject(), what + " not readable in this source");
    }

    private PlanGap ranges(PlanSubject subject) {
        return gap(
                subject,
                "The source does not tell the bus numbers of " + some(blindAddresses(), "bridge")
                        + (unplaced.isEmpty() ? "" : ", nor therefore which of them leads where"));
    }

    private List<FunctionAddress> blindAddresses() {
        return topology.functions(segment).stream()
                .filter(f -> f.role().bridge() && f.bridge().isEmpty())
                .map(PciFunction::address)
                .toList();
    }

    private PlanGap parentMissing(PlanSubject subject) {
        return gap(subject, "The bridge above " + subject + " is not in the source, so its bus numbers are not known");
    }

    private static String some(List<FunctionAddress> all, String noun) {
        String first = all.stream().limit(FEW).map(FunctionAddress::toString).collect(Collectors.joining(", "));
        return Numbers.count(all.size(), noun) + " (" + first + (all.size() > FEW ? ", …" : "") + ")";
    }

    private PlanGap gap(PlanSubject subject, String missing) {
        return new PlanGap(
                subject,
                missing,
                topology.provenance().thisMachine()
                        ? "Run RIDscope as root: Linux shows the rest of configuration space to nobody else"
                        : "Take the whole host as root: sudo lspci -D -nn -vv -xxxx, or sudo ridscope capture -o FILE");
    }
}
