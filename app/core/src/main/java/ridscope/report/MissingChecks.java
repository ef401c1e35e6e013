package ridscope.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.Gap;
import ridscope.rules.Rules;
import ridscope.rules.Topic;

/**
 * Rules that could not be checked for one reason.
 *
 * @param cause the reason
 * @param rules their ids, in the order of the findings
 * @param functions functions concerned by at least one of them; 0 where it is no matter of single functions
 */
public record MissingChecks(String cause, Set<String> rules, int functions) {

    /** So many rules are named; more are counted. */
    private static final int NAMED = 4;

    /** Findings that say that something was not checked, by what is missing: first what keeps most rules from answering. */
    public static List<MissingChecks> of(List<Finding> unchecked) {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        Map<String, Set<FunctionAddress>> functions = new LinkedHashMap<>();
        for (Finding finding : unchecked) {
            for (Gap gap : finding.gaps()) {
                rules.computeIfAbsent(gap.cause(), k -> new LinkedHashSet<>()).add(finding.id());
                functions
                        .computeIfAbsent(gap.cause(), k -> new LinkedHashSet<>())
                        .addAll(gap.functions());
            }
        }
        List<MissingChecks> all = new ArrayList<>();
        rules.forEach((cause, ids) ->
                all.add(new MissingChecks(cause, ids, functions.get(cause).size())));
        all.sort((a, b) -> b.rules.size() - a.rules.size());
        return all;
    }

    /** {@code configuration space was not read (34 functions): 17 rules on bridges and buses, 5 on ARI}; few rules by name. */
    String sentence() {
        return rules.size() <= NAMED ? named() : head() + topics();
    }

    /** The same with the names of all rules. */
    String named() {
        return head() + String.join(", ", rules);
    }

    private String head() {
        return cause + (functions == 0 ? "" : " (" + Words.count(functions, "function") + ")") + ": ";
    }

    private String topics() {
        Map<Topic, Integer> counts = new EnumMap<>(Topic.class);
        rules.forEach(id -> counts.merge(Rules.topic(id), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((topic, count) -> parts.add(
                (parts.isEmpty() ? Words.count(count, "rule") : Words.grouped(count)) + " on " + topic.words()));
        return String.join(", ", parts);
    }
}
