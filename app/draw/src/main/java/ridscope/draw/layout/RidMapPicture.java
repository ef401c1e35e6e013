package ridscope.draw.layout;

import ridscope.draw.diagram.Diagram;

/**
 * A laid-out RID map.
 *
 * @param diagram the marks
 * @param geometry which Routing ID is where, in the diagram's units
 * @param axes what stands beside the map where it is not part of the diagram
 */
public record RidMapPicture(Diagram diagram, RidMapGeometry geometry, RidMapAxes axes) {

    /** The same map with other marks. */
    public RidMapPicture withDiagram(Diagram next) {
        return new RidMapPicture(next, geometry, axes);
    }

    /** The same with so many times as wide cells, as high as before. */
    public RidMapPicture widened(double times) {
        return times == 1 ? this : new WideRidMap(geometry, times).of(this);
    }
}
