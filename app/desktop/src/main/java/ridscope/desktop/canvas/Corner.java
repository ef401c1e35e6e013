package ridscope.desktop.canvas;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;

/** Of a pane; the first is taken before the others where they are as good. */
enum Corner {
    BOTTOM_RIGHT(true, true),
    TOP_RIGHT(true, false),
    BOTTOM_LEFT(false, true),
    TOP_LEFT(false, false);

    /** Another corner has to be so much better for something to leave the one where it is. */
    private static final double WORTH_LEAVING = 0.6;

    private final boolean right;
    private final boolean bottom;

    Corner(boolean right, boolean bottom) {
        this.right = right;
        this.bottom = bottom;
    }

    /** Where something of a size lies in this corner of a pane. */
    Rect place(Size pane, Size own, double margin) {
        double x = right ? pane.width() - own.width() - margin : margin;
        double y = bottom ? pane.height() - own.height() - margin : margin;
        return new Rect(x, y, own.width(), own.height());
    }

    /** The corner where least is covered; this one unless another is clearly better. */
    Corner best(ToDoubleFunction<Corner> covered) {
        Corner best =
                Stream.of(values()).min(Comparator.comparingDouble(covered)).orElseThrow();
        return covered.applyAsDouble(best) <= covered.applyAsDouble(this) * WORTH_LEAVING - 1 ? best : this;
    }

    /** How much of a mark, and of text twice as much, lies within a part of the picture. */
    static double covered(Mark mark, Rect part) {
        boolean text = mark instanceof Mark.Label;
        if (!text && mark.target().isEmpty()) {
            return 0;
        }
        Rect r = mark.bounds();
        double width = Math.min(r.right(), part.right()) - Math.max(r.x(), part.x());
        double height = Math.min(r.bottom(), part.bottom()) - Math.max(r.y(), part.y());
        return Math.max(0, width) * Math.max(0, height) * (text ? 2 : 1);
    }
}
