package ridscope.desktop.selection;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.draw.diagram.Target;

/**
 * What is selected now, in every view at once. It keeps no history. Equal targets are the same selection, so a view that
 * follows the model may also write to it without a loop. To be used from one thread only; needs no display.
 */
public final class SelectionModel {

    private final ReadOnlyObjectWrapper<Optional<Target>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());

    /** What is selected. */
    public Optional<Target> get() {
        return selected.get();
    }

    /** Selects a target; tells nobody when it was selected already. */
    public void select(Target target) {
        set(Optional.of(target));
    }

    /** Selects nothing. */
    public void clear() {
        set(Optional.empty());
    }

    /** Selects a target or nothing. */
    public void set(Optional<Target> target) {
        if (!selected.get().equals(target)) {
            selected.set(target);
        }
    }

    /** Observable; never holds null. */
    public ReadOnlyObjectProperty<Optional<Target>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Calls the follower now and after every change. */
    public void follow(Consumer<Optional<Target>> follower) {
        selected.addListener((observable, before, now) -> follower.accept(now));
        follower.accept(get());
    }
}
