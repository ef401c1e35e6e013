package ridscope.bench;

import javafx.event.Event;
import javafx.geometry.Point3D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import ridscope.desktop.canvas.DiagramCanvas;

/** Moves of the pointer and the wheel over a picture, one for each pulse. */
final class Gestures {

    private static final double STEP = 17;
    private static final int LEG = 25;
    private static final double WHEEL = 20;
    private static final int ZOOM_LEG = 75;

    private final DiagramCanvas canvas;

    Gestures(DiagramCanvas canvas) {
        this.canvas = canvas;
    }

    /** Sees the middle at a scale; 0 for the whole picture. */
    void scale(double scale) {
        canvas.fit();
        canvas.layout();
        if (scale > 0) {
            canvas.zoom(scale / canvas.scale());
        }
    }

    /** Drags it along a square that drifts. */
    void pan(int pulse) {
        int leg = pulse / LEG % 4;
        double along = leg < 2 ? -STEP : STEP;
        if (pulse % LEG == 0) {
            mouse(MouseEvent.MOUSE_PRESSED, 0, 0);
        }
        int n = pulse % LEG + 1;
        mouse(MouseEvent.MOUSE_DRAGGED, leg % 2 == 0 ? 0.7 * n * along : 0, leg % 2 == 1 ? n * along : 0);
    }

    /** Zooms in and out again. */
    void zoom(int pulse) {
        boolean in = pulse / ZOOM_LEG % 2 == 0;
        double x = canvas.getWidth() * (0.3 + 0.1 * (pulse / ZOOM_LEG));
        double y = canvas.getHeight() * 0.4;
        Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        in ? WHEEL : -WHEEL,
                        0,
                        0,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        pick(x, y)));
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double dx, double dy) {
        double x = canvas.getWidth() / 2 + dx;
        double y = canvas.getHeight() / 2 + dy;
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        pick(x, y)));
    }

    private PickResult pick(double x, double y) {
        return new PickResult(canvas, new Point3D(x, y, 0), 0);
    }

    long paints() {
        return canvas.paints();
    }

    int marks() {
        return canvas.marksDrawn();
    }
}
