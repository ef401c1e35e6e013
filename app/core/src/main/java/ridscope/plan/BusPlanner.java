package ridscope.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * Plans bus numbers as Linux would hand them out at the next boot, if firmware left the registers that the topology shows:
 * VFs are gone then, and every bridge is looked at anew.
 */
public final class BusPlanner {

    private BusPlanner() {}

    /** Never throws, whatever the topology looks like; wishes for functions that it does not have become failures. */
    public static BusPlan plan(Topology topology, Wishes wishes) {
        PlanLog log = new PlanLog();
        List<Machine> machines = new ArrayList<>();
        Failures failures = new Failures(wishes, log);
        for (Segment segment : topology.segments()) {
            Machine machine = Machine.of(topology, segment, wishes, log);
            BusAssignment assignment = assign(machine, segment, wishes, log);
            Ranges.check(machine, log);
            new RootCheck(machine, assignment, wishes, log).run();
            new WishCheck(topology, machine, assignment, wishes, log, failures).run();
            machines.add(machine);
        }
        failures.unknown(topology);
        return result(wishes, machines, log, failures.list());
    }

    /** Runs the assignment alone; the machine holds the result. */
    static BusAssignment assign(Machine machine, Segment segment, Wishes wishes, PlanLog log) {
        BusAssignment assignment = new BusAssignment(segment, wishes, log);
        for (Machine.Root root : machine.roots()) {
            assignment.root(
                    root.hostBridge().rootBus(), root.hostBridge().buses().last(), root.functions());
        }
        return assignment;
    }

    private static BusPlan result(Wishes wishes, List<Machine> machines, PlanLog log, List<PlanFailure> failures) {
        List<BridgePlan> bridges = new ArrayList<>();
        List<BudgetRow> budget = new ArrayList<>();
        SortedMap<FunctionAddress, FunctionAddress> functions = new TreeMap<>();
        for (Machine machine : machines) {
            for (Part part : machine.parts()) {
                if (part.bridge() && part.address().isPresent()) {
                    bridges.add(bridge(part));
                }
                part.known
                        .map(PciFunction::address)
                        .ifPresent(from -> part.planned().ifPresent(to -> functions.put(from, to)));
            }
            budget.addAll(Budget.of(machine));
        }
        bridges.sort(Comparator.comparing(BridgePlan::address));
        return new BusPlan(wishes, bridges, functions, failures, budget, log.events());
    }

    private static BridgePlan bridge(Part part) {
        Optional<BusResource> range = Optional.ofNullable(part.child).map(c -> c.range);
        return new BridgePlan(
                part.address().orElseThrow(),
                part.known.isEmpty(),
                part.now,
                part.registers(),
                range.map(r -> OptionalLong.of(r.start())).orElse(OptionalLong.empty()),
                range.map(r -> OptionalLong.of(r.end())).orElse(OptionalLong.empty()),
                part.reserves,
                part.kept,
                Optional.ofNullable(part.above).flatMap(Part::address),
                part.bus == null ? rootOf(part) : part.bus.root().number);
    }

    /** Of one that no scan found: the root bus it hangs below today. */
    private static int rootOf(Part part) {
        Part at = part;
        while (at.known.isEmpty()) {
            at = at.above;
        }
        return at.known.get().place().rootBus();
    }
}
