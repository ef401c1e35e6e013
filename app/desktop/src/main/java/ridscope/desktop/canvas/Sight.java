package ridscope.desktop.canvas;

import java.util.Optional;
import java.util.OptionalDouble;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;

/**
 * Which part of a picture a canvas shows and how large: follows the size of the pane until the user chooses a scale, glides,
 * and takes a paired picture along.
 */
final class Sight {

    /** How the scale follows the size of the pane. */
    private enum Fit {
        /** As new: the whole picture where it stays legible so, else its width. */
        READABLE,
        /** The whole picture, however small. */
        WHOLE,
        /** The user has chosen a scale. */
        NONE
    }

    /** What a sight is of: a canvas. */
    interface Pane {

        /** Of the picture in its units; empty while there is none. */
        Optional<Size> picture();

        /** Of the canvas in pixels. */
        Size size();

        /** Hears that another part is shown. */
        void moved();
    }

    private static final Size NEVER = new Size(0, 0);
    private static final double ZOOM_ROOM = 40;

    private final Pane pane;
    private final double smallestFit;
    private final double largestFit;
    private final Glide glide = new Glide(this::move);
    private ViewTransform transform = ViewTransform.HOME;
    private Fit fit = Fit.READABLE;
    private boolean still;
    private Size fitted = NEVER;
    private Optional<Sight> partner = Optional.empty();

    /**
     * @param smallestFit least scale at which a new picture is shown
     * @param largestFit greatest such scale
     */
    Sight(Pane pane, double smallestFit, double largestFit) {
        this.pane = pane;
        this.smallestFit = smallestFit;
        this.largestFit = largestFit;
    }

    /** Wherever the user goes in one, at whichever scale, the other goes too. */
    static void pair(Sight one, Sight other) {
        one.partner = Optional.of(other);
        other.partner = Optional.of(one);
    }

    ViewTransform transform() {
        return transform;
    }

    /** Which part of the picture is seen, in its units. */
    Rect visible() {
        return transform.viewport(pane.size()).visible();
    }

    /** Begins with another picture. */
    void startAnew() {
        fit = Fit.READABLE;
        fitAgain();
    }

    /** Shows the whole picture, and that of the partner. */
    void fitWhole() {
        fitAlone();
        partner.ifPresent(Sight::fitAlone);
    }

    private void fitAlone() {
        fit = Fit.WHOLE;
        fitAgain();
        pane.moved();
    }

    private void fitAgain() {
        fitted = NEVER;
        transform = ViewTransform.HOME;
    }

    /** For another picture of the same thing: from its start if the user has chosen no scale and all of it is legible. */
    boolean refitWhole(Size picture) {
        boolean whole = ViewTransform.fit(picture, pane.size(), largestFit).scale() >= ViewTransform.LEGIBLE;
        if (fit == Fit.NONE || !whole) {
            return false;
        }
        fitAgain();
        return true;
    }

    /** Goes on where the same picture looked like this. */
    void keep(ViewTransform next) {
        transform = next;
    }

    /** Shows a place in the middle, at the same scale. */
    void center(Point place) {
        Rect seen = visible();
        glide.stop();
        move(new ViewTransform(place.x() - seen.width() / 2, place.y() - seen.height() / 2, transform.scale()));
    }

    /** Glides to a part of the picture until it fills the pane, legible if it is large and not enlarged beyond a scale. */
    void zoomTo(Rect part, double largest) {
        fit = Fit.NONE;
        Size size = pane.size();
        Rect room = part.grown(ZOOM_ROOM);
        double scale = Math.min(size.width() / room.width(), size.height() / room.height());
        double next = Math.max(ViewTransform.LEGIBLE, Math.min(largest, scale));
        double x = part.centerX() - size.width() / next / 2;
        double y = part.centerY() - size.height() / next / 2;
        go(new ViewTransform(x, y, next));
    }

    /** Whether it jumps instead of gliding. */
    void setStill(boolean now) {
        still = now;
    }

    private void go(ViewTransform there) {
        glide.stop();
        if (still) {
            move(there);
        } else {
            glide.start(transform, there);
        }
    }

    /** Brings a rectangle into sight. */
    void reveal(Rect rect) {
        if (pane.size().width() > 0) {
            refit();
            move(transform.revealing(rect, pane.size()));
        }
    }

    /** Larger or smaller around a point of the canvas. */
    void zoom(double factor, double x, double y) {
        choose(transform.zoomed(factor, x, y));
    }

    /** Shows a part that the user has chosen. */
    void choose(ViewTransform next) {
        glide.stop();
        fit = Fit.NONE;
        move(next);
    }

    /** Moves by canvas pixels. */
    void pan(double dx, double dy) {
        glide.stop();
        move(transform.panned(dx, dy));
    }

    private void move(ViewTransform next) {
        pane.picture().ifPresent(picture -> transform = next.kept(picture, pane.size()));
        pane.moved();
        partner.ifPresent(p -> p.goAlong(transform, fit));
    }

    private void goAlong(ViewTransform with, Fit how) {
        fit = how;
        fitted = how == Fit.NONE ? fitted : pane.size();
        transform = with;
        pane.moved();
    }

    /** A pane of another size fits the picture again, unless the user has chosen the scale; what was at the top stays there. */
    void refit() {
        pane.picture().ifPresent(this::refit);
    }

    private void refit(Size picture) {
        Size size = pane.size();
        if (fit != Fit.NONE && !fitted.equals(size)) {
            Size all = withPartner(picture);
            transform = new ViewTransform(transform.x(), transform.y(), fitting(all, size));
            fitted = size;
        }
        transform = transform.kept(picture, size);
    }

    private double fitting(Size picture, Size size) {
        return (fit == Fit.WHOLE
                        ? ViewTransform.fit(picture, size, largestFit)
                        : ViewTransform.readable(picture, size, smallestFit, largestFit))
                .scale();
    }

    /** The scale that another picture gets in a pane of another size; empty if the user has chosen one. */
    OptionalDouble fitScale(Size picture, Size size) {
        return fit == Fit.NONE ? OptionalDouble.empty() : OptionalDouble.of(fitting(picture, size));
    }

    /** Pictures that are compared get the scale at which the larger one fits. */
    private Size withPartner(Size picture) {
        return partner.flatMap(p -> p.pane.picture())
                .map(p -> new Size(Math.max(p.width(), picture.width()), Math.max(p.height(), picture.height())))
                .orElse(picture);
    }
}
