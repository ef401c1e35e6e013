package ridscope.rules;

import java.util.List;
import ridscope.text.Diagnostic;
import ridscope.topology.Topology;

/** A rule whose condition was met while the host was read: the diagnostic with its id is the finding. */
abstract class DiagnosticRule implements Rule {

    static List<Finding> fromDiagnostics(About about, Severity severity, Topology topology) {
        return topology.diagnostics().stream()
                .filter(d -> d.id().equals(about.id()))
                .map(d -> finding(about, severity, d))
                .toList();
    }

    private static Finding finding(About about, Severity severity, Diagnostic d) {
        String text = d.text().endsWith(".") ? d.text().substring(0, d.text().length() - 1) : d.text();
        String who =
                d.subject().filter(s -> !text.startsWith(s)).map(s -> s + ": ").orElse("");
        return about.finding(
                severity,
                Subject.named(d.subject()),
                who + text,
                EvidenceList.none().fact("while reading " + d.subject().orElse("the source"), d.text()));
    }
}
