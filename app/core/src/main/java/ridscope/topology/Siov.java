package ridscope.topology;

import java.util.List;
import java.util.Optional;
import ridscope.config.SiovCapability;
import ridscope.rid.StridedRids;

/**
 * SIOV (PCIe 7.0 capability 0x38) of a PF. Only strided RID assignment is modelled.
 *
 * @param capability the registers
 * @param sdis where SDIs 0 to Total − 1 land; empty when unusable
 * @param problems why it is unusable, in words; empty when usable
 */
public record Siov(SiovCapability capability, Optional<StridedRids> sdis, List<String> problems) {

    public Siov {
        problems = List.copyOf(problems);
    }

    /** Whether the strided RIDs can be computed and there is at least one. */
    public boolean usable() {
        return sdis.isPresent();
    }
}
