package ridscope.desktop.canvas;

import java.util.Optional;
import javafx.scene.control.Tooltip;
import ridscope.draw.diagram.Mark;

/** Says under the pointer what a mark says of itself, broken into lines. */
public final class MarkTooltip {

    private static final double WIDTH = 560;

    private final DiagramCanvas canvas;
    private final Tooltip tooltip = new Tooltip();

    public MarkTooltip(DiagramCanvas canvas) {
        this.canvas = canvas;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
    }

    /** Shows it for the mark under the pointer, or goes away. */
    public void show(Optional<Mark> mark) {
        String text = mark.map(DiagramCanvas::title).orElse("");
        if (text.isEmpty()) {
            Tooltip.uninstall(canvas, tooltip);
        } else if (!text.equals(tooltip.getText()) || !tooltip.isShowing()) {
            tooltip.setText(text);
            Tooltip.install(canvas, tooltip);
        }
    }
}
