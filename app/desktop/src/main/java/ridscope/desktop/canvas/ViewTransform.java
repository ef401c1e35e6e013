package ridscope.desktop.canvas;

import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.paint.Viewport;

/**
 * Which part of a diagram a canvas shows, and how large. Immutable.
 *
 * @param x diagram unit at the canvas's left edge
 * @param y diagram unit at its top edge
 * @param scale canvas pixels per diagram unit
 */
record ViewTransform(double x, double y, double scale) {

    static final double MIN_SCALE = 0.02;
    static final double MAX_SCALE = 24;

    /** Least scale at which small text is read with ease. */
    static final double LEGIBLE = 0.75;

    /** Free room around the picture, in pixels. */
    static final double MARGIN = 8;

    /** Shows a picture from its top left corner, one unit per pixel. */
    static final ViewTransform HOME = new ViewTransform(0, 0, 1);

    /** The whole picture in the canvas, not larger than {@code largest}. */
    static ViewTransform fit(Size picture, Size canvas, double largest) {
        double scale = Math.min(widthScale(picture, canvas), heightScale(picture, canvas));
        return new ViewTransform(0, 0, bounded(Math.min(scale, largest))).kept(picture, canvas);
    }

    /** The picture's whole width, from its top; not smaller than {@code smallest} and not larger than {@code largest}. */
    static ViewTransform fitWidth(Size picture, Size canvas, double smallest, double largest) {
        double scale = Math.max(smallest, Math.min(largest, widthScale(picture, canvas)));
        return new ViewTransform(0, 0, bounded(scale)).kept(picture, canvas);
    }

    /** The whole picture where that is legible, else its whole width, from its top. */
    static ViewTransform readable(Size picture, Size canvas, double smallest, double largest) {
        ViewTransform whole = fit(picture, canvas, largest);
        return whole.scale() >= LEGIBLE ? whole : fitWidth(picture, canvas, smallest, largest);
    }

    private static double widthScale(Size picture, Size canvas) {
        return (canvas.width() - 2 * MARGIN) / Math.max(1, picture.width());
    }

    private static double heightScale(Size picture, Size canvas) {
        return (canvas.height() - 2 * MARGIN) / Math.max(1, picture.height());
    }

    private static double bounded(double scale) {
        return Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale));
    }

    /** Larger or smaller by a factor, with the diagram point under a canvas point staying there. */
    ViewTransform zoomed(double factor, double canvasX, double canvasY) {
        double next = bounded(scale * factor);
        Point fixed = toDiagram(canvasX, canvasY);
        return new ViewTransform(fixed.x() - canvasX / next, fixed.y() - canvasY / next, next);
    }

    /** Moved by canvas pixels: the picture follows the pointer. */
    ViewTransform panned(double dx, double dy) {
        return new ViewTransform(x - dx / scale, y - dy / scale, scale);
    }

    /** Moved as something in the picture has moved, so that it stays where it is on the canvas. */
    ViewTransform following(Rect before, Rect now) {
        return new ViewTransform(x + now.x() - before.x(), y + now.y() - before.y(), scale);
    }

    /** Moved as little as needed for a rectangle to be in sight. */
    ViewTransform revealing(Rect rect, Size canvas) {
        return new ViewTransform(
                into(x, rect.x(), rect.right(), canvas.width() / scale),
                into(y, rect.y(), rect.bottom(), canvas.height() / scale),
                scale);
    }

    private double into(double start, double from, double to, double extent) {
        double margin = MARGIN / scale;
        if (from - margin < start || to - from > extent) {
            return from - margin;
        }
        return to + margin > start + extent ? to + margin - extent : start;
    }

    /** Moved so that no more empty room shows than needed; a picture smaller than the canvas stays at its top left. */
    ViewTransform kept(Size picture, Size canvas) {
        return new ViewTransform(
                keptAxis(x, picture.width(), canvas.width() / scale),
                keptAxis(y, picture.height(), canvas.height() / scale),
                scale);
    }

    private double keptAxis(double start, double extent, double room) {
        double margin = MARGIN / scale;
        double last = extent + margin - room;
        return Math.max(-margin, Math.min(start, Math.max(-margin, last)));
    }

    Point toDiagram(double canvasX, double canvasY) {
        return new Point(x + canvasX / scale, y + canvasY / scale);
    }

    /** The part of the diagram in a rectangle of the canvas. */
    Rect toDiagram(Rect rect) {
        return new Rect(x + rect.x() / scale, y + rect.y() / scale, rect.width() / scale, rect.height() / scale);
    }

    /** Where a rectangle of the diagram lies on the canvas. */
    Rect toCanvas(Rect rect) {
        return new Rect((rect.x() - x) * scale, (rect.y() - y) * scale, rect.width() * scale, rect.height() * scale);
    }

    Viewport viewport(Size canvas) {
        return new Viewport(new Rect(x, y, canvas.width() / scale, canvas.height() / scale), scale);
    }

    /** A width and a height. */
    record Size(double width, double height) {}
}
