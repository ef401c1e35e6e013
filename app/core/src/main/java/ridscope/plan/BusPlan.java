package ridscope.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;

/**
 * What Linux would make of a host. Made by {@link BusPlanner}; what would make it fit says {@link Advice}.
 *
 * @param wishes what was asked
 * @param bridges by segment and address
 * @param functions where every function that Linux would find would be, by where it is today; also those that stay. VFs are
 *     not in it: they are where their PF puts them
 * @param failures why the wishes do not fit, the first to fail first
 * @param gaps why it cannot be told whether they fit; what fails for certain is among the failures all the same
 * @param budget by segment, root buses in front of their bridges
 * @param events what else is to be said
 */
public record BusPlan(
        Wishes wishes,
        List<BridgePlan> bridges,
        SortedMap<FunctionAddress, FunctionAddress> functions,
        List<PlanFailure> failures,
        List<PlanGap> gaps,
        List<BudgetRow> budget,
        List<PlanEvent> events) {

    public BusPlan {
        bridges = List.copyOf(bridges);
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
        failures = List.copyOf(failures);
        gaps = List.copyOf(gaps);
        budget = List.copyOf(budget);
        events = List.copyOf(events);
    }

    /** Whether everything wished for gets its numbers, for all that has to be known for that. */
    public boolean fits() {
        return failures.isEmpty() && gaps.isEmpty();
    }

    /** The answer. */
    public PlanAnswer answer() {
        if (!failures.isEmpty()) {
            return PlanAnswer.DOES_NOT_FIT;
        }
        if (!gaps.isEmpty()) {
            return PlanAnswer.CANNOT_TELL;
        }
        return wishes.anyAsked() ? PlanAnswer.FITS : PlanAnswer.NOTHING_ASKED;
    }

    /** One bridge by today's address. */
    public Optional<BridgePlan> bridge(FunctionAddress address) {
        return bridges.stream().filter(b -> b.address().equals(address)).findFirst();
    }

    /** Functions whose address changes: from today's to the planned one. */
    public SortedMap<FunctionAddress, FunctionAddress> moved() {
        SortedMap<FunctionAddress, FunctionAddress> moved = new TreeMap<>();
        for (Map.Entry<FunctionAddress, FunctionAddress> entry : functions.entrySet()) {
            if (!entry.getKey().equals(entry.getValue())) {
                moved.put(entry.getKey(), entry.getValue());
            }
        }
        return moved;
    }

    /** Events of one kind, in order. */
    public List<PlanEvent> events(PlanEvent.Id id) {
        return PlanEvent.of(events, id);
    }
}
