package ridscope.desktop.outline;

import javafx.scene.layout.Region;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.settings.Note;

/** A small sign on the row of a function that has a bookmark or a note. */
final class NoteSign extends Region {

    NoteSign(Note note) {
        getStyleClass().setAll("icon", "note-sign", note.bookmarked() ? "icon-bookmark" : "icon-note");
    }

    /** What a tooltip says besides the row. */
    static String words(Note note) {
        String mark = note.bookmarked() ? "\n" + Messages.text("outline.bookmarked") : "";
        return mark + (note.text().isEmpty() ? "" : "\n" + note.text());
    }
}
