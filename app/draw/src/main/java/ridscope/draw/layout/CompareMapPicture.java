package ridscope.draw.layout;

import java.util.Optional;
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
 */
public record CompareMapPicture(Segment segment, Diagram diagram, CompareMapGeometry geometry) {

    /** The arrow of one function, also where the picture has too many to draw all; empty if it has no two places here. */
    public Optional<Mark.Wire> arrow(FunctionFate fate) {
        return CompareArrows.of(segment, geometry, fate)
                .map(own -> diagram.marks().stream()
                        .filter(mark -> mark.id().equals(own.id()) && mark instanceof Mark.Wire)
                        .map(Mark.Wire.class::cast)
                        .findFirst()
                        .orElse(own));
    }
}
