package ridscope.draw.paint;

/**
 * @param color line colour
 * @param width in diagram units
 * @param dashed 3 on, 2 off
 */
public record Stroke(Rgba color, double width, boolean dashed) {}
