package ridscope.draw.layout;

import java.util.function.DoubleFunction;
import ridscope.draw.diagram.Diagram;

/**
 * A laid-out RID map.
 *
 * @param diagram the marks
 * @param geometry which Routing ID is where, in the diagram's units
 * @param axes what stands beside the map where it is not part of the diagram
 */
public record RidMapPicture(Diagram diagram, RidMapGeometry geometry, RidMapAxes axes)
        implements FramedMap<RidMapPicture> {

    /** The same map with other marks. */
    public RidMapPicture withDiagram(Diagram next) {
        return new RidMapPicture(next, geometry, axes);
    }

    @Override
    public double gutterWidth() {
        return axes.width();
    }

    @Override
    public Diagram gutter(double scale, double from, double height) {
        return axes.left(scale, from, height);
    }

    @Override
    public double headsHeight() {
        return RidMapAxes.TOP;
    }

    @Override
    public Diagram heads(double scale, double from, double width) {
        return axes.top(geometry.cellWidth() * scale, (geometry.left() - from) * scale, width);
    }

    @Override
    public DoubleFunction<Diagram> legend() {
        return axes.legend(diagram.marks());
    }

    @Override
    public double gridLeft() {
        return geometry.left();
    }

    @Override
    public double gridWidth() {
        return geometry.cellWidth() * RidMapGeometry.COLUMNS;
    }

    @Override
    public boolean widens() {
        return true;
    }

    @Override
    public RidMapPicture widened(double times) {
        return times == 1 ? this : new WideRidMap(geometry, times).of(this);
    }
}
