package ridscope.config;

import java.util.Optional;
import ridscope.rid.BusRange;

/**
 * Bus numbers a bridge is built for: the Enhanced Allocation capability (standard ID 0x14) of a type 1 function (Linux
 * {@code pci_ea_fixed_busnrs}).
 *
 * @param offset where the capability stands
 * @param range Fixed Secondary (+0x04 bits 7:0) to Fixed Subordinate (bits 15:8)
 */
public record EaFixedBuses(int offset, BusRange range) {

    /** Empty unless secondary is not 0 and subordinate is not below it. */
    static Optional<EaFixedBuses> decode(ConfigSpace config, int at) {
        if (!config.has(at + 4, 4)) {
            return Optional.empty();
        }
        int secondary = config.u8(at + 4).getAsInt();
        int subordinate = config.u8(at + 5).getAsInt();
        return secondary != 0 && subordinate >= secondary
                ? Optional.of(new EaFixedBuses(at, new BusRange(secondary, subordinate)))
                : Optional.empty();
    }
}
