package ridscope.draw.layout;

import ridscope.draw.diagram.Diagram;

/**
 * A laid-out RID map.
 *
 * @param diagram the marks
 * @param geometry which Routing ID is where, in the diagram's units
 */
public record RidMapPicture(Diagram diagram, RidMapGeometry geometry) {}
