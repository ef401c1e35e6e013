package ridscope.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.rules.Subject;
import ridscope.topology.HostBridge;

/**
 * Findings that only one of the two has. A finding is the same if rule, severity and subject are, the subject by its new
 * address; its numbers may differ.
 *
 * @param appeared findings of the later host
 * @param gone findings of the earlier host
 * @param firstChecked findings of the later host by rules that the earlier one lacks facts for: perhaps not new
 * @param noLongerChecked findings of the earlier host by rules that the later one lacks facts for: perhaps not gone
 */
public record FindingChanges(
        List<Finding> appeared, List<Finding> gone, List<Finding> firstChecked, List<Finding> noLongerChecked) {

    private record Key(String rule, Severity severity, Subject subject) {}

    public FindingChanges {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
        firstChecked = List.copyOf(firstChecked);
        noLongerChecked = List.copyOf(noLongerChecked);
    }

    /** Holds both hosts of a comparison against all rules. */
    public static FindingChanges of(Comparison comparison) {
        return of(comparison, Rules.check(comparison.before()), Rules.check(comparison.after()));
    }

    /** The same where the findings are known. */
    public static FindingChanges of(Comparison comparison, List<Finding> before, List<Finding> after) {
        Subjects subjects = new Subjects(comparison);
        List<Finding> gone = onlyIn(before, after, subjects::now, UnaryOperator.identity());
        List<Finding> appeared = onlyIn(after, before, UnaryOperator.identity(), subjects::now);
        Set<String> uncheckedBefore = unchecked(before);
        Set<String> uncheckedAfter = unchecked(after);
        return new FindingChanges(
                appeared.stream().filter(f -> !uncheckedBefore.contains(f.id())).toList(),
                gone.stream().filter(f -> !uncheckedAfter.contains(f.id())).toList(),
                appeared.stream().filter(f -> uncheckedBefore.contains(f.id())).toList(),
                gone.stream().filter(f -> uncheckedAfter.contains(f.id())).toList());
    }

    /** Whether no finding is known to have come or gone. */
    public boolean same() {
        return appeared.isEmpty() && gone.isEmpty();
    }

    private static Set<String> unchecked(List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        findings.stream().filter(f -> f.severity() == Severity.NOT_CHECKED).forEach(f -> ids.add(f.id()));
        return ids;
    }

    private static List<Finding> onlyIn(
            List<Finding> these, List<Finding> others, UnaryOperator<Subject> mine, UnaryOperator<Subject> theirs) {
        Map<Key, Integer> left = new HashMap<>();
        others.forEach(f -> left.merge(key(f, theirs), 1, Integer::sum));
        List<Finding> only = new ArrayList<>();
        for (Finding finding : these) {
            boolean unmatched = left.merge(key(finding, mine), -1, Integer::sum) < 0;
            if (unmatched && finding.severity() != Severity.NOT_CHECKED) {
                only.add(finding);
            }
        }
        return only;
    }

    private static Key key(Finding finding, UnaryOperator<Subject> subject) {
        return new Key(finding.id(), finding.severity(), subject.apply(finding.subject()));
    }

    /** Subjects of the earlier host as the later one calls them. */
    private static final class Subjects {
        private final Comparison comparison;
        private final Map<RootBusKey, RootBusKey> buses = new HashMap<>();

        Subjects(Comparison comparison) {
            this.comparison = comparison;
            for (HostBridge bridge : comparison.before().hostBridges()) {
                RootBusKey root = new RootBusKey(bridge.segment(), bridge.rootBus());
                buses.put(root, root);
            }
            comparison.changes(Change.RenumberedRoot.class).forEach(r -> buses.put(r.before(), r.after()));
            for (Pair pair : comparison.pairs().values()) {
                pair.before()
                        .bridge()
                        .ifPresent(was -> pair.after()
                                .bridge()
                                .ifPresent(is -> buses.put(
                                        new RootBusKey(pair.from().segment(), was.secondary()),
                                        new RootBusKey(pair.to().segment(), is.secondary()))));
            }
        }

        Subject now(Subject subject) {
            Optional<FunctionAddress> function = subject.function();
            if (function.isPresent()) {
                return function.flatMap(comparison::now).map(Subject::of).orElse(subject);
            }
            return subject.bus().isPresent() && subject.segment().isPresent()
                    ? Optional.ofNullable(buses.get(new RootBusKey(
                                    subject.segment().get(), subject.bus().getAsInt())))
                            .map(b -> Subject.of(b.segment(), b.bus()))
                            .orElse(subject)
                    : subject;
        }
    }
}
