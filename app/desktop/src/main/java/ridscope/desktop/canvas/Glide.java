package ridscope.desktop.canvas;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** Moves from one view to another within a fraction of a second, one step per pulse; whatever else moves the view ends it. */
final class Glide extends AnimationTimer {

    private static final double NANOS = 180e6;

    private final Consumer<ViewTransform> step;
    private ViewTransform from = ViewTransform.HOME;
    private ViewTransform to = ViewTransform.HOME;
    private long begun;

    Glide(Consumer<ViewTransform> step) {
        this.step = step;
    }

    void start(ViewTransform begin, ViewTransform end) {
        from = begin;
        to = end;
        begun = 0;
        start();
    }

    @Override
    public void handle(long now) {
        begun = begun == 0 ? now : begun;
        double share = Math.min(1, (now - begun) / NANOS);
        if (share >= 1) {
            stop();
        }
        step.accept(between(from, to, share));
    }

    /** Scales by factors, so that zooming looks even. */
    static ViewTransform between(ViewTransform a, ViewTransform b, double share) {
        if (share >= 1) {
            return b;
        }
        double eased = share * share * (3 - 2 * share);
        double scale = a.scale() * Math.pow(b.scale() / a.scale(), eased);
        return new ViewTransform(a.x() + (b.x() - a.x()) * eased, a.y() + (b.y() - a.y()) * eased, scale);
    }
}
