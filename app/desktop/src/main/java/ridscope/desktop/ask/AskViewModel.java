package ridscope.desktop.ask;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.RidDescription;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.draw.diagram.Target;
import ridscope.query.AskedRid;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/** Reads an address, a Routing ID in any notation or a pasted log line, and answers whose it is. */
public final class AskViewModel {

    private final DocumentModel document;
    private final SelectionModel selection;
    private final StringProperty question = new SimpleStringProperty(this, "question", "");
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper(this, "answer", "");
    private final ReadOnlyBooleanWrapper alert = new ReadOnlyBooleanWrapper(this, "alert", false);

    public AskViewModel(DocumentModel document, SelectionModel selection) {
        this.document = document;
        this.selection = selection;
        question.addListener((observable, before, now) -> answer());
        document.documentProperty().addListener((observable, before, now) -> answer());
    }

    /** What somebody typed. */
    public StringProperty questionProperty() {
        return question;
    }

    /** The answer to it, one line; empty while nothing is asked. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether the answer is a conflict, or there is none because the question was not understood. */
    public ReadOnlyBooleanProperty alertProperty() {
        return alert.getReadOnlyProperty();
    }

    /** Selects what was asked for: the function there, or else the bare Routing ID. */
    public void go() {
        document.get()
                .ifPresent(d -> asked(d).ifPresent(address -> selection.select(
                        d.function(address).isPresent() ? new Target.OfFunction(address) : new Target.OfRid(address))));
    }

    private void answer() {
        String text = question.get().strip();
        if (text.isEmpty()) {
            say("", false);
        } else if (document.get().isEmpty()) {
            say(Messages.text("ask.nothing-open"), true);
        } else {
            Document d = document.get().get();
            asked(d).map(address -> RidDescription.of(d, address))
                    .ifPresentOrElse(
                            told -> say(
                                    Messages.text("ask.answer", String.join(" + ", told.claims()), told.routing()),
                                    told.conflict()),
                            () -> say(Messages.text("ask.not-understood"), true));
        }
    }

    private void say(String text, boolean isAlert) {
        answer.set(text);
        alert.set(isAlert);
    }

    private Optional<FunctionAddress> asked(Document d) {
        Segment first = d.topology().segments().stream().findFirst().orElse(Segment.ZERO);
        return AskedRid.parse(question.get())
                .flatMap(asked -> asked.placement()
                        .routingId()
                        .map(rid -> new FunctionAddress(asked.segment().orElse(first), rid)));
    }
}
