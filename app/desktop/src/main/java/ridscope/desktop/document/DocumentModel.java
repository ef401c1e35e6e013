package ridscope.desktop.document;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Holds the document the window shows, and what of it is asked for. To be used from one thread only; needs no display. */
public final class DocumentModel {

    private final ReadOnlyObjectWrapper<Optional<Document>> document =
            new ReadOnlyObjectWrapper<>(this, "document", Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Matches>> matches =
            new ReadOnlyObjectWrapper<>(this, "matches", Optional.empty());

    /** The document, if one is open. */
    public Optional<Document> get() {
        return document.get();
    }

    /** Shows another document; what was asked about the one before is forgotten, unless it is a later reading of it. */
    public void set(Document next) {
        if (!next.isLater()) {
            match(Optional.empty());
        }
        document.set(Optional.of(next));
    }

    /** Observable; never holds null. */
    public ReadOnlyObjectProperty<Optional<Document>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Calls the follower now and after every change. */
    public void follow(Consumer<Optional<Document>> follower) {
        document.addListener((observable, before, now) -> follower.accept(now));
        follower.accept(get());
    }

    /** Shows which functions a question is about, in every view; empty while nothing is asked. */
    public void match(Optional<Matches> next) {
        if (next.isPresent() || matches.get().isPresent()) {
            matches.set(next);
        }
    }

    /** Observable; never holds null. */
    public ReadOnlyObjectProperty<Optional<Matches>> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** The functions a question is about; empty while nothing is asked. */
    public Optional<Matches> matches() {
        return matches.get();
    }
}
