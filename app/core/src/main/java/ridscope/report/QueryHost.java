package ridscope.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ridscope.names.DeviceNames;
import ridscope.query.AskedHost;
import ridscope.query.Found;
import ridscope.query.QueryLanguage;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.Rule;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.topology.Topology;

/** Puts a host and what the rules found together for questions: the language knows of rules nothing but their ids. */
public final class QueryHost {

    private QueryHost() {}

    /** The language with the ids of all rules. */
    public static QueryLanguage language() {
        return new QueryLanguage(Rules.all().stream().map(Rule::id).toList());
    }

    /** @param findings what all rules said about the host; empty where no question asks for findings */
    public static AskedHost of(Topology topology, DeviceNames names, List<Finding> findings) {
        Map<FunctionAddress, Set<Found>> found = new HashMap<>();
        Set<String> unchecked = new HashSet<>();
        for (Finding finding : findings) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            if (finding.severity() == Severity.NOT_CHECKED) {
                unchecked.add(finding.id());
            } else {
                finding.function()
                        .ifPresent(f ->
                                found.computeIfAbsent(f, k -> new HashSet<>()).add(new Found(finding.id(), severity)));
            }
        }
        return new AskedHost(topology, names, f -> List.copyOf(found.getOrDefault(f, Set.of())), unchecked::contains);
    }
}
