package ridscope.desktop.outline;

import java.util.Optional;
import javafx.scene.layout.Region;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.settings.Note;

/** A small sign on the row of a function that has a bookmark or a note. */
final class NoteSign extends Region {

    NoteSign() {
        getStyleClass().setAll("icon", "note-sign");
        managedProperty().bind(visibleProperty());
    }

    void show(Optional<Note> note) {
        setVisible(note.isPresent());
        note.ifPresent(n -> {
            getStyleClass().removeAll("icon-bookmark", "icon-note");
            getStyleClass().add(n.bookmarked() ? "icon-bookmark" : "icon-note");
        });
    }

    /** What a tooltip says besides the row. */
    static String words(Note note) {
        String mark = note.bookmarked() ? "\n" + Messages.text("outline.bookmarked") : "";
        return mark + (note.text().isEmpty() ? "" : "\n" + note.text());
    }
}
