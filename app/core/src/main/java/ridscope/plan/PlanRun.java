package ridscope.plan;

import ridscope.rid.Segment;
import ridscope.topology.Topology;

/**
 * One segment with its numbers handed out, and where to put what follows from that.
 *
 * @param topology the host
 * @param machine the segment, as the assignment left it
 * @param assignment the buses
 * @param wishes what was asked
 * @param log what Linux comes across
 * @param failures what becomes of the wishes
 */
record PlanRun(
        Topology topology, Machine machine, BusAssignment assignment, Wishes wishes, PlanLog log, Failures failures) {

    /** Hands out the numbers of a segment and looks at what was wished for there. */
    static PlanRun of(Topology topology, Segment segment, PlanLog log, Failures failures) {
        Wishes wishes = failures.wishes();
        Machine machine = Machine.of(topology, segment, wishes, log);
        BusAssignment assignment = BusPlanner.assign(machine, segment, wishes, log);
        return new PlanRun(topology, machine, assignment, wishes, log, failures);
    }

    /** Looks whether everything is there that was wished for; says what was not known. */
    Unknowns check() {
        Unknowns unknowns = new Unknowns(this);
        new RootCheck(this, unknowns).run();
        new WishCheck(this, unknowns).run();
        return unknowns;
    }
}
