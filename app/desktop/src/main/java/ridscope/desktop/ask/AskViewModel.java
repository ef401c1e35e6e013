package ridscope.desktop.ask;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Matches;
import ridscope.desktop.document.Related;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.query.Candidate;
import ridscope.query.QueryException;
import ridscope.rid.FunctionAddress;

/**
 * Reads an address, a Routing ID in any notation or a pasted log line, and answers whose it is; reads names and questions in the
 * language, and shows in every view which functions they are about. Works away from the drawing thread; the newest question
 * wins.
 */
public final class AskViewModel {

    private static final String LANE = "ask";
    private static final String COMPLETION_LANE = "ask-completion";

    private final DocumentModel document;
    private final SelectionModel selection;
    private final TaskRunner runner;
    private final StringProperty question = new SimpleStringProperty(this, "question", "");
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper(this, "answer", "");
    private final ReadOnlyBooleanWrapper alert = new ReadOnlyBooleanWrapper(this, "alert", false);
    private final ReadOnlyObjectWrapper<Optional<QueryException>> error =
            new ReadOnlyObjectWrapper<>(this, "error", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Candidate>> candidates =
            new ReadOnlyObjectWrapper<>(this, "candidates", List.of());
    private Optional<Asked> asked = Optional.empty();
    private Answer told = Answer.NONE;

    public AskViewModel(DocumentModel document, SelectionModel selection, TaskRunner runner) {
        this.document = document;
        this.selection = selection;
        this.runner = runner;
        question.addListener((observable, before, now) -> answer());
        document.follow(now -> {
            asked = now.map(Asked::new);
            answer();
        });
        selection.selectedProperty().addListener((observable, before, now) -> say());
    }

    /** What somebody typed. */
    public StringProperty questionProperty() {
        return question;
    }

    /** The answer to it, one line; empty while nothing is asked. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether the answer is a conflict, or there is none because nothing fits the question or it was not understood. */
    public ReadOnlyBooleanProperty alertProperty() {
        return alert.getReadOnlyProperty();
    }

    /** What of the question was not understood; empty while all of it was. */
    ReadOnlyObjectProperty<Optional<QueryException>> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** How the question can go on; empty where nothing is offered. */
    ReadOnlyObjectProperty<List<Candidate>> candidatesProperty() {
        return candidates.getReadOnlyProperty();
    }

    /** Selects what was asked for: the function there, or else the bare Routing ID; of several the next one. */
    public void go() {
        told.address()
                .ifPresent(address -> selection.select(
                        document.get().flatMap(d -> d.function(address)).isPresent()
                                ? new Target.OfFunction(address)
                                : new Target.OfRid(address)));
        step(true);
    }

    /** Selects the next or the previous function that the question is about. */
    public void step(boolean forward) {
        document.matches()
                .flatMap(m -> m.next(selected(), forward))
                .ifPresent(address -> selection.select(new Target.OfFunction(address)));
    }

    /** Takes the question back. */
    public void clear() {
        question.set("");
    }

    /**
     * Looks for ways to go on.
     *
     * @param all also where nothing of a word is typed yet
     */
    void complete(int caret, boolean all) {
        String text = question.get();
        if (asked.isEmpty() || text.isEmpty() && !all || caret > text.length()) {
            stopCompleting();
            return;
        }
        Asked host = asked.get();
        runner.work(feedback -> host.complete(text, caret))
                .lane(COMPLETION_LANE)
                .onDone(found -> candidates.set(all ? found : offered(found, text)))
                .start();
    }

    /** Offers nothing any more. */
    void stopCompleting() {
        runner.cancel(COMPLETION_LANE);
        candidates.set(List.of());
    }

    /** Unasked only what goes on with a begun word or a field, and not what stands there already. */
    private static List<Candidate> offered(List<Candidate> found, String text) {
        return found.stream()
                .filter(c -> c.start() < c.end() || c.start() > 0 && "=<>~".indexOf(text.charAt(c.start() - 1)) >= 0)
                .filter(c -> !text.substring(c.start(), c.end()).equalsIgnoreCase(c.text()))
                .toList();
    }

    private Optional<FunctionAddress> selected() {
        return document.get().flatMap(d -> selection.get().flatMap(target -> Related.function(d, target)));
    }

    private void answer() {
        String text = question.get();
        if (text.isBlank() || asked.isEmpty()) {
            runner.cancel(LANE);
            show(text.isBlank() ? Answer.NONE : Answer.plain(Messages.text("ask.nothing-open"), true));
            return;
        }
        Asked host = asked.get();
        runner.work(feedback -> Answer.of(host, text))
                .lane(LANE)
                .onDone(this::show)
                .start();
    }

    private void show(Answer next) {
        told = next;
        alert.set(next.alert());
        error.set(next.error());
        document.match(next.matches());
        say();
    }

    /** Says which of the matches is selected, too. */
    private void say() {
        Optional<FunctionAddress> at = selected()
                .filter(a ->
                        told.matches().filter(m -> m.functions().contains(a)).isPresent());
        answer.set(at.map(this::place).orElse(told.text()));
    }

    private String place(FunctionAddress address) {
        Matches matches = told.matches().orElseThrow();
        int place = matches.functions().headSet(address, true).size();
        return Messages.text("ask.place", place, told.text());
    }
}
