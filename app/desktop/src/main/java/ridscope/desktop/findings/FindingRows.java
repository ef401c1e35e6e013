package ridscope.desktop.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.SeverityWords;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.rules.FindingGroup;
import ridscope.rules.Rule;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.rules.Subject;

/** Makes the lines of the list from the findings of a document. */
final class FindingRows {

    private final Document document;
    private final boolean oneSegment;

    FindingRows(Document document) {
        this.document = document;
        oneSegment = document.topology().segments().size() == 1;
    }

    /**
     * Lines of some severities that have all words.
     *
     * @param words in lower case
     */
    List<FindingRow> of(Set<Severity> shown, List<String> words) {
        List<Finding> wanted = document.findings().all().stream()
                .filter(f -> shown.contains(f.severity()) && matches(f, words))
                .toList();
        List<FindingRow> rows = new ArrayList<>();
        FindingGroup.of(wanted).forEach(group -> rows.add(row(group)));
        if (shown.contains(Severity.OK)) {
            inOrder().filter(row -> has(row.id() + " " + row.sentence(), words)).forEach(rows::add);
        }
        return rows;
    }

    private boolean matches(Finding f, List<String> words) {
        return has(SeverityWords.name(f.severity()) + " " + f.id() + " " + f.subject() + " " + f.title(), words);
    }

    private static boolean has(String text, List<String> words) {
        String low = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(low::contains);
    }

    private FindingRow row(FindingGroup group) {
        List<FindingRow> single = group.findings().stream().map(this::row).toList();
        FindingRow first = single.get(0);
        if (single.size() == 1) {
            return first;
        }
        long subjects =
                group.findings().stream().map(Finding::subject).distinct().count();
        return new FindingRow(
                group.severity(),
                group.id(),
                first.subject(),
                Messages.count("findings.subjects", subjects),
                group.title(),
                new FindingRow.Text(group.detail(), first.text().advice(), List.of()),
                Optional.empty(),
                single);
    }

    private FindingRow row(Finding f) {
        return new FindingRow(
                f.severity(),
                f.id(),
                f.subject(),
                where(f.subject()),
                f.title(),
                new FindingRow.Text(f.detail(), f.advice(), f.evidence()),
                target(f.subject()),
                List.of());
    }

    /** On a host with one segment its number would only be in the way. */
    private String where(Subject subject) {
        if (subject.segment().isEmpty()) {
            return Messages.text("findings.host");
        }
        String full = subject.toString();
        boolean cut = oneSegment && subject.bus().isPresent();
        return cut ? full.substring(full.indexOf(':') + 1) : full;
    }

    private Optional<Target> target(Subject subject) {
        if (subject.function().isPresent()) {
            FunctionAddress address = subject.function().get();
            return Optional.of(
                    document.function(address).isPresent()
                            ? new Target.OfFunction(address)
                            : new Target.OfRid(address));
        }
        return subject.segment()
                .map(segment -> new Target.OfBuses(
                        segment,
                        subject.bus().isPresent()
                                ? new BusRange(
                                        subject.bus().getAsInt(), subject.bus().getAsInt())
                                : BusRange.ALL));
    }

    /** The rules that found nothing. */
    private Stream<FindingRow> inOrder() {
        Set<String> told = document.findings().all().stream().map(Finding::id).collect(Collectors.toSet());
        return Rules.all().stream().filter(rule -> !told.contains(rule.id())).map(FindingRows::row);
    }

    private static FindingRow row(Rule rule) {
        return new FindingRow(
                Severity.OK,
                rule.id(),
                Subject.HOST,
                Messages.text("findings.host"),
                Messages.text("findings.in-order", rule.about().heading()),
                new FindingRow.Text(rule.about().detail(), "", List.of()),
                Optional.empty(),
                List.of());
    }
}
