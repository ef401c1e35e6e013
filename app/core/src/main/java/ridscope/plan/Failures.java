package ridscope.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/** Puts together why a plan does not fit: bridges first, then wishes. */
final class Failures {

    private final Wishes wishes;
    private final PlanLog log;
    private final List<PlanFailure> unmet = new ArrayList<>();

    Failures(Wishes wishes, PlanLog log) {
        this.wishes = wishes;
        this.log = log;
    }

    /** A wish that is not met. */
    void add(PlanFailure failure) {
        unmet.add(failure);
    }

    /** Wishes for what the topology does not have. */
    void unknown(Topology topology) {
        Set<FunctionAddress> wanted = new TreeSet<>(wishes.vfs().keySet());
        wanted.addAll(wishes.sdis().keySet());
        wanted.addAll(wishes.cards().keySet());
        for (FunctionAddress address : wanted) {
            if (topology.function(address).isEmpty()) {
                PlanSubject subject = PlanSubject.of(address);
                add(new PlanFailure(
                        subject,
                        subject,
                        "There is no function " + address,
                        "",
                        "Name a function of this host: ridscope show lists them"));
            }
        }
    }

    /** All of them, the first to fail first. */
    List<PlanFailure> list() {
        Map<PlanSubject, PlanFailure> bridges = new LinkedHashMap<>();
        Set<PlanSubject> fatal = new HashSet<>();
        List<PlanEvent> events = log.events();
        PlanEvent.of(events, PlanEvent.Id.PLAN_WOULD_EXHAUST).forEach(e -> fatal.add(e.subject()));
        for (PlanEvent event : events) {
            if (event.id() == PlanEvent.Id.BUS_EXHAUSTED || event.id() == PlanEvent.Id.DEVICES_UNUSABLE) {
                bridges.putIfAbsent(event.subject(), failure(event));
            }
        }
        List<PlanFailure> all = new ArrayList<>();
        for (PlanEvent event : events) {
            boolean lost =
                    event.id() == PlanEvent.Id.HPBUSSIZE_ZERO && event.number().orElse(0) > 0;
            if (lost || event.id() == PlanEvent.Id.PLAN_WOULD_EXHAUST) {
                bridges.putIfAbsent(event.subject(), failure(event));
            }
        }
        all.addAll(bridges.values());
        all.addAll(unmet);
        return all;
    }

    private static PlanFailure failure(PlanEvent event) {
        String advice = switch (event.id()) {
            case HPBUSSIZE_ZERO -> "Leave hpbussize out, or take at least 1";
            case PLAN_WOULD_EXHAUST -> "Do not boot with these options: ask for fewer numbers, or a wider bus window";
            case DEVICES_UNUSABLE -> "Have firmware give the bridge above more numbers";
            default -> "Lower hpbussize, VFs or SDIs, or have firmware leave more numbers above it";
        };
        return new PlanFailure(event.subject(), event.subject(), event.text(), event.kernelMessage(), advice);
    }
}
