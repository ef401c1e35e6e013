package ridscope.plan;

import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Whether the VFs and SDIs of each PF have a place after the plan: those wished for, and what the others could have. */
final class WishCheck {

    private final Topology topology;
    private final Machine machine;
    private final BusAssignment assignment;
    private final Wishes wishes;
    private final PlanLog log;
    private final Failures failures;

    WishCheck(
            Topology topology,
            Machine machine,
            BusAssignment assignment,
            Wishes wishes,
            PlanLog log,
            Failures failures) {
        this.topology = topology;
        this.machine = machine;
        this.assignment = assignment;
        this.wishes = wishes;
        this.log = log;
        this.failures = failures;
    }

    void run() {
        for (Part part : machine.parts()) {
            Optional<FunctionAddress> address = part.known.map(PciFunction::address);
            Integer vfs = address.map(a -> wishes.vfs().get(a)).orElse(null);
            SdiWish sdis = address.map(a -> wishes.sdis().get(a)).orElse(null);
            if (part.bus != null) {
                vfs(part, vfs);
                sdis(part, sdis);
            } else if (vfs != null && vfs > 0 || sdis != null && sdis.total() > 0) {
                fail(part, "It would not be found: the bridge above it gets no bus numbers", "");
            }
            card(part);
        }
        new Collisions(machine, wishes, log, failures).find();
    }

    private void card(Part port) {
        PluggedCard card = port.known.map(f -> wishes.cards().get(f.address())).orElse(null);
        if (card != null && port.below.stream().noneMatch(p -> p.known.isEmpty())) {
            fail(port, port.bridge() ? "There is something plugged in already" : "It is no port", "");
        }
    }

    private void vfs(Part part, Integer wish) {
        boolean usable = part.vfs.usable();
        if (usable) {
            StridedRids all = part.vfs.at(rid(part)).withCount(wish == null ? part.vfs.total() : clip(wish, part));
            beyond(part, all, "VF", PlanEvent.Id.VF_BEYOND_SUBORDINATE);
        }
        if (wish == null || wish == 0) {
            return;
        }
        PciFunction pf = part.known.orElseThrow();
        EnableCheck.Result result = EnableCheck.of(
                        topology, pf, part.planned().orElseThrow(), part.bus.range.end(), wishes.reservation())
                .afterReset(wish);
        if (!result.allowed()) {
            fail(
                    part,
                    result.words() + " (write to sriov_numvfs: "
                            + result.outcome().error() + ")",
                    result.kernelMessage());
            return;
        }
        if (result.sampledAt().isPresent() && result.sampledAt().getAsInt() != wish) {
            log.add(
                    PlanEvent.Id.SRIOV_OFFSET_SAMPLED,
                    part.subject(),
                    result.sampledAt().getAsInt(),
                    "Computed with First VF Offset " + part.vfs.offset() + " and VF Stride " + part.vfs.stride()
                            + " as read at NumVFs = " + result.sampledAt().getAsInt(),
                    "");
        }
        if (!result.unchecked().isEmpty()) {
            log.add(
                    PlanEvent.Id.SRIOV_UNCHECKED,
                    part.subject(),
                    "Not checked: " + String.join("; ", result.unchecked()),
                    "");
        }
        routed(part, part.vfs.at(rid(part)).withCount(wish), "VF");
        ari(part, wish);
    }

    private static int clip(int wish, Part part) {
        return Math.min(wish, part.vfs.total());
    }

    private void sdis(Part part, SdiWish wish) {
        boolean malformed = part.sdis.total() > 0 && !part.sdis.usable();
        if (malformed) {
            log.add(
                    PlanEvent.Id.SIOV_MALFORMED,
                    part.subject(),
                    "Offset " + part.sdis.offset() + " and stride " + part.sdis.stride() + " place no "
                            + n(part.sdis.total()) + " SDIs",
                    "");
        }
        if (part.sdis.usable()) {
            StridedRids all = part.sdis.at(rid(part)).withCount(wish == null ? part.sdis.total() : wish.total());
            beyond(part, all, "SDI", PlanEvent.Id.SDI_BEYOND_SUBORDINATE);
            if (wishes.reservation() == Reservation.MAINLINE && all.extraBuses() > 0) {
                log.add(
                        PlanEvent.Id.SIOV_UNRESERVED,
                        part.subject(),
                        all.extraBuses(),
                        "Its SDIs need " + n(all.extraBuses())
                                + " bus numbers more, which a kernel without the SIOV series" + " does not reserve",
                        "");
            }
        }
        if (wish == null || wish.total() == 0) {
            return;
        }
        if (!part.sdis.usable()) {
            fail(part, "These SDIs cannot be placed: offset 0, or stride 0 with more than one", "");
            return;
        }
        routed(part, part.sdis.at(rid(part)).withCount(wish.total()), "SDI");
    }

    /** Those beyond the kernel's range of their bus, and those beyond ffff. */
    private void beyond(Part part, StridedRids rids, String what, PlanEvent.Id id) {
        long end = part.bus.range.end();
        int beyond = rids.count() - rids.countUpTo(end << 8 | 0xff);
        if (rids.overflowCount() > 0) {
            log.add(
                    PlanEvent.Id.RID_OVERFLOW,
                    part.subject(),
                    rids.overflowCount(),
                    n(rids.overflowCount()) + " of " + n(rids.count()) + " " + what + "s, from " + what + " "
                            + rids.firstOverflow().getAsInt() + " on, lie beyond Routing ID ffff",
                    "");
        }
        if (beyond > 0) {
            log.add(
                    id,
                    part.subject(),
                    beyond,
                    n(beyond) + " of " + n(rids.count()) + " " + what + "s lie beyond " + part.bus.range
                            + ", the last on bus " + PlanLog.bus(rids.last().bus()),
                    "");
        }
    }

