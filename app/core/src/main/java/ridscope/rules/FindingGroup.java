package ridscope.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Findings that say the same of different subjects.
 *
 * @param id their rule
 * @param severity their severity
 * @param heading what the rule finds, as a plural
 * @param findings at least one, in their order
 */
public record FindingGroup(String id, Severity severity, String heading, List<Finding> findings) {

    private record Key(String id, Severity severity) {}

    public FindingGroup {
        findings = List.copyOf(findings);
    }

    /** Folds findings by rule and severity, in the order in which the first of each comes. */
    public static List<FindingGroup> of(List<Finding> findings) {
        Map<Key, List<Finding>> groups = new LinkedHashMap<>();
        findings.forEach(f -> groups.computeIfAbsent(new Key(f.id(), f.severity()), k -> new ArrayList<>())
                .add(f));
        return groups.entrySet().stream()
                .map(e -> new FindingGroup(
                        e.getKey().id(),
                        e.getKey().severity(),
                        same(e.getValue(), Finding::heading)
                                .orElseGet(() -> Rules.about(e.getKey().id()).heading()),
                        e.getValue()))
                .toList();
    }

    /** The sentence of the only finding, or how many there are of what. */
    public String title() {
        return findings.size() == 1
                ? findings.get(0).title()
                : String.format(Locale.ROOT, "%,d %s", findings.size(), heading);
    }

    /** What explains all of them. */
    public String detail() {
        return same(findings, Finding::detail).orElseGet(() -> Rules.about(id).detail());
    }

    private static Optional<String> same(List<Finding> findings, Function<Finding, String> part) {
        String first = part.apply(findings.get(0));
        return findings.stream().map(part).allMatch(first::equals) ? Optional.of(first) : Optional.empty();
    }
}
