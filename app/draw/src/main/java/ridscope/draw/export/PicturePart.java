package ridscope.draw.export;

import java.util.Set;
import ridscope.draw.diagram.Target;
import ridscope.rid.Segment;

/** Which part of a host a picture shows. */
public sealed interface PicturePart {

    /** All of it; of pictures that show one segment, the lowest one. */
    PicturePart WHOLE = new Whole();

    /** All of it. */
    record Whole() implements PicturePart {}

    /** One segment. */
    record OfSegment(Segment segment) implements PicturePart {}

    /**
     * What is chosen and what leads to it from the root; on a RID map the buses that it is on.
     *
     * @param targets functions, VFs, SDIs, single Routing IDs or buses; not empty
     * @param below whether what is below chosen bridges is shown one by one instead of counted
     */
    record Selection(Set<Target> targets, boolean below) implements PicturePart {

        /** @throws IllegalArgumentException if nothing is chosen */
        public Selection {
            targets = Set.copyOf(targets);
            if (targets.isEmpty()) {
                throw new IllegalArgumentException("nothing is chosen");
            }
        }
    }
}
