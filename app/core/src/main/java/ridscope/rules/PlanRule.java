package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanSubject;

/** A rule about what Linux would do with the bus numbers: the events of a plan with its id are the findings. */
abstract class PlanRule implements Rule {

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        for (PlanEvent event : input.plan().events(event())) {
            // Numbers that the source does not tell are guesses in a plan, good enough for a what-if only.
            if (input.planAsked()
                    || !input.topology().rangesUnknown(event.subject().segment())) {
                findings.add(finding(about(), severity(event), event, input.planAsked()));
            }
        }
        if (!input.planAsked()) {
            findings.addAll(about().notChecked(input.hierarchy().blindBridges(), "bus numbers"));
        }
        return findings;
    }

    abstract PlanEvent.Id event();

    abstract Severity severity(PlanEvent event);

    static Finding finding(About about, Severity severity, PlanEvent event, boolean asked) {
        PlanSubject subject = event.subject();
        Subject on = subject.function().map(Subject::of).orElseGet(() -> Subject.of(subject.segment(), subject.bus()));
        EvidenceList evidence = EvidenceList.none();
        OptionalLong number = event.number();
        if (number.isPresent()) {
            evidence.fact("figure of the plan", number.getAsLong());
        }
        if (!event.kernelMessage().isEmpty()) {
            evidence.fact("kernel message to expect", event.kernelMessage());
        }
        String when = asked ? "In the plan, " : "";
        return about.finding(severity, on, when + subject + ": " + event.text(), evidence);
    }
}
