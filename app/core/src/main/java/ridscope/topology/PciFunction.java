package ridscope.topology;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.CapabilityList;
import ridscope.config.ConfigSpace;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.FunctionRecord;
import ridscope.rid.FunctionAddress;

/**
 * One function of the model.
 *
 * @param record the raw facts it was made from
 * @param identity IDs and class
 * @param role what it is in the hierarchy
 * @param place where it sits
 * @param bridge bus registers, when it is a bridge
 * @param capabilities its capability lists
 * @param express PCI Express view and its relatives
 * @param iov SR-IOV, SIOV and VF views
 */
public record PciFunction(
        FunctionRecord record,
        Identity identity,
        Role role,
        Place place,
        Optional<BridgeBuses> bridge,
        CapabilityList capabilities,
        Express express,
        Iov iov) {

    /**
     * @param capability the PCI Express capability
     * @param link the function's own view of its link, also from sysfs
     * @param ari ARI capability
     * @param acs ACS capability
     */
    public record Express(
            Optional<PciExpress> capability,
            Optional<LinkEnd> link,
            Optional<AriCapability> ari,
            Optional<AcsCapability> acs) {}

    /**
     * @param sriov when it is an SR-IOV PF
     * @param siov when it has a SIOV capability
     * @param virtual when it is a VF
     */
    public record Iov(Optional<SrIov> sriov, Optional<Siov> siov, Optional<VirtualFunction> virtual) {}

    /** Its address. */
    public FunctionAddress address() {
        return record.address();
    }

    /** Its configuration bytes. */
    public ConfigSpace config() {
        return record.config();
    }

    /** SR-IOV view, when it is a PF. */
    public Optional<SrIov> sriov() {
        return iov.sriov();
    }

    /** SIOV view. */
    public Optional<Siov> siov() {
        return iov.siov();
    }

    /** VF view. */
    public Optional<VirtualFunction> virtual() {
        return iov.virtual();
    }

    /** Whether it may have VFs that nobody could read. */
    public boolean vfsUnknown() {
        return iov.sriov().isEmpty() && mayHave(SrIovCapability.ID);
    }

    /** Whether it may have SDIs that nobody could read, as where a listing names the capability and prints no more of it. */
    public boolean sdisUnknown() {
        return iov.siov().isEmpty() && mayHave(SiovCapability.ID);
    }

    private boolean mayHave(int extendedCapability) {
        return capabilities.extended() == CapabilityList.Walked.UNKNOWN
                || capabilities.extended(extendedCapability).isPresent();
    }

    /** Whether it owns VFs or SDIs; a capability with a total of 0 makes no PF. */
    public boolean physicalFunction() {
        return iov.sriov().filter(s -> s.totalVfs() > 0).isPresent()
                || iov.siov().filter(s -> s.capability().totalSdis() > 0).isPresent();
    }

    /** The bridge above. */
    public Optional<FunctionAddress> parent() {
        return place.parent();
    }

    /** Driver bound to it. */
    public Optional<String> driver() {
        return record.os().driver();
    }

    /** The vendor's name as the source told it. */
    public Optional<String> vendorName() {
        return record.os().names().vendor();
    }

    /** The device's name as the source told it. */
    public Optional<String> deviceName() {
        return record.os().names().device();
    }

    /** The subsystem's name as the source told it. */
    public Optional<String> subsystemName() {
        return record.os().names().subsystem();
    }

    /** IOMMU group. */
    public OptionalInt iommuGroup() {
        return place.iommuGroup();
    }
}
