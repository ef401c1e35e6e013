package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.settings.Note;
import ridscope.draw.diagram.Target;

/** All notes on a host, those included whose function is gone. */
final class NotesCard {

    private static final int LISTED = 64;

    private NotesCard() {}

    static Optional<Card> of(NotesModel notes) {
        Card.Builder card = new Card.Builder("notes", "inspector.notes");
        notes.here().entrySet().stream()
                .limit(LISTED)
                .forEach(entry -> card.add(new Fact(
                        Words.address(entry.getKey()),
                        Value.of(text(entry.getValue())).to(new Target.OfFunction(entry.getKey())),
                        Origin.of(entry.getValue().bookmarked() ? Messages.text("inspector.note.bookmarked") : ""))));
        notes.gone().stream()
                .limit(LISTED)
                .forEach(note -> card.add(new Fact(
                        Words.address(note.function().address()),
                        Value.warning(text(note)),
                        Origin.of(Messages.text("inspector.note.gone")))));
        return card.build().unlessEmpty();
    }

    private static String text(Note note) {
        return note.text().isEmpty() ? Messages.text("inspector.note.bookmarked") : note.text();
    }
}
