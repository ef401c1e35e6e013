package ridscope.desktop.canvas;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import ridscope.draw.diagram.Mark;

/** Says under the pointer what a mark says of itself, broken into lines. */
public final class MarkTooltip {

    private static final double WIDTH = 560;

    private final Node canvas;
    private final Tooltip tooltip = new Tooltip();

    public MarkTooltip(Node canvas) {
        this.canvas = canvas;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
    }

    /** Shows it for the mark under the pointer, or goes away. */
    public void show(Optional<Mark> mark) {
        String text = mark.map(MarkTooltip::title).orElse("");
        if (text.isEmpty()) {
            Tooltip.uninstall(canvas, tooltip);
        } else if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
            tooltip.setText(text);
            Tooltip.install(canvas, tooltip);
        }
    }

    /** What a mark says of itself, for tooltips and screen readers; empty for one that says nothing. */
    public static String title(Mark mark) {
        String own = "";
        if (mark instanceof Mark.Box box) {
            own = box.title();
        } else if (mark instanceof Mark.Span span) {
            own = span.title();
        } else if (mark instanceof Mark.Cells cells) {
            own = cells.title();
        } else if (mark instanceof Mark.Cross cross) {
            own = cross.title();
        } else if (mark instanceof Mark.Alert alert) {
            own = alert.title();
        } else if (mark instanceof Mark.Handle handle) {
            own = handle.title();
        }
        return own;
    }
}
