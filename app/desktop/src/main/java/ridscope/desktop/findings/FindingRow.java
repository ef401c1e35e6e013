package ridscope.desktop.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ridscope.desktop.document.SeverityWords;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rules.Evidence;
import ridscope.rules.Severity;
import ridscope.rules.Subject;

/**
 * One line of the list: a finding, several that say the same of different subjects, or a rule that found nothing.
 *
 * @param severity how bad it is
 * @param id of the rule
 * @param subject what it is about; of several the first
 * @param where the same as shown
 * @param sentence what was found
 * @param text explanation, advice and evidence
 * @param target what a click selects
 * @param below the single findings of several
 */
record FindingRow(
        Severity severity,
        String id,
        Subject subject,
        String where,
        String sentence,
        Text text,
        Optional<Target> target,
        List<FindingRow> below) {

    /**
     * What is read about one finding at a time.
     *
     * @param detail what it means
     * @param advice what to do about it; may be empty
     * @param evidence the facts it rests on
     */
    record Text(String detail, String advice, List<Evidence> evidence) {}

    static final Comparator<FindingRow> BY_SEVERITY = Comparator.comparing(FindingRow::severity);

    static final Comparator<FindingRow> BY_SUBJECT = Comparator.comparing(FindingRow::subject);

    static final Comparator<FindingRow> BY_ID = Comparator.comparing(FindingRow::id);

    static final Comparator<FindingRow> BY_SENTENCE = Comparator.comparing(FindingRow::sentence);

    FindingRow {
        below = List.copyOf(below);
    }

    /** Only itself: two lists of thousands of rows are not compared word by word; see {@link #same}. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Whether another row, perhaps of a later reading, is about the same. */
    boolean same(FindingRow other) {
        return id.equals(other.id)
                && severity == other.severity
                && subject.equals(other.subject)
                && below.isEmpty() == other.below.isEmpty();
    }

    /** The row and those below it. */
    Stream<FindingRow> all() {
        return Stream.concat(Stream.of(this), below.stream());
    }

    /** All of it, for a report and for screen readers. */
    String plain() {
        List<String> all = new ArrayList<>();
        all.add(severity + " " + id + " " + subject);
        all.add(sentence);
        below.forEach(row -> all.add("- " + row.sentence));
        all.add(text.detail());
        if (!text.advice().isEmpty()) {
            all.add(Messages.text("findings.advice") + ": " + text.advice());
        }
        text.evidence().forEach(e -> all.add(e.name() + " = " + e.value()));
        return String.join("\n", all);
    }

    /** For screen readers. */
    @Override
    public String toString() {
        return String.join(" · ", SeverityWords.name(severity), where, sentence, id);
    }
}
