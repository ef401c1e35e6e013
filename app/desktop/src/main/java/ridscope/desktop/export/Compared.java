package ridscope.desktop.export;

import ridscope.draw.layout.FramedMap;

/**
 * Two hosts that the window compares.
 *
 * @param map of both
 * @param before what the earlier one is called
 * @param after what the later one is called
 */
public record Compared(FramedMap<?> map, String before, String after) {}
