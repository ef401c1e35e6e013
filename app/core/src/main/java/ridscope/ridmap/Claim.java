package ridscope.ridmap;

import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;

/**
 * One claim on one Routing ID.
 *
 * @param kind what lays claim
 * @param owner the function itself, or the PF of a VF or SDI, or the bridge of an alias
 * @param index VF or SDI index from 0
 * @param placement where it lands, unwrapped
 * @param formula how it was computed, such as {@code 3b:00.0 + 128 + 37 × 2}; empty for a function
 * @param enabled whether it exists now, as far as known
 */
public record Claim(
        Kind kind, FunctionAddress owner, OptionalInt index, Placement placement, String formula, Enabled enabled) {

    /** What lays claim. */
    public enum Kind {
        /** A function that answered (VFs that answered are ENABLED_VF). */
        FUNCTION,
        /** A VF below NumVFs of an enabled PF. */
        ENABLED_VF,
        /** A VF that exists only if more were enabled. */
        POSSIBLE_VF,
        /** A SIOV SDI: a Routing ID without configuration space. */
        SDI,
        /** A phantom function number in use by a function. */
        PHANTOM_FUNCTION,
        /** Requests of conventional devices that a bridge puts under its own or its secondary bus's RID. */
        BRIDGE_ALIAS
    }

    /** Three answers. */
    public enum Enabled {
        YES,
        NO,
        UNKNOWN
    }
}
