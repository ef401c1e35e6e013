package ridscope.desktop.compare;

import java.util.function.Function;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;

/** A row that tells tooltips and screen readers all that is in it, since its cells may cut it. */
final class ToldRow<T> extends TableRow<T> {

    private static final double TOOLTIP_WIDTH = 560;

    private final Function<T, String> words;
    private final Tooltip tooltip = new Tooltip();

    ToldRow(Function<T, String> words) {
        this.words = words;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        boolean none = empty || item == null;
        String all = none ? null : words.apply(item);
        setTooltip(none ? null : tooltip);
        tooltip.setText(all);
        setAccessibleText(all);
    }
}
