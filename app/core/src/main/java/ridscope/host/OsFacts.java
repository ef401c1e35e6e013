package ridscope.host;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;

/**
 * What the operating system says about one function besides its configuration bytes. Everything may be unknown.
 *
 * @param identity IDs as the system reports them; right for VFs, whose own registers read 0xFFFF
 * @param place where it sits
 * @param buses the kernel's view of a bridge's buses
 * @param link link attributes as printed
 * @param sriov SR-IOV attributes of a PF, and the PF of a VF
 * @param driver kernel driver bound to it; empty when none or unknown
 * @param devices what the system made of it: network interfaces, disks
 * @param resources address ranges: BARs, VF BAR apertures, bridge windows
 * @param state power and interrupts
 * @param names the names its host knew
 */
public record OsFacts(
        Identity identity,
        Place place,
        Optional<KernelBuses> buses,
        Optional<LinkAttributes> link,
        SrIovAttributes sriov,
        Optional<String> driver,
        List<OsDevice> devices,
        List<Resource> resources,
        State state,
        Names names) {

    /** Nothing known. */
    public static final OsFacts NONE = new OsFacts(
            Identity.NONE,
            Place.NONE,
            Optional.empty(),
            Optional.empty(),
            SrIovAttributes.NONE,
            Optional.empty(),
            List.of(),
            List.of(),
            State.NONE,
            Names.NONE);

    public OsFacts {
        devices = List.copyOf(devices);
        resources = List.copyOf(resources);
    }

    /** The same with other IDs. */
    public OsFacts withIdentity(Identity other) {
        return new OsFacts(other, place, buses, link, sriov, driver, devices, resources, state, names);
    }

    /** The same with other power and interrupts. */
    public OsFacts withState(State other) {
        return new OsFacts(identity, place, buses, link, sriov, driver, devices, resources, other, names);
    }

    /** The same with other names. */
    public OsFacts withNames(Names other) {
        return new OsFacts(identity, place, buses, link, sriov, driver, devices, resources, state, other);
    }

    /**
     * @param vendor 16 bits
     * @param device 16 bits
     * @param subsystemVendor 16 bits
     * @param subsystemDevice 16 bits
     * @param classCode 24 bits: base class, subclass, prog-if
     * @param shortClass 16 bits: base class and subclass from a source that tells no prog-if; empty where the class code is
     *     known
     * @param revision 8 bits
     */
    public record Identity(
            OptionalInt vendor,
            OptionalInt device,
            OptionalInt subsystemVendor,
            OptionalInt subsystemDevice,
            OptionalInt classCode,
            OptionalInt shortClass,
            OptionalInt revision) {

        /** Nothing known. */
        public static final Identity NONE = new Identity(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());

        /** From a source that tells the class code as a whole or not at all. */
        public Identity(
                OptionalInt vendor,
                OptionalInt device,
                OptionalInt subsystemVendor,
                OptionalInt subsystemDevice,
                OptionalInt classCode,
                OptionalInt revision) {
            this(vendor, device, subsystemVendor, subsystemDevice, classCode, OptionalInt.empty(), revision);
        }

        public Identity {
            shortClass = classCode.isPresent() ? OptionalInt.empty() : shortClass;
        }
    }

    /**
     * @param parent the bridge or root above it, where the source shows nesting
     * @param slot slot label, such as {@code 3} or {@code PCI-E Slot 5}
     * @param numaNode at least 0; empty when none (−1) or unknown
     * @param iommuGroup group number
     * @param ariEnabled whether ARI is on for the bus it sits on
     */
    public record Place(
            Optional<Parent> parent,
            Optional<String> slot,
            OptionalInt numaNode,
            OptionalInt iommuGroup,
            Optional<Boolean> ariEnabled) {

        /** Nothing known. */
        public static final Place NONE = new Place(
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * What stands above a function.
     *
     * @param bridge the bridge; empty when it sits on a root bus
     */
    public record Parent(Optional<FunctionAddress> bridge) {

        /** It sits directly on a root bus. */
        public static final Parent ROOT = new Parent(Optional.empty());
    }

    /**
     * @param secondary sysfs {@code secondary_bus_number}
     * @param subordinate sysfs {@code subordinate_bus_number}
     */
    public record KernelBuses(int secondary, int subordinate) {}

    /**
     * Texts as the kernel prints them, such as {@code 16.0 GT/s PCIe} and {@code 8}; {@code Unknown} stays as it is.
     */
    public record LinkAttributes(
            Optional<String> currentSpeed,
            Optional<String> currentWidth,
            Optional<String> maxSpeed,
            Optional<String> maxWidth) {}

    /**
     * @param totalVfs the driver's limit, which may be lower than the capability's TotalVFs
     * @param numVfs VFs enabled
     * @param offset First VF Offset at the present NumVFs
     * @param stride VF Stride at the present NumVFs
     * @param vfDevice VF Device ID
     * @param physicalFunction for a VF: its PF
     * @param virtualFunctions for a PF: its VFs by index (links {@code virtfn0…}); may have holes where a link is missing
     */
    public record SrIovAttributes(
            OptionalInt totalVfs,
            OptionalInt numVfs,
            OptionalInt offset,
            OptionalInt stride,
            OptionalInt vfDevice,
            Optional<FunctionAddress> physicalFunction,
            SortedMap<Integer, FunctionAddress> virtualFunctions) {

        /** Nothing known. */
        public static final SrIovAttributes NONE = new SrIovAttributes(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Collections.emptySortedMap());

        public SrIovAttributes {
            virtualFunctions = Collections.unmodifiableSortedMap(new TreeMap<>(virtualFunctions));
        }
    }

    /**
     * @param kind the class of device in sysfs: net, nvme, drm, infiniband, block and others
     * @param name what the system calls it, such as eth0
     */
    public record OsDevice(String kind, String name) {}

    /**
     * One address range, as a line of sysfs {@code resource} or a Region line of lspci gives it. Ranges that are not there
     * are left out.
     *
     * @param index place in sysfs {@code resource}: 0 to 5 BARs, 6 expansion ROM, 7 to 12 VF BAR apertures (all VFs
     *     together), 13 to 16 bridge windows (Linux {@code PCI_BRIDGE_RESOURCES})
     * @param start first address, unsigned; empty when not assigned
     * @param size bytes, unsigned; empty when the source does not say
     * @param flags Linux {@code IORESOURCE_*} bits, where the source has them
     */
    public record Resource(int index, OptionalLong start, OptionalLong size, OptionalLong flags) {}

    /**
     * @param power PCI power state as sysfs {@code power_state} prints it: {@code D0} to {@code D3cold}, {@code unknown}
     * @param runtime runtime power management, sysfs {@code power/runtime_status}: {@code active}, {@code suspended} …
     * @param vectors MSI or MSI-X vectors in use, entries of sysfs {@code msi_irqs}; empty when the source has no such list
     * @param vfMsixTotal vectors the driver can hand out to VFs, sysfs {@code sriov_vf_total_msix}
     */
    public record State(
            Optional<String> power, Optional<String> runtime, OptionalInt vectors, OptionalInt vfMsixTotal) {

        /** Nothing known. */
        public static final State NONE =
                new State(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * @param vendor vendor name
     * @param device device name
     * @param subsystem subsystem name
     */
    public record Names(Optional<String> vendor, Optional<String> device, Optional<String> subsystem) {

        /** No names known. */
        public static final Names NONE = new Names(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
