package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanSubject;

/** A rule about what Linux would do with the bus numbers: the events of a plan with its id are the findings. */
abstract class PlanRule implements Rule {

    private final About about;
    private final PlanEvent.Id event;
    private final Severity severity;
    private final boolean onlyAsked;

    /** @param onlyAsked whether it is silent about the plan of a mere reboot */
    PlanRule(About about, PlanEvent.Id event, Severity severity, boolean onlyAsked) {
        this.about = about;
        this.event = event;
        this.severity = severity;
        this.onlyAsked = onlyAsked;
    }

    @Override
    public final About about() {
        return about;
    }

    Severity severity(PlanEvent found) {
        return severity;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        if (onlyAsked && !input.planAsked()) {
            return findings;
        }
        for (PlanEvent found : input.plan().events(event)) {
            // Numbers that the source does not tell are guesses in a plan, good enough for a what-if only.
            if (input.planAsked()
                    || !input.topology().rangesUnknown(found.subject().segment())) {
                findings.add(finding(about, severity(found), found, input.planAsked()));
            }
        }
        if (!input.planAsked()) {
            findings.addAll(about.notChecked(input.hierarchy().blindBridges(), "bus numbers"));
        }
        return findings;
    }

    /** What the number of an event counts. */
    private static String figure(PlanEvent.Id id) {
        return switch (id) {
            case BUS_EXHAUSTED -> "bus number needed, decimal";
            case PLAN_WOULD_EXHAUST -> "bridges without a place in the window";
            case HPBUSSIZE_ZERO -> "hot-plug ports";
            case HOTPLUG_STARVES_SIBLING -> "numbers beyond its own";
            case GAP_LOST -> "free numbers";
            case BUS_OVERLAP -> "first bus in both, decimal";
            case RID_OVERFLOW, VF_BEYOND_SUBORDINATE, SDI_BEYOND_SUBORDINATE -> "VFs or SDIs concerned";
            default -> "number that the plan gives";
        };
    }

    static Finding finding(About about, Severity severity, PlanEvent event, boolean asked) {
        PlanSubject subject = event.subject();
        Subject on = subject.function().map(Subject::of).orElseGet(() -> Subject.of(subject.segment(), subject.bus()));
        EvidenceList evidence = EvidenceList.none();
        OptionalLong number = event.number();
        if (number.isPresent()) {
            evidence.fact(figure(event.id()), number.getAsLong());
        }
        if (!event.kernelMessage().isEmpty()) {
            evidence.fact("kernel message to expect", event.kernelMessage());
        }
        String when = asked ? "In the plan, " : "";
        return about.finding(severity, on, when + subject + ": " + event.text(), evidence);
    }
}
