package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.topology.LogNote;

/** What the boot log says went wrong with a function, line by line. */
final class BootLogCard {

    private BootLogCard() {}

    static Optional<Card> of(Subject subject) {
        Card.Builder card = new Card.Builder("boot-log", "inspector.boot-log");
        for (LogNote note : subject.topology().logNotes(subject.address())) {
            card.add(new Fact(
                    level(note),
                    Value.of(note.line()).toned(tone(note)),
                    Origin.of(note.finding().orElse(""))));
        }
        return card.build().unlessEmpty();
    }

    private static String level(LogNote note) {
        return switch (note.level()) {
            case ERROR -> Messages.text("inspector.boot-log.error");
            case WARNING -> Messages.text("inspector.boot-log.warning");
            case INFO -> Messages.text("inspector.boot-log.info");
        };
    }

    private static Tone tone(LogNote note) {
        return switch (note.level()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARNING;
            case INFO -> Tone.PLAIN;
        };
    }
}
