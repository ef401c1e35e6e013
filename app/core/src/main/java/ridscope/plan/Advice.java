package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import ridscope.host.Architecture;
import ridscope.rid.Segment;
import ridscope.topology.Topology;

/**
 * What would make a plan fit. A step of its own, because it plans up to three times more: whoever drags a slider wants the plan
 * at once and the advice when it rests.
 *
 * @param parameters kernel parameters that make it fit, or that the plan is about: {@code pci=assign-busses}; none where
 *     nothing helps
 * @param failures why the wishes do not fit, as in the plan, each told which parameters help
 */
public record Advice(List<String> parameters, List<PlanFailure> failures) {

    public Advice {
        parameters = List.copyOf(parameters);
        failures = List.copyOf(failures);
    }

    /**
     * Looks for it. Where the plan fits, nothing has to be planned.
     *
     * @param topology the one that the plan was made for
     */
    public static Advice of(Topology topology, BusPlan plan) {
        List<String> parameters = plan.fits() ? text(plan.wishes()) : worthTrying(topology, plan.wishes());
        List<PlanFailure> failures = parameters.isEmpty()
                ? plan.failures()
                : plan.failures().stream()
                        .map(f -> f.orBootWith(parameters.get(0)))
                        .toList();
        return new Advice(parameters, failures);
    }

    /** The smallest change that fits; {@code pci=assign-busses} is an option of x86 ({@code pcibios_setup} there). */
    private static List<String> worthTrying(Topology topology, Wishes wishes) {
        boolean renumbers = Architecture.of(topology.provenance()) != Architecture.OTHER;
        return alternatives(wishes).stream()
                .filter(other -> renumbers || !other.assignBusses())
                .filter(other -> fits(topology, other))
                .findFirst()
                .map(Advice::text)
                .orElse(List.of());
    }

    private static List<Wishes> alternatives(Wishes wishes) {
        List<Wishes> all = new ArrayList<>();
        boolean padded = wishes.hpbussize() != Wishes.DEFAULT_HPBUSSIZE;
        if (padded) {
            all.add(wishes.withHpbussize(Wishes.DEFAULT_HPBUSSIZE));
        }
        all.add(wishes.withAssignBusses(!wishes.assignBusses()));
        if (padded && !wishes.assignBusses()) {
            all.add(wishes.withAssignBusses(true).withHpbussize(Wishes.DEFAULT_HPBUSSIZE));
        }
        return all;
    }

    /** The same as of the whole plan, but no further than to the first segment that fails. */
    private static boolean fits(Topology topology, Wishes wishes) {
        PlanLog log = new PlanLog();
        Failures failures = new Failures(wishes, log);
        failures.unknown(topology);
        for (Segment segment : topology.segments()) {
            if (!failures.list().isEmpty()) {
                return false;
            }
            Machine machine = Machine.of(topology, segment, wishes, log);
            BusAssignment assignment = BusPlanner.assign(machine, segment, wishes, log);
            new RootCheck(machine, assignment, wishes, log).run();
            new WishCheck(topology, machine, assignment, wishes, log, failures).run();
        }
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
