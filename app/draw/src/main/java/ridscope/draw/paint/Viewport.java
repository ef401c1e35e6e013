package ridscope.draw.paint;

import ridscope.draw.diagram.Rect;

/**
 * Which part of a diagram a surface shows.
 *
 * @param visible the part, in diagram units
 * @param scale surface pixels per diagram unit
 */
public record Viewport(Rect visible, double scale) {}
