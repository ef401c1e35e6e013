package ridscope.plan;

import java.util.Optional;
import ridscope.rid.BusRange;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;

/** Whether every bridge above a PF forwards the buses of its VFs or SDIs, and no other bridge has them. */
final class RoutedCheck {

    private final PlanRun run;

    RoutedCheck(PlanRun run) {
        this.run = run;
    }

    /** Requests go up by address, but completions come down by Routing ID: each bridge above must forward the bus. */
    Claim check(Part part, StridedRids rids, String what) {
        int reach = rids.countUpTo(RoutingId.COUNT - 1);
        boolean overflow = true;
        Part narrow = null;
        for (Part up = part.above; up != null; up = up.above) {
            int fitting = rids.countUpTo(up.registers().subordinate() * 256L + 255);
            if (fitting < reach) {
                reach = fitting;
                narrow = up;
                overflow = false;
            }
        }
        BusRange window = window(part);
        int inWindow = rids.countUpTo(window.last() * 256L + 255);
        if (inWindow < reach) {
            reach = inWindow;
            narrow = null;
            overflow = false;
        }
        if (reach == rids.count()) {
            foreign(part, rids, what);
            return new Claim(part, what, rids, reach);
        }
        PlanSubject at = Optional.ofNullable(narrow)
                .map(Part::subject)
                .orElseGet(() -> PlanSubject.rootBus(part.bus.segment, part.bus.root().number));
        String where = overflow
                ? "beyond Routing ID ffff"
                : narrow != null ? "outside its buses " + narrow.registers() : "outside its bus window " + window;
        int lost = rids.count() - reach;
        String first = reach == 0 ? "" : ", from " + what + " " + Numbers.grouped(reach) + " on,";
        String reason = WishCheck.share(lost, rids.count(), what) + " of " + part.subject() + first + " "
                + WishCheck.lie(lost) + " " + where + "; the last is on bus "
                + PlanLog.bus(rids.last().bus());
        run.failures()
                .add(new PlanFailure(
                        at, part.subject(), reason, kernelSays(part), advice(part, reach, what, overflow, narrow)));
        return new Claim(part, what, rids, reach);
    }

    private BusRange window(Part part) {
        int root = part.bus.root().number;
        return run.machine().roots().stream()
                .map(r -> r.hostBridge().buses())
                .filter(b -> b.first() == root)
                .findFirst()
                .orElseThrow();
    }

    /** Of SDIs a kernel says something only while it counts, and only for a bridge it does not renumber. */
    private String kernelSays(Part part) {
        PlanSubject above = part.bus.above();
        return PlanEvent.of(run.log().events(), PlanEvent.Id.MAX_BUSN_EXCEEDED).stream()
                .filter(e -> e.subject().equals(above))
                .map(PlanEvent::kernelMessage)
                .findFirst()
                .orElse("");
    }

    private String advice(Part part, int reach, String what, boolean overflow, Part narrow) {
        boolean unreserved = what.equals("SDI") && run.wishes().reservation() == Reservation.MAINLINE;
        String fewer = reach == 0
                ? "Fewer does not help, not even one fits: have"
                : "Take at most " + Numbers.count(reach, what) + " of " + part.subject() + ", or have";
        String more = overflow
                ? " firmware give it a lower bus number: none is left above ff"
                : narrow == null
                        ? " firmware give the root bus a wider window"
                        : " firmware leave more numbers behind " + narrow.subject();
        return fewer + more + (unreserved && !overflow ? " (this kernel reserves none for SDIs)" : "");
    }

    /** A bus that the kernel gave to a bridge that is not above the PF. */
    private void foreign(Part part, StridedRids rids, String what) {
        for (long bus = part.bus.number + 1L; bus <= Math.min(0xff, rids.last().bus()); bus++) {
            Optional<KernelBus> owner = run.assignment().bus(bus);
            int before = rids.countUpTo(bus * 256 - 1);
            boolean lands = rids.countUpTo(bus * 256 + 255) > before;
            if (lands && owner.isPresent()) {
                PlanSubject above = owner.get().above();
                String text = what + "s of " + part.subject() + " land on bus " + PlanLog.bus(bus)
                        + ", which belongs to " + above;
                run.log().add(PlanEvent.Id.IOV_BUS_FOREIGN, part.subject(), bus, text, "");
                String fewer = before == 0 ? "H" : "Take at most " + Numbers.count(before, what) + ", or h";
                run.failures()
                        .add(new PlanFailure(
                                above, part.subject(), text, "", fewer + "ave firmware number the bridges apart"));
                return;
            }
        }
    }
}
