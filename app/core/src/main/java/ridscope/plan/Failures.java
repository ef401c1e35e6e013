package ridscope.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.Topology;

/** Puts together why a plan does not fit, bridges first, then wishes, and why that cannot be told. */
final class Failures {

    private final Wishes wishes;
    private final PlanLog log;
    private final List<PlanFailure> unmet = new ArrayList<>();
    private final Set<PlanGap> gaps = new LinkedHashSet<>();
    private final Map<Segment, List<PlanGap>> guessed = new HashMap<>();
    private final Map<PlanSubject, PlanFailure> plugged = new HashMap<>();

    Failures(Wishes wishes, PlanLog log) {
        this.wishes = wishes;
        this.log = log;
    }

    Wishes wishes() {
        return wishes;
    }

    /** A wish that is not met. */
    void add(PlanFailure failure) {
        unmet.add(failure);
    }

    /** A wish of which it cannot be told whether it is met. */
    void undecided(PlanGap gap) {
        gaps.add(gap);
    }

    /** Numbers of this segment are guesses: a bridge that fails there cannot be said to. */
    void guessed(Segment segment, List<PlanGap> why) {
        guessed.put(segment, why);
    }

    /** What is to be said instead if bridges that are only thought of get no good numbers. */
    void instead(Set<PlanSubject> bridges, PlanFailure failure) {
        bridges.forEach(bridge -> plugged.put(bridge, failure));
    }

    /** Wishes for what the topology does not have. */
    void unknown(Topology topology) {
        Set<FunctionAddress> wanted = new TreeSet<>(wishes.vfs().keySet());
        wanted.addAll(wishes.sdis().keySet());
        wanted.addAll(wishes.cards().keySet());
        wanted.addAll(wishes.ari().keySet());
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

    /** Why it does not fit, the first to fail first. */
    List<PlanFailure> list() {
        List<PlanFailure> all = new ArrayList<>();
        bridges().stream()
                .filter(f -> !guessed.containsKey(f.bridge().segment()))
                .forEach(all::add);
        all.addAll(unmet);
        return all;
    }

    /** Why that cannot be told. */
    List<PlanGap> gaps() {
        Set<PlanGap> all = new LinkedHashSet<>(gaps);
        bridges().forEach(f -> all.addAll(guessed.getOrDefault(f.bridge().segment(), List.of())));
        return List.copyOf(all);
    }

    /** Whether everything fits, for all that has to be known for that. */
    boolean none() {
        return list().isEmpty() && gaps().isEmpty();
    }

    private Set<PlanFailure> bridges() {
        Map<PlanSubject, PlanFailure> bridges = new LinkedHashMap<>();
        List<PlanEvent> events = log.events();
        for (PlanEvent event : events) {
            if (event.id() == PlanEvent.Id.BUS_EXHAUSTED || event.id() == PlanEvent.Id.DEVICES_UNUSABLE) {
                PlanFailure instead = plugged.get(event.subject());
                bridges.putIfAbsent(event.subject(), instead != null ? instead : failure(event));
            }
        }
        for (PlanEvent event : events) {
            boolean lost =
                    event.id() == PlanEvent.Id.HPBUSSIZE_ZERO && event.number().orElse(0) > 0;
            if (lost || event.id() == PlanEvent.Id.PLAN_WOULD_EXHAUST) {
                bridges.putIfAbsent(event.subject(), failure(event));
            }
        }
        return new LinkedHashSet<>(bridges.values());
    }

    private PlanFailure failure(PlanEvent event) {
        String advice = switch (event.id()) {
            case HPBUSSIZE_ZERO -> "Leave hpbussize out, or take at least 1";
            case PLAN_WOULD_EXHAUST -> "Do not boot like this: " + less() + "have firmware give it a wider bus window";
            case DEVICES_UNUSABLE ->
                wishes.assignBusses() ? anew() : "Have firmware give the bridge above more numbers";
            default -> wishes.assignBusses() ? anew() : sentence(less() + "have firmware leave more numbers above it");
        };
        return new PlanFailure(event.subject(), event.subject(), event.text(), event.kernelMessage(), advice);
    }

    /** Where every number is handed out anew, what firmware left to the bridges makes no difference; the window does. */
    private String anew() {
        return sentence(less() + "have firmware give the root bus a wider bus window");
    }

    /** What of the wishes takes numbers: VFs do not, as Linux sets numbers aside for all there could be. */
    private String less() {
        String less = wishes.effectiveHpbussize() > 1 ? "lower hpbussize, or " : "";
        less += wishes.reservation() != Reservation.MAINLINE && !wishes.sdis().isEmpty()
                ? "ask for fewer SDIs, or "
                : "";
        return less + (wishes.cards().isEmpty() ? "" : "plug in fewer cards, or ");
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
