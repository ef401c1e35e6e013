package ridscope.desktop.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import ridscope.draw.diagram.Target;

/**
 * What was selected before, to go back to and forth again. Selecting something new forgets what lay ahead; what is no longer
 * there is passed over. To be used from one thread only; needs no display.
 */
public final class SelectionHistory {

    /** How many selections are kept. */
    public static final int LIMIT = 200;

    private final SelectionModel selection;
    private final Predicate<Target> there;
    private final List<Target> visited = new ArrayList<>();
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper(this, "behind", false);
    private final ReadOnlyBooleanWrapper ahead = new ReadOnlyBooleanWrapper(this, "ahead", false);
    /** Index in {@link #visited} of the latest selection, −1 while there was none. */
    private int at = -1;

    /** @param there whether the host that is open has a target */
    public SelectionHistory(SelectionModel selection, Predicate<Target> there) {
        this.selection = selection;
        this.there = there;
        selection.follow(this::selected);
    }

    private void selected(Optional<Target> now) {
        if (now.isPresent() && !(at >= 0 && visited.get(at).equals(now.get()))) {
            visited.subList(at + 1, visited.size()).clear();
            visited.add(now.get());
            if (visited.size() > LIMIT) {
                visited.remove(0);
            }
            at = visited.size() - 1;
        }
        refresh();
    }

    /** Another host is open: begins anew with what is selected now. */
    public void clear() {
        visited.clear();
        at = -1;
        selected(selection.get());
    }

    /** Looks again at what is there: the same host was read again. */
    public void refresh() {
        behind.set(previous().isPresent());
        ahead.set(next().isPresent());
    }

    /** Selects what was selected before; where nothing is selected, what was selected last. */
    public void back() {
        previous().ifPresent(this::go);
    }

    /** Selects again what was gone back from. */
    public void forward() {
        next().ifPresent(this::go);
    }

    /** Whether there is something to go back to. */
    public ReadOnlyBooleanProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /** Whether there is something to go forward to. */
    public ReadOnlyBooleanProperty aheadProperty() {
        return ahead.getReadOnlyProperty();
    }

    private void go(int index) {
        at = index;
        selection.select(visited.get(index));
        refresh();
    }

    private OptionalInt previous() {
        int from = selection.get().isPresent() ? at - 1 : at;
        return IntStream.iterate(from, i -> i >= 0, i -> i - 1)
                .filter(i -> there.test(visited.get(i)))
                .findFirst();
    }

    private OptionalInt next() {
        return IntStream.range(at + 1, visited.size())
                .filter(i -> there.test(visited.get(i)))
                .findFirst();
    }
}
