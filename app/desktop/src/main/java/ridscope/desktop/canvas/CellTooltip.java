package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/**
 * One tooltip for all cells, or other controls, of a kind. A tooltip is a window with a scene: one for each cell takes longer to make than the
 * cells.
 *
 * @param <T> what is in the cells, or what the controls stand for
 */
public final class CellTooltip<T> {

    private static final double WIDTH = 560;

    private final Function<T, Optional<String>> words;
    private Optional<Tooltip> made = Optional.empty();

    /** @param words what it says of what is in a cell; nothing if empty */
    public CellTooltip(Function<T, Optional<String>> words) {
        this.words = words;
    }

    /** Tells it while the pointer is over this cell. */
    public void on(Cell<T> cell) {
        on(cell, () -> Optional.ofNullable(cell.getItem()));
    }

    /** The same for a control that always stands for the same thing. */
    public void on(Control control, T thing) {
        on(control, () -> Optional.of(thing));
    }

    private void on(Control control, Supplier<Optional<T>> thing) {
        control.setOnMouseEntered(e ->
                control.setTooltip(thing.get().flatMap(words).map(this::saying).orElse(null)));
    }

    private Tooltip saying(String text) {
        Tooltip tooltip = made.orElseGet(CellTooltip::make);
        made = Optional.of(tooltip);
        tooltip.setText(text);
        return tooltip;
    }

    private static Tooltip make() {
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        return tooltip;
    }
}
