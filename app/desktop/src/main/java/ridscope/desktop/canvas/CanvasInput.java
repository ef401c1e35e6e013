package ridscope.desktop.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Turns pointer and keys into what a canvas does. */
final class CanvasInput {

    /** A pointer that moved less than this between press and release has clicked, not dragged. */
    private static final double DRAG_THRESHOLD = 4;

    private static final double KEY_ZOOM = 1.25;
    private static final double WHEEL_ZOOM_PER_PIXEL = 1.003;

    private final DiagramCanvas canvas;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    CanvasInput(DiagramCanvas canvas) {
        this.canvas = canvas;
    }

    void install() {
        canvas.setOnScroll(this::scroll);
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnMouseMoved(e -> canvas.hover(e.getX(), e.getY()));
        canvas.setOnMouseExited(e -> canvas.leave());
        canvas.setOnKeyPressed(this::key);
    }

    private void scroll(ScrollEvent e) {
        if (e.isShiftDown()) {
            canvas.pan(e.getDeltaX() + e.getDeltaY(), 0);
        } else if (e.getDeltaY() != 0) {
            canvas.zoom(Math.pow(WHEEL_ZOOM_PER_PIXEL, e.getDeltaY()), e.getX(), e.getY());
        }
        e.consume();
    }

    private void press(MouseEvent e) {
        canvas.requestFocus();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragging = false;
    }

    private void drag(MouseEvent e) {
        dragging |= Math.hypot(e.getX() - pressX, e.getY() - pressY) >= DRAG_THRESHOLD;
        if (dragging) {
            canvas.leave();
            canvas.pan(e.getX() - lastX, e.getY() - lastY);
            lastX = e.getX();
            lastY = e.getY();
        }
    }

    private void release(MouseEvent e) {
        if (!dragging && e.getButton() == MouseButton.PRIMARY) {
            if (e.isShortcutDown() || e.isShiftDown()) {
                canvas.pick(e.getX(), e.getY());
            } else {
                canvas.click(e.getX(), e.getY(), e.getClickCount() == 2);
            }
        }
    }

    private void key(KeyEvent e) {
        if (canvas.useKey(e)) {
            e.consume();
            return;
        }
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        boolean used = true;
        if (e.isShiftDown() && (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT)) {
            canvas.foldFocused(e.getCode() == KeyCode.LEFT);
            e.consume();
            return;
        }
        switch (e.getCode()) {
            case LEFT -> canvas.walk(MarkWalk.Direction.LEFT);
            case RIGHT -> canvas.walkRight();
            case UP -> canvas.walk(MarkWalk.Direction.UP);
            case DOWN -> canvas.walk(MarkWalk.Direction.DOWN);
            case HOME -> canvas.walkToEnd(false);
            case END -> canvas.walkToEnd(true);
            case ENTER -> canvas.selectFocused();
            case SPACE -> canvas.openFocused();
            case PLUS, ADD, EQUALS -> canvas.zoom(KEY_ZOOM);
            case MINUS, SUBTRACT -> canvas.zoom(1 / KEY_ZOOM);
            case DIGIT0, NUMPAD0 -> canvas.fit();
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }
}
