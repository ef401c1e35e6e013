package ridscope.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.SrIovCapability;
import ridscope.rid.StridedRids;

/**
 * SR-IOV of a PF, from its capability or, without privilege, from sysfs attributes.
 *
 * @param capability the registers, when they were readable
 * @param enabled VF Enable; from sysfs: NumVFs above 0
 * @param totalVfs TotalVFs of the device
 * @param driverLimit sysfs {@code sriov_totalvfs}, which a driver may set lower
 * @param numVfs NumVFs as it stands in the register or sysfs, also when not enabled
 * @param firstVfOffset empty when only sysfs was readable and did not tell
 * @param vfStride likewise
 * @param vfDevice VF Device ID
 * @param possible where VFs 0 to TotalVFs − 1 land; empty when offset or stride is unknown or the capability is unusable
 * @param problems why Linux would not use it, in words; empty when usable
 */
public record SrIov(
        Optional<SrIovCapability> capability,
        boolean enabled,
        int totalVfs,
        OptionalInt driverLimit,
        int numVfs,
        OptionalInt firstVfOffset,
        OptionalInt vfStride,
        OptionalInt vfDevice,
        Optional<StridedRids> possible,
        List<String> problems) {

    public SrIov {
        problems = List.copyOf(problems);
    }

    /** VFs that exist now: NumVFs when enabled, otherwise 0. */
    public int enabledVfs() {
        return enabled ? numVfs : 0;
    }
}
