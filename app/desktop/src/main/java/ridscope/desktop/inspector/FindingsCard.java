package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.desktop.document.SeverityWords;
import ridscope.rules.Finding;
import ridscope.rules.Severity;

/** What the rules say about a function, the worst first. */
final class FindingsCard {

    private FindingsCard() {}

    static Optional<Card> of(Subject subject) {
        Card.Builder card = new Card.Builder("findings", "inspector.findings");
        for (Finding finding : subject.document().findings().about(subject.address())) {
            card.add(new Fact(
                    SeverityWords.name(finding.severity()),
                    Value.of(finding.title()).toned(tone(finding.severity())),
                    Origin.of(finding.id())));
        }
        return card.build().unlessEmpty();
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case INFO, OK, NOT_CHECKED -> Tone.PLAIN;
        };
    }
}
