package ridscope.plan;

import ridscope.rid.StridedRids;

/** Says how many VFs or SDIs of a PF have no place after the plan, whether they were wished for or not. */
final class UnplacedCheck {

    private final PlanRun run;
    private final Forwarding forwarding;

    UnplacedCheck(PlanRun run) {
        this.run = run;
        forwarding = Forwarding.of(run.machine());
    }

    /**
     * All of them where the bus of the PF is not forwarded to it, else those beyond its bus range.
     *
     * @param what {@code VF} or {@code SDI}
     * @param id of the event
     */
    void check(Part part, StridedRids rids, String what, PlanEvent.Id id) {
        if (!forwarding.nonePlaced(run.log(), part, rids, what, id)) {
            beyond(part, rids, what, id);
        }
    }

    /** Those beyond the kernel's range of their bus, and those beyond ffff. */
    private void beyond(Part part, StridedRids rids, String what, PlanEvent.Id id) {
        long end = part.bus.range.end();
        int beyond = rids.count() - rids.countUpTo(end << 8 | 0xff);
        if (rids.overflowCount() > 0) {
            run.log()
                    .add(
                            PlanEvent.Id.RID_OVERFLOW,
                            part.subject(),
                            rids.overflowCount(),
                            WishCheck.share(rids.overflowCount(), rids.count(), what) + ", from " + what + " "
                                    + rids.firstOverflow().getAsInt() + " on, " + WishCheck.lie(rids.overflowCount())
                                    + " beyond Routing ID ffff",
                            "");
        }
        if (beyond > 0) {
            run.log()
                    .add(
                            id,
                            part.subject(),
                            beyond,
                            WishCheck.share(beyond, rids.count(), what) + " " + WishCheck.lie(beyond) + " beyond "
                                    + part.bus.range + ", the last on bus "
                                    + PlanLog.bus(rids.last().bus()),
                            "");
        }
    }
}
