package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Cell;
import javafx.scene.control.Tooltip;

/**
 * One tooltip for all cells of a kind. A tooltip is a window with a scene: one for each cell takes longer to make than the
 * cells.
 *
 * @param <T> what is in the cells
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
        cell.setOnMouseEntered(e -> cell.setTooltip(Optional.ofNullable(cell.getItem())
                .flatMap(words)
                .map(this::saying)
                .orElse(null)));
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
