package ridscope.desktop.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/** When a command can be done: parts that all must hold, each with one sentence on what to do where it does not. */
public final class Condition {

    /** Always. */
    public static final Condition ALWAYS = new Condition(List.of());

    private record Part(ObservableBooleanValue holds, String otherwise) {}

    private final List<Part> parts;

    private Condition(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * While something holds.
     *
     * @param otherwise one sentence on what has to be there first
     */
    public static Condition when(ObservableBooleanValue holds, String otherwise) {
        return ALWAYS.and(holds, otherwise);
    }

    /** The same, as long as something else holds too. */
    public Condition and(ObservableBooleanValue holds, String otherwise) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(holds, otherwise));
        return new Condition(more);
    }

    /** Why it cannot be done now; empty when it can. */
    Optional<String> obstacle() {
        return parts.stream()
                .filter(part -> !part.holds.get())
                .map(Part::otherwise)
                .findFirst();
    }

    /** Whether it can be done, as it changes. */
    ObservableBooleanValue holds() {
        ObservableBooleanValue[] all = parts.stream().map(Part::holds).toArray(ObservableBooleanValue[]::new);
        return Bindings.createBooleanBinding(() -> obstacle().isEmpty(), all);
    }
}
