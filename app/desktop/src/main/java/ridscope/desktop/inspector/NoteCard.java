package ridscope.desktop.inspector;

import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.rid.FunctionAddress;

/** The note on a function, to be read and written. It is kept when the keyboard leaves it. */
final class NoteCard extends VBox {

    private static final int ROWS = 2;
    private static final int COLUMNS = 10;

    private final NotesModel notes;
    private final FunctionAddress address;
    private final TextArea text = new TextArea();
    private final Label where = new Label();

    NoteCard(NotesModel notes, FunctionAddress address) {
        this.notes = notes;
        this.address = address;
        setId("card-note");
        getStyleClass().addAll("card-view", "note-card");
        Label title = new Label(Messages.text("inspector.note"));
        title.getStyleClass().add("card-title");
        text.setId("note-text");
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.setPrefColumnCount(COLUMNS);
        text.setPromptText(Messages.text("inspector.note.prompt"));
        text.setAccessibleText(Messages.text("inspector.note.of", Words.address(address)));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        text.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                keep();
            }
        });
        where.getStyleClass().addAll("quiet", "note-where");
        where.setWrapText(true);
        getChildren().setAll(title, text, where);
        show();
    }

    FunctionAddress address() {
        return address;
    }

    /** Whether there is a note or somebody is about to write one. */
    boolean used() {
        return text.isFocused() || !text.getText().isEmpty();
    }

    /** Shows what was said, unless somebody is writing. */
    void show() {
        if (!text.isFocused()) {
            text.setText(notes.at(address).map(note -> note.text()).orElse(""));
        }
        where.setText(notes.at(address)
                .map(note -> note.function().address())
                .filter(then -> !then.equals(address))
                .map(then -> Messages.text("inspector.note.moved", then))
                .orElseGet(() -> notes.where()
                        .map(file -> Messages.text("inspector.note.where", file))
                        .orElse("")));
    }

    void keep() {
        notes.write(address, text.getText().strip());
    }

    void edit() {
        text.requestFocus();
        text.end();
    }

    boolean writing() {
        return text.isFocused();
    }

    /** Tab leaves it as it leaves any field; in a note nobody needs one. */
    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isShiftDown()) {
            e.consume();
            Event.fireEvent(text, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, true, false, false));
        }
    }
}
