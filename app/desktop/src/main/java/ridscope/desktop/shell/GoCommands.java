package ridscope.desktop.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.Condition;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.selection.SelectionHistory;
import ridscope.desktop.selection.SelectionModel;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** Commands that find the way back to something: history, bookmarks, notes. */
public final class GoCommands {

    private final Commands commands;
    private final DocumentModel document;
    private final SelectionModel selection;
    private final NotesModel notes;

    public GoCommands(Commands commands, DocumentModel document, SelectionModel selection, NotesModel notes) {
        this.commands = commands;
        this.document = document;
        this.selection = selection;
        this.notes = notes;
    }

    /** Back and forward. A host that is opened begins a history of its own; reading it again does not. */
    public void bindHistory(SelectionHistory history) {
        document.documentProperty().addListener((observable, before, now) -> {
            if (now.isPresent() && now.get().isLater()) {
                history.refresh();
            } else {
                history.clear();
            }
        });
        commands.bind(
                Command.BACK,
                history::back,
                Condition.when(history.behindProperty(), Messages.text("why.nothing-behind")));
        commands.bind(
                Command.FORWARD,
                history::forward,
                Condition.when(history.aheadProperty(), Messages.text("why.nothing-ahead")));
    }

    /**
     * Bookmarks and notes.
     *
     * @param editNote puts the keyboard into the note on what is selected
     */
    public void bindNotes(Runnable editNote) {
        Condition chosen = Condition.when(
                Bindings.createBooleanBinding(
                        () -> function().isPresent(), selection.selectedProperty(), document.documentProperty()),
                Messages.text("why.no-function"));
        Condition marked = Condition.when(
                Bindings.createBooleanBinding(
                        () -> notes.bookmark(Optional.empty(), true).isPresent(), notes.changesProperty()),
                Messages.text("why.no-bookmark"));
        BooleanProperty mark = new SimpleBooleanProperty(false);
        selection.follow(target -> mark.set(bookmarked()));
        notes.changesProperty().addListener((observable, before, now) -> mark.set(bookmarked()));
        commands.bind(Command.BOOKMARK, () -> function().ifPresent(notes::toggleBookmark), chosen);
        commands.bindMark(Command.BOOKMARK, mark);
        commands.bind(Command.NEXT_BOOKMARK, () -> go(true), marked);
        commands.bind(Command.PREVIOUS_BOOKMARK, () -> go(false), marked);
        commands.bind(Command.EDIT_NOTE, editNote, chosen);
    }

    private boolean bookmarked() {
        return function().filter(notes::bookmarked).isPresent();
    }

    private Optional<FunctionAddress> function() {
        return document.get()
                .flatMap(d -> selection
                        .get()
                        .flatMap(target -> Related.function(d, target))
                        .filter(address -> d.function(address).isPresent()));
    }

    private void go(boolean forward) {
        notes.bookmark(function(), forward).ifPresent(address -> selection.select(new Target.OfFunction(address)));
    }
}
