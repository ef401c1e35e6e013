package ridscope.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import ridscope.text.Numbers;

/** Collects events while a plan is made; what a second scan of a bus says again is left out. */
final class PlanLog {

    private final Set<PlanEvent> events = new LinkedHashSet<>();

    void add(PlanEvent.Id id, PlanSubject subject, long number, String text, String kernelMessage) {
        events.add(new PlanEvent(id, subject, OptionalLong.of(number), text, kernelMessage));
    }

    void add(PlanEvent.Id id, PlanSubject subject, String text, String kernelMessage) {
        events.add(new PlanEvent(id, subject, OptionalLong.empty(), text, kernelMessage));
    }

    List<PlanEvent> events() {
        return new ArrayList<>(events);
    }

    /** A bus number in two digits or more. */
    static String bus(long number) {
        return Numbers.hexText((int) number, 2);
    }
}
