package ridscope.ridmap;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.StridedRids;

/**
 * All VFs or all SDIs of one PF against the buses that are routed to it.
 *
 * @param owner the PF
 * @param kind POSSIBLE_VF (all VFs up to TotalVFs) or SDI
 * @param rids where they land
 * @param enabled how many exist now
 * @param routed secondary to subordinate of the bridge above, or the root window; empty when nobody decodes the PF's bus
 * @param outside how many land outside {@code routed}, those beyond 0xFFFF included
 * @param firstOutside lowest such index
 * @param conflicts how many of their Routing IDs somebody else claims too
 */
public record IovPlacement(
        FunctionAddress owner,
        Claim.Kind kind,
        StridedRids rids,
        int enabled,
        Optional<BusRange> routed,
        int outside,
        OptionalInt firstOutside,
        int conflicts) {}
