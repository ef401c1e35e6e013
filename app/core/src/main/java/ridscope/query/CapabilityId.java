package ridscope.query;

import ridscope.config.Capability;

/**
 * A capability as a question names it.
 *
 * @param extended whether it stands in extended configuration space
 * @param id 8 bits, or 16 when extended
 */
public record CapabilityId(boolean extended, int id) {

    boolean is(Capability capability) {
        return capability.extended() == extended && capability.id() == id;
    }
}
