package ridscope.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Machine, Unknowns> machines = new LinkedHashMap<>();
        Failures failures = new Failures(wishes, log);
        for (Segment segment : topology.segments()) {
            PlanRun run = PlanRun.of(topology, segment, log, failures);
            Ranges.check(run.machine(), log);
            machines.put(run.machine(), run.check());
        }
        failures.unknown(topology);
        return result(machines, log, failures);
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

    private static BusPlan result(Map<Machine, Unknowns> machines, PlanLog log, Failures failures) {
        List<BridgePlan> bridges = new ArrayList<>();
        List<BudgetRow> budget = new ArrayList<>();
        SortedMap<FunctionAddress, FunctionAddress> functions = new TreeMap<>();
        machines.forEach((machine, unknowns) -> {
            for (Part part : machine.parts()) {
                if (part.bridge() && part.address().isPresent()) {
                    bridges.add(bridge(part, unknowns.guessed(part)));
                }
                part.known
                        .map(PciFunction::address)
                        .ifPresent(from -> part.planned().ifPresent(to -> functions.put(from, to)));
            }
            budget.addAll(Budget.of(machine, unknowns));
        });
        bridges.sort(Comparator.comparing(BridgePlan::address));
        return new BusPlan(
                failures.wishes(), bridges, functions, failures.list(), failures.gaps(), budget, log.events());
    }

    private static BridgePlan bridge(Part part, boolean guessed) {
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
                guessed,
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
