package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.plan.PlanFailure;

/** The failures of a plan, one of which is looked at. */
final class Failures {

    private final ReadOnlyObjectWrapper<Optional<PlanFailure>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private List<PlanFailure> all = List.of();
    private int index;

    /** The one that is looked at, the first unless somebody went on; empty where everything fits. */
    ReadOnlyObjectProperty<Optional<PlanFailure>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The same failures again are looked at where they were. */
    void set(List<PlanFailure> now) {
        index = now.equals(all) ? index : 0;
        all = now;
        show();
    }

    /** Goes on to the next, from the last to the first. */
    void turn() {
        index = all.isEmpty() ? 0 : (index + 1) % all.size();
        show();
    }

    private void show() {
        shown.set(all.stream().skip(index).findFirst());
    }

    /** Place of the one that is looked at, from 0 on. */
    int index() {
        return index;
    }

    /** How many there are. */
    int count() {
        return all.size();
    }
}
