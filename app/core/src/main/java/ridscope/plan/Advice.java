package ridscope.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.host.Architecture;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * What would make a plan fit. A step of its own, because it plans up to three times more: whoever drags a slider wants the plan
 * at once and the advice when it rests.
 *
 * @param parameters kernel parameters that make it fit, or that the plan is about: {@code pci=assign-busses}; none where
 *     nothing helps
 * @param failures why the wishes do not fit, as in the plan, each told what to boot with instead
 * @param limits the most VFs of each PF that was asked for more than it can always have
 * @param instead the wishes that would fit, with other parameters; empty where it fits, and where nothing helps
 * @param worse what those other parameters would leave less of than there is today
 */
public record Advice(
        List<String> parameters,
        List<PlanFailure> failures,
        SortedMap<FunctionAddress, VfLimits> limits,
        Optional<Wishes> instead,
        Optional<Outlook> worse) {

    public Advice {
        parameters = List.copyOf(parameters);
        failures = List.copyOf(failures);
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    /**
     * Looks for it. Where the plan does not fail, nothing has to be planned.
     *
     * @param topology the one that the plan was made for
     */
    public static Advice of(Topology topology, BusPlan plan) {
        Wishes wishes = plan.wishes();
        if (plan.failures().isEmpty()) {
            return new Advice(text(wishes), List.of(), new TreeMap<>(), Optional.empty(), Optional.empty());
        }
        Optional<Wishes> instead = worthTrying(topology, wishes);
        Optional<String> words = instead.map(other -> words(wishes, other));
        SortedMap<FunctionAddress, VfLimits> limits = limits(topology, plan);
        boolean renumber = renumbers(topology) && !wishes.assignBusses();
        return new Advice(
                instead.map(Advice::text).orElse(List.of()),
                plan.failures().stream()
                        .map(f -> words.or(() -> renumber ? fewerAnew(f, limits) : Optional.empty())
                                .map(f::or)
                                .orElse(f))
                        .toList(),
                limits,
                instead,
                instead.map(other -> Outlook.of(topology, BusPlanner.plan(topology, other)))
                        .filter(Outlook::worse));
    }

    /** Where nothing makes room for all, more than without {@code pci=assign-busses}. */
    private static Optional<String> fewerAnew(PlanFailure failure, Map<FunctionAddress, VfLimits> limits) {
        return failure.subject()
                .function()
                .map(limits::get)
                .filter(most -> most.afterAssignBusses() > most.afterRescan())
                .map(most -> "at most " + Numbers.grouped(most.afterAssignBusses())
                        + " after a boot with pci=assign-busses");
    }

    /** {@code pci=assign-busses} is an option of x86 ({@code pcibios_setup} there). */
    public static boolean renumbers(Topology topology) {
        return Architecture.of(topology.provenance()) != Architecture.OTHER;
    }

    private static SortedMap<FunctionAddress, VfLimits> limits(Topology topology, BusPlan plan) {
        SortedMap<FunctionAddress, VfLimits> limits = new TreeMap<>();
        for (PlanFailure failure : plan.failures()) {
            Optional<PciFunction> pf = failure.subject()
                    .function()
                    .filter(f -> plan.wishes().vfs().getOrDefault(f, 0) > 0)
                    .flatMap(topology::function)
                    .filter(f -> f.sriov().filter(s -> s.totalVfs() > 0).isPresent())
                    .filter(f -> !Unknowns.vfsUnknown(f));
            pf.ifPresent(f -> limits.computeIfAbsent(f.address(), a -> VfLimits.of(topology, f, plan.wishes())));
        }
        limits.entrySet().removeIf(e -> {
            VfLimits most = e.getValue();
            int least = Math.min(most.now(), Math.min(most.afterRescan(), most.afterAssignBusses()));
            return plan.wishes().vfs().get(e.getKey()) <= least;
        });
        return limits;
    }

    /** The smallest change that fits. */
    private static Optional<Wishes> worthTrying(Topology topology, Wishes wishes) {
        boolean renumbers = renumbers(topology);
        return alternatives(wishes).stream()
                .filter(other -> renumbers || !other.assignBusses())
                .filter(other -> fits(topology, other))
                .findFirst();
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
            if (!failures.none()) {
                return false;
            }
            PlanRun.of(topology, segment, log, failures).check();
        }
        return failures.none();
    }

    /** {@code boot with pci=assign-busses}. */
    private static String words(Wishes wishes, Wishes other) {
        List<String> now = text(wishes);
        List<String> then = text(other);
        if (then.isEmpty()) {
            return "boot without " + now.get(0);
        }
        return "boot with " + then.get(0) + (now.isEmpty() ? "" : " instead of " + now.get(0));
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
