package ridscope.draw.paint;

import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;

/**
 * Which part of a diagram a surface shows.
 *
 * @param visible the part, in diagram units
 * @param scale surface pixels per diagram unit
 * @param level the scale that decides how much marks say
 */
public record Viewport(Rect visible, double scale, double level) {

    /** What marks say follows the scale. */
    public Viewport(Rect visible, double scale) {
        this(visible, scale, scale);
    }

    /** The whole diagram, one pixel per unit. */
    public static Viewport all(Diagram diagram) {
        return new Viewport(new Rect(0, 0, diagram.width(), diagram.height()), 1);
    }

    /** The same part in finer or coarser pixels, saying the same. */
    public Viewport scaled(double other) {
        return new Viewport(visible, other, level);
    }
}
