package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.rid.BusRange;

/**
 * The bus-number registers of a bridge: type 1 and type 2 headers, offsets 0x18 to 0x1A.
 *
 * @param primary Primary Bus Number, 0 to 255; empty when only sysfs attributes were readable
 * @param secondary Secondary Bus Number
 * @param subordinate Subordinate Bus Number
 */
public record BridgeBuses(OptionalInt primary, int secondary, int subordinate) {

    /** Whether firmware or kernel gave it numbers at all. */
    public boolean configured() {
        return secondary != 0 || subordinate != 0;
    }

    /** R(b) of enumeration rules: [secondary, subordinate] when 0 &lt; secondary ≤ subordinate. */
    public Optional<BusRange> range() {
        return secondary > 0 && secondary <= subordinate
                ? Optional.of(new BusRange(secondary, subordinate))
                : Optional.empty();
    }
}