    /** Requests go up by address, but completions come down by Routing ID: each bridge above must forward the bus. */
    private void routed(Part part, StridedRids rids, String what) {
        int reach = rids.countUpTo(RoutingId.COUNT - 1);
        Part narrow = null;
        for (Part up = part.above; up != null; up = up.above) {
            int fitting = rids.countUpTo(up.registers().subordinate() * 256L + 255);
            if (fitting < reach) {
                reach = fitting;
                narrow = up;
            }
        }
        BusRange window = window(part);
        int inWindow = rids.countUpTo(window.last() * 256L + 255);
        if (inWindow < reach) {
            reach = inWindow;
            narrow = null;
        }
        if (reach < rids.count()) {
            unrouted(part, rids, what, reach, Optional.ofNullable(narrow));
        } else {
            foreign(part, rids, what);
        }
    }

    private BusRange window(Part part) {
        int root = part.bus.root().number;
        return machine.roots().stream()
                .map(r -> r.hostBridge().buses())
                .filter(b -> b.first() == root)
                .findFirst()
                .orElseThrow();
    }

    private void unrouted(Part part, StridedRids rids, String what, int reach, Optional<Part> narrow) {
        int lost = rids.count() - reach;
        boolean overflow = reach == rids.countUpTo(RoutingId.COUNT - 1);
        PlanSubject at = narrow.map(Part::subject)
                .orElseGet(() -> PlanSubject.rootBus(part.bus.segment, part.bus.root().number));
        String where = overflow
                ? "beyond Routing ID ffff"
                : "outside "
                        + narrow.map(n -> n.registers().toString())
                                .orElseGet(() -> window(part).toString())
                        + " of " + at;
        String reason =
                n(lost) + " of " + n(rids.count()) + " " + what + "s of " + part.subject() + ", from " + what + " "
                        + reach + " on, lie " + where + "; the last is on bus "
                        + PlanLog.bus(rids.last().bus());
        failures.add(new PlanFailure(at, part.subject(), reason, kernelSays(part), advice(reach, what)));
    }

    /** Of SDIs a kernel says something only while it counts, and only for a bridge it does not renumber. */
    private String kernelSays(Part part) {
        PlanSubject above = part.bus.above();
        return PlanEvent.of(log.events(), PlanEvent.Id.MAX_BUSN_EXCEEDED).stream()
                .filter(e -> e.subject().equals(above))
                .map(PlanEvent::kernelMessage)
                .findFirst()
                .orElse("");
    }

    private String advice(int reach, String what) {
        boolean unreserved = what.equals("SDI") && wishes.reservation() == Reservation.MAINLINE;
        return (reach == 0 ? "Take none" : "Take at most " + n(reach)) + " " + what
                + "s here, or have firmware leave more" + " numbers behind the bridge"
                + (unreserved ? "; this kernel reserves none for SDIs" : "");
    }

    /** A bus that the kernel gave to a bridge that is not above the PF. */
    private void foreign(Part part, StridedRids rids, String what) {
        for (long bus = part.bus.number + 1L; bus <= Math.min(0xff, rids.last().bus()); bus++) {
            Optional<KernelBus> owner = assignment.bus(bus);
            boolean lands = rids.countUpTo(bus * 256 + 255) > rids.countUpTo(bus * 256 - 1);
            if (lands && owner.isPresent()) {
                String text = what + "s of " + part.subject() + " land on bus " + PlanLog.bus(bus)
                        + ", which belongs to " + owner.get().above();
                log.add(PlanEvent.Id.IOV_BUS_FOREIGN, part.subject(), bus, text, "");
                failures.add(new PlanFailure(
                        owner.get().above(), part.subject(), text, "", "Have firmware number the bridges apart"));
                return;
            }
        }
    }

    private void ari(Part part, int wish) {
        Optional<Boolean> on = Ari.forwarding(topology, part, wishes);
        StridedRids rids = part.vfs.at(rid(part)).withCount(wish);
        int need = rids.countUpTo(part.bus.number * 256L + 255) - rids.countUpTo(part.bus.number * 256L + 7);
        if (need > 0 && on.filter(yes -> !yes).isPresent()) {
            String text =
                    n(need) + " of " + n(wish) + " VFs of " + part.subject() + " have a device number above 0 on bus "
                            + PlanLog.bus(part.bus.number) + ", which a port without ARI forwarding does not reach";
            log.add(PlanEvent.Id.ARI_REQUIRED_VF, part.subject(), need, text, "");
            failures.add(new PlanFailure(
                    part.above.subject(),
                    part.subject(),
                    text,
                    "",
                    "Leave ARI on (no pci=noari), or take a port that has ARI forwarding"));
        }
    }

    private void fail(Part part, String reason, String kernelMessage) {
        PlanSubject bridge =
                part.bus != null ? part.bus.above() : part.above == null ? part.subject() : part.above.subject();
        int most = part.bus == null || part.known.isEmpty()
                ? 0
                : EnableCheck.of(
                                topology,
                                part.known.get(),
                                part.planned().orElseThrow(),
                                part.bus.range.end(),
                                wishes.reservation())
                        .largest();
        String advice = most > 0 ? "Take at most " + n(most) + " VFs" : "Take none here";
        failures.add(new PlanFailure(bridge, part.subject(), part.subject() + ": " + reason, kernelMessage, advice));
    }

    private static String n(long count) {
        return Numbers.grouped(count);
    }

    private static RoutingId rid(Part part) {
        return RoutingId.of(part.bus.number, part.devfn);
    }
}
