package ridscope.plan;

import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/**
 * What an entry of a plan is about: a function by the address it has today (one that is only thought to be plugged in: by the
 * planned one), or a root bus.
 *
 * @param segment its segment
 * @param bus the root bus, or the bus of the function, 0 to 255
 * @param function the function; empty for a root bus
 */
public record PlanSubject(Segment segment, int bus, Optional<FunctionAddress> function)
        implements Comparable<PlanSubject> {

    public static PlanSubject of(FunctionAddress function) {
        return new PlanSubject(function.segment(), function.bus(), Optional.of(function));
    }

    public static PlanSubject rootBus(Segment segment, int bus) {
        return new PlanSubject(segment, bus, Optional.empty());
    }

    @Override
    public int compareTo(PlanSubject other) {
        FunctionAddress mine = function.orElseGet(() -> first(segment, bus));
        int byPlace = mine.compareTo(other.function.orElseGet(() -> first(other.segment, other.bus)));
        return byPlace != 0 ? byPlace : Boolean.compare(function.isPresent(), other.function.isPresent());
    }

    private static FunctionAddress first(Segment segment, int bus) {
        return new FunctionAddress(segment, RoutingId.of(bus, 0));
    }

    /** {@code 0000:3b:00.0}, or {@code 0000:3a} for a root bus. */
    @Override
    public String toString() {
        return function.map(FunctionAddress::toString)
                .orElseGet(() -> first(segment, bus).toString().replaceFirst(":00\\.0$", ""));
    }
}
