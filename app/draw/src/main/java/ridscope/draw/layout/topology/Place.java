package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Target;

/**
 * Where a target stands in a picture.
 *
 * @param mark the mark that stands for it: its own, or a fold's or stack's
 * @param leading marks that lead to it from its parent
 * @param parent what is above it; empty for a host bridge
 * @param folded whether the mark stands for a fold that this target is in
 */
public record Place(MarkId mark, List<MarkId> leading, Optional<Target> parent, boolean folded) {

    public Place {
        leading = List.copyOf(leading);
    }
}
