package ridscope.draw.paint;

import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;

/**
 * Which part of a diagram a surface shows.
 *
 * @param visible the part, in diagram units
 * @param scale surface pixels per diagram unit
 */
public record Viewport(Rect visible, double scale) {

    /** The whole diagram, one pixel per unit. */
    public static Viewport all(Diagram diagram) {
        return new Viewport(new Rect(0, 0, diagram.width(), diagram.height()), 1);
    }

    /** The same part at another scale. */
    public Viewport scaled(double other) {
        return new Viewport(visible, other);
    }
}
