package ridscope.topology;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;

/**
 * One function's own view of its link, from config registers or, where those are missing, from sysfs attributes.
 *
 * @param maxSpeed capability
 * @param maxWidth capability, lanes
 * @param speed present speed
 * @param width present width, lanes; 0 when no link is up
 */
public record LinkEnd(
        Optional<LinkSpeed> maxSpeed, OptionalInt maxWidth, Optional<LinkSpeed> speed, OptionalInt width) {

    /** Whether a link is known to be up. */
    public boolean up() {
        return width.orElse(0) > 0;
    }
}
