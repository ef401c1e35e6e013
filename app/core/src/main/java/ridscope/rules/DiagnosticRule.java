package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import ridscope.text.Diagnostic;
import ridscope.topology.PciFunction;

/** A rule whose condition was met while the host was read: the diagnostic with its id is the finding. */
abstract class DiagnosticRule implements Rule {

    private final About about;
    private final Severity severity;

    DiagnosticRule(About about, Severity severity) {
        this.about = about;
        this.severity = severity;
    }

    @Override
    public final About about() {
        return about;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        input.topology().diagnostics().stream()
                .filter(d -> d.id().equals(about.id()))
                .map(d -> finding(input, d))
                .forEach(findings::add);
        List<PciFunction> unread = input.physical().stream()
                .filter(f ->
                        lacks(f) && findings.stream().noneMatch(d -> d.subject().equals(Subject.of(f))))
                .toList();
        findings.addAll(about.notChecked(unread, needs()));
        return findings;
    }

    /** Whether what would have to be walked to meet the condition is not in the snapshot. */
    boolean lacks(PciFunction function) {
        return false;
    }

    private EvidenceList evidence(RuleInput input, Subject subject) {
        EvidenceList evidence = EvidenceList.none();
        subject.function().flatMap(input.topology()::function).ifPresent(f -> evidence(input, f, evidence));
        return evidence;
    }

    /** Adds the registers that the diagnostic rests on, where they are always the same. */
    void evidence(RuleInput input, PciFunction function, EvidenceList evidence) {}

    /** What that is, in words. */
    String needs() {
        return "complete capability lists";
    }

    private Finding finding(RuleInput input, Diagnostic d) {
        String text = d.text().endsWith(".") ? d.text().substring(0, d.text().length() - 1) : d.text();
        String who =
                d.subject().filter(s -> !text.startsWith(s)).map(s -> s + ": ").orElse("");
        return about.finding(
                severity, Subject.named(d.subject()), who + text, evidence(input, Subject.named(d.subject())));
    }
}
