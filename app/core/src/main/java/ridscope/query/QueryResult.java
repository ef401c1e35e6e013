package ridscope.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * Which functions a question is about. Immutable.
 *
 * @param matches those for which it holds, in address order
 * @param undecided those for which nobody can tell, because the source lacks a fact
 * @param gaps what was missing for them
 */
public record QueryResult(
        NavigableSet<FunctionAddress> matches, NavigableSet<FunctionAddress> undecided, Set<Gap> gaps) {

    public QueryResult {
        matches = Collections.unmodifiableNavigableSet(new TreeSet<>(matches));
        undecided = Collections.unmodifiableNavigableSet(new TreeSet<>(undecided));
        gaps = Collections.unmodifiableSet(gaps);
    }

    /** Asks every function of a host. */
    public static QueryResult of(Query query, AskedHost host) {
        Evaluation evaluation = new Evaluation(host);
        List<FunctionAddress> yes = new ArrayList<>();
        List<FunctionAddress> unknown = new ArrayList<>();
        EnumSet<Gap> gaps = EnumSet.noneOf(Gap.class);
        for (PciFunction function : host.topology().functions()) {
            Verdict verdict = evaluation.of(query, function);
            if (verdict.yes()) {
                yes.add(function.address());
            } else if (verdict.truth() == Truth.UNKNOWN) {
                unknown.add(function.address());
                gaps.addAll(verdict.gaps());
            }
        }
        return new QueryResult(new TreeSet<>(yes), new TreeSet<>(unknown), gaps);
    }

    /** {@code 12 match · 40 could not be decided: link not readable}. */
    public String summary() {
        String words = matches.size() == 1 ? "1 matches" : String.format(Locale.ROOT, "%,d match", matches.size());
        return undecided.isEmpty() ? words : words + " · " + undecidedWords();
    }

    /** {@code 40 could not be decided: link not readable}. */
    public String undecidedWords() {
        return String.format(Locale.ROOT, "%,d could not be decided: ", undecided.size())
                + gaps.stream().map(Gap::words).collect(Collectors.joining(", "));
    }
}
