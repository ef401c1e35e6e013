package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.draw.diagram.Target;

/**
 * One step of the way from the root.
 *
 * @param text what it is called
 * @param target what a click on it selects; empty for the segment
 */
record Crumb(String text, Optional<Target> target) {}
