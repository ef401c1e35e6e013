package ridscope.desktop.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.document.Document;
import ridscope.desktop.settings.Note;
import ridscope.desktop.settings.NotedFunction;
import ridscope.desktop.settings.NotesException;
import ridscope.desktop.settings.NotesPlace;
import ridscope.desktop.task.TaskRunner;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * Notes and bookmarks on the functions of the host that is open. What is said is kept at once, in the order in which it was
 * said; nothing is written before somebody says something. To be used from one thread only; needs no display.
 */
public final class NotesModel {

    private record Edit(NotesPlace place, Optional<NotedFunction> before, Note after) {}

    private final TaskRunner runner;
    private final Consumer<String> onProblem;
    private final ReadOnlyObjectWrapper<NoteBoard> board = new ReadOnlyObjectWrapper<>(this, "board", NoteBoard.EMPTY);
    private final Queue<Edit> unsaved = new ConcurrentLinkedQueue<>();
    private Optional<Document> document = Optional.empty();
    private Optional<NotesPlace> place = Optional.empty();

    /** @param onProblem hears a sentence when notes cannot be read or written */
    public NotesModel(TaskRunner runner, Consumer<String> onProblem) {
        this.runner = runner;
        this.onProblem = onProblem;
    }

    /** Turns to a host, or to a later reading of the same. */
    public void show(Document now, NotesPlace where) {
        boolean same = place.filter(where::equals).isPresent() && now.isLater();
        document = Optional.of(now);
        place = Optional.of(where);
        if (same) {
            board.set(NoteBoard.of(now.topology(), all()));
            return;
        }
        board.set(NoteBoard.EMPTY);
        runner.work(feedback -> NoteBoard.of(now.topology(), where.read()))
                .lane("notes")
                .onDone(board::set)
                .onExpected(NotesException.class, e -> onProblem.accept(e.getMessage()))
                .start();
    }

    /** Changes whenever a note does. */
    public ReadOnlyObjectProperty<?> changesProperty() {
        return board.getReadOnlyProperty();
    }

    /** What was said about the function that has an address now. */
    public Optional<Note> at(FunctionAddress address) {
        return Optional.ofNullable(board.get().here().get(address));
    }

    /** All notes by the address their function has now. */
    public NavigableMap<FunctionAddress, Note> here() {
        return board.get().here();
    }

    /** Notes whose function is not there any more. */
    public List<Note> gone() {
        return board.get().gone();
    }

    /** The file they are kept in, or would be. */
    public Optional<String> where() {
        return place.map(p -> p.file().path().toString());
    }

    /** Whether a function is bookmarked. */
    public boolean bookmarked(FunctionAddress address) {
        return at(address).filter(Note::bookmarked).isPresent();
    }

    /** The next bookmarked function behind an address, or before it; round and round. */
    public Optional<FunctionAddress> bookmark(Optional<FunctionAddress> from, boolean forward) {
        List<FunctionAddress> marked = new ArrayList<>((forward ? here() : here().descendingMap())
                .keySet().stream().filter(this::bookmarked).toList());
        return marked.stream()
                .filter(address ->
                        from.isEmpty() || (address.compareTo(from.get()) > 0) == forward && !address.equals(from.get()))
                .findFirst()
                .or(() -> marked.stream().findFirst());
    }

    /** Says something about a function; blank takes back what was said. */
    public void write(FunctionAddress address, String text) {
        if (!at(address).map(Note::text).orElse("").equals(text)) {
            say(address, text, bookmarked(address));
        }
    }

    /** Bookmarks a function, or no longer. */
    public void toggleBookmark(FunctionAddress address) {
        say(address, at(address).map(Note::text).orElse(""), !bookmarked(address));
    }

    /** Takes a note away whose function is gone. */
    public void forget(Note gone) {
        place.ifPresent(where -> {
            List<Note> left = new ArrayList<>(all());
            left.remove(gone);
            keep(where, left, new Edit(where, Optional.of(gone.function()), new Note(gone.function(), "", false)));
        });
    }

    private void say(FunctionAddress address, String text, boolean bookmarked) {
        Optional<PciFunction> function = document.flatMap(d -> d.function(address));
        if (function.isEmpty() || place.isEmpty()) {
            return;
        }
        Optional<Note> before = at(address);
        Note after = new Note(FunctionTraits.of(document.orElseThrow().topology(), function.get()), text, bookmarked);
        Edit edit = new Edit(place.get(), before.map(Note::function), after);
        keep(place.get(), with(all(), edit), edit);
    }

    private void keep(NotesPlace where, List<Note> next, Edit edit) {
        board.set(NoteBoard.of(document.orElseThrow().topology(), next));
        unsaved.add(edit);
        runner.work(feedback -> {
                    save();
                    return where;
                })
                .lane("notes-saving")
                .onExpected(NotesException.class, e -> onProblem.accept(e.getMessage()))
                .start();
    }

    /** Waits until everything said is written: the window is about to close. */
    public void flush() {
        try {
            save();
        } catch (NotesException e) {
            onProblem.accept(e.getMessage());
        }
    }

    /** One at a time, for several jobs may want to. */
    private void save() throws NotesException {
        synchronized (unsaved) {
            while (!unsaved.isEmpty()) {
                Edit next = unsaved.remove();
                next.place().change(notes -> with(notes, next));
            }
        }
    }

    private List<Note> all() {
        List<Note> all = new ArrayList<>(here().values());
        all.addAll(gone());
        return all;
    }

    private static List<Note> with(List<Note> notes, Edit edit) {
        List<Note> next = new ArrayList<>(notes);
        next.removeIf(note -> edit.before().filter(note.function()::equals).isPresent()
                || note.function().equals(edit.after().function()));
        if (!edit.after().empty()) {
            next.add(edit.after());
        }
        return next;
    }
}
