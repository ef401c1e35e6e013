package ridscope.draw.layout;

import java.util.function.DoubleFunction;
import ridscope.draw.diagram.Diagram;

/**
 * A map whose axes and legend a window draws beside it, in one size at every scale. Immutable.
 *
 * @param <M> the map itself
 */
public interface FramedMap<M extends FramedMap<M>> {

    /** The map alone. */
    Diagram diagram();

    /** Width of what stands to the left of the map, pixels. */
    double gutterWidth();

    /**
     * What stands to the left, in pixels.
     *
     * @param scale pixels per diagram unit of the map
     * @param from height at its upper edge, in units of the map
     * @param height in pixels
     */
    Diagram gutter(double scale, double from, double height);

    /** Height of what stands above the map, pixels. */
    double headsHeight();

    /**
     * What stands above, in pixels.
     *
     * @param scale pixels per diagram unit of the map
     * @param from its left edge, in units of the map
     * @param width in pixels
     */
    Diagram heads(double scale, double from, double width);

    /** What explains the map, wrapped at any width in pixels. What is to be explained is looked for once, here. */
    DoubleFunction<Diagram> legend();

    /** Left edge of the first column, in units of the map. */
    double gridLeft();

    /** Width of all columns, in units of the map. */
    double gridWidth();

    /** Whether columns can be drawn apart. */
    boolean widens();

    /** The same with so many times as wide columns, as high as before. */
    M widened(double times);
}
