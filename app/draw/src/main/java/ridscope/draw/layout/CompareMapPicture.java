package ridscope.draw.layout;

import java.util.Optional;
import java.util.function.DoubleFunction;
import ridscope.diff.FunctionFate;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.rid.Segment;

/**
 * A laid-out map of two hosts.
 *
 * @param segment whose Routing IDs these are
 * @param diagram the marks
 * @param geometry which Routing ID is where, in the diagram's units
 * @param axes what stands beside the map
 * @param explained the signs that occur
 */
public record CompareMapPicture(
        Segment segment, Diagram diagram, CompareMapGeometry geometry, CompareMapAxes axes, CompareMapLegend explained)
        implements FramedMap<CompareMapPicture> {

    /** The arrow of one function, also where the picture has too many to draw all; empty if it has no two places here. */
    public Optional<Mark.Wire> arrow(FunctionFate fate) {
        return CompareArrows.of(segment, geometry, fate)
                .map(own -> diagram.marks().stream()
                        .filter(mark -> mark.id().equals(own.id()) && mark instanceof Mark.Wire)
                        .map(Mark.Wire.class::cast)
                        .findFirst()
                        .orElse(own));
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
        return CompareMapAxes.TOP;
    }

    @Override
    public Diagram heads(double scale, double from, double width) {
        return axes.top(scale, from, width);
    }

    @Override
    public DoubleFunction<Diagram> legend() {
        return explained::at;
    }

    @Override
    public double gridLeft() {
        return geometry.left();
    }

    @Override
    public double gridWidth() {
        return geometry.right() - geometry.left();
    }

    /** Columns of devices that nobody has are left out: there are few, and they are wide from the start. */
    @Override
    public boolean widens() {
        return false;
    }

    @Override
    public CompareMapPicture widened(double times) {
        return this;
    }
}
