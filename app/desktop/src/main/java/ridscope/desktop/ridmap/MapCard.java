package ridscope.desktop.ridmap;

import java.util.Optional;
import javafx.scene.layout.Pane;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MapFrame;
import ridscope.desktop.canvas.RidCard;
import ridscope.desktop.document.RidDescription;
import ridscope.draw.diagram.Rect;
import ridscope.draw.layout.RidMapPicture;

/** The card on a map: beside the pointer, or beside the cell where the keyboard is. */
final class MapCard {

    private final MapFrame<RidMapPicture> frame;
    private final DiagramCanvas canvas;
    private final Pane pane;
    private final RidCard card;
    private boolean atCursor;

    /** @param pane over which the card lies, and in which the frame fills all */
    MapCard(MapFrame<RidMapPicture> frame, DiagramCanvas canvas, Pane pane, RidCard card) {
        this.frame = frame;
        this.canvas = canvas;
        this.pane = pane;
        this.card = card;
    }

    /** The map as it is shown. */
    Optional<RidMapPicture> picture() {
        return frame.picture();
    }

    /** Shows it beside the pointer. */
    void showAtPointer(RidDescription told, double x, double y) {
        atCursor = false;
        show(told, x, y);
    }

    /** Shows it beside a cell. */
    void showAtCursor(RidDescription told, Rect cell) {
        atCursor = true;
        show(told, Math.min(canvas.getWidth(), Math.max(0, cell.right())), cell.centerY());
    }

    private void show(RidDescription told, double x, double y) {
        double left = canvas.getLayoutX() + x;
        card.show(told, left, canvas.getLayoutY() + y, pane.getWidth(), pane.getHeight());
    }

    boolean isAtCursor() {
        return atCursor && card.isVisible();
    }

    void hide() {
        atCursor = false;
        card.hide();
    }
}
