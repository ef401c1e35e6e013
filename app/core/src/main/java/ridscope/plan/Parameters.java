package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import ridscope.rid.Segment;
import ridscope.topology.Topology;

/** Kernel parameters that a plan is about, or that would make it fit. */
final class Parameters {

    private Parameters() {}

    /** Those of the wishes where they fit; otherwise the smallest change of them that fits; none where nothing helps. */
    static List<String> worthTrying(Topology topology, Wishes wishes, List<PlanFailure> failures) {
        if (failures.isEmpty()) {
            return text(wishes);
        }
        for (Wishes other : alternatives(wishes)) {
            if (fits(topology, other)) {
                return text(other);
            }
        }
        return List.of();
    }

    private static List<Wishes> alternatives(Wishes wishes) {
        List<Wishes> all = new ArrayList<>();
        if (wishes.hpbussize() != Wishes.DEFAULT_HPBUSSIZE) {
            all.add(wishes.withHpbussize(Wishes.DEFAULT_HPBUSSIZE));
        }
        if (!wishes.assignBusses()) {
            all.add(wishes.withAssignBusses(true));
            all.add(wishes.withAssignBusses(true).withHpbussize(Wishes.DEFAULT_HPBUSSIZE));
        } else {
            all.add(wishes.withAssignBusses(false));
        }
        return all;
    }

    private static boolean fits(Topology topology, Wishes wishes) {
        PlanLog log = new PlanLog();
        Failures failures = new Failures(wishes, log);
        for (Segment segment : topology.segments()) {
            Machine machine = Machine.of(topology, segment, wishes, log);
            BusAssignment assignment = BusPlanner.assign(machine, segment, wishes, log);
            new RootCheck(machine, wishes, log).run();
            new WishCheck(topology, machine, assignment, wishes, log, failures).run();
        }
        failures.unknown(topology);
        return failures.list().isEmpty();
    }

    private static List<String> text(Wishes wishes) {
        List<String> options = new ArrayList<>();
        if (wishes.assignBusses()) {
            options.add("assign-busses");
        }
        if (wishes.hpbussize() != Wishes.DEFAULT_HPBUSSIZE) {
            options.add("hpbussize=" + wishes.hpbussize());
        }
        return options.isEmpty() ? List.of() : List.of("pci=" + String.join(",", options));
    }
}
