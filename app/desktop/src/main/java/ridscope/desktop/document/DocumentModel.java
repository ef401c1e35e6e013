package ridscope.desktop.document;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Holds the document the window shows. To be used from one thread only; needs no display. */
public final class DocumentModel {

    private final ReadOnlyObjectWrapper<Optional<Document>> document =
            new ReadOnlyObjectWrapper<>(this, "document", Optional.empty());

    /** The document, if one is open. */
    public Optional<Document> get() {
        return document.get();
    }

    /** Shows another document. */
    public void set(Document next) {
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
}
