package ridscope.desktop.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.desktop.l10n.Messages;
import ridscope.job.Feedback;
import ridscope.report.MissingChecks;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.topology.Topology;

/** What the rules say about a host, and which of it is about which function. Immutable. */
public final class HostFindings {

    /** Of a host that nobody asks about. */
    public static final HostFindings NONE = new HostFindings(List.of());

    private final List<Finding> all;
    private final Map<FunctionAddress, List<Finding>> byFunction = new HashMap<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    private final List<MissingChecks> missing;

    /** @param all the worst first */
    public HostFindings(List<Finding> all) {
        this.all = List.copyOf(all);
        for (Finding finding : all) {
            if (finding.severity().reaches(Severity.INFO)) {
                finding.function()
                        .ifPresent(f -> byFunction
                                .computeIfAbsent(f, k -> new ArrayList<>())
                                .add(finding));
            }
        }
        for (Severity severity : Severity.values()) {
            counts.put(severity, counted(severity));
        }
        missing = List.copyOf(MissingChecks.of(
                all.stream().filter(f -> f.severity() == Severity.NOT_CHECKED).toList()));
    }

    /** Holds a host against all rules; takes a while for a large one, so never on the drawing thread. */
    public static HostFindings of(Topology topology, Feedback feedback) {
        return new HostFindings(Rules.check(topology, feedback));
    }

    /** All of them, the worst first, also what was not checked. */
    public List<Finding> all() {
        return all;
    }

    /** Errors, warnings and notes about a function, the worst first. */
    public List<Finding> about(FunctionAddress function) {
        return byFunction.getOrDefault(function, List.of());
    }

    /** What kept rules from being checked: counted once, for it names each function of a large host many times. */
    public List<MissingChecks> missing() {
        return missing;
    }

    /** ERROR or WARNING, if there is any; else OK. */
    public Severity worst() {
        return all.stream()
                .map(Finding::severity)
                .filter(s -> s.reaches(Severity.WARNING))
                .findFirst()
                .orElse(Severity.OK);
    }

    /** How bad the worst about a function is. */
    public Optional<Severity> worst(FunctionAddress function) {
        return about(function).stream().findFirst().map(Finding::severity);
    }

    /** How many there are of a severity. Of what was not checked, and of what is in order, the rules count. */
    public int count(Severity severity) {
        return counts.get(severity);
    }

    private int counted(Severity severity) {
        if (severity == Severity.OK) {
            return Rules.all().size() - ids(all);
        }
        List<Finding> some = all.stream().filter(f -> f.severity() == severity).toList();
        return severity == Severity.NOT_CHECKED ? ids(some) : some.size();
    }

    private static int ids(List<Finding> findings) {
        return (int) findings.stream().map(Finding::id).distinct().count();
    }

    /** {@code 2 errors · 5 warnings}; without either {@code no errors or warnings}. */
    public String summary() {
        String words = Stream.of(Severity.ERROR, Severity.WARNING)
                .filter(s -> count(s) > 0)
                .map(s -> SeverityWords.count(s, count(s)))
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? Messages.text("findings.none") : words;
    }
}
