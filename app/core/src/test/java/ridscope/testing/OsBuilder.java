package ridscope.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.host.OsFacts;
import ridscope.rid.FunctionAddress;

/** Collects what the operating system says about one function. */
public final class OsBuilder {

    private OsFacts.Identity identity = OsFacts.Identity.NONE;
    private Optional<OsFacts.Parent> parent = Optional.empty();
    private Optional<String> slot = Optional.empty();
    private OptionalInt numaNode = OptionalInt.empty();
    private OptionalInt iommuGroup = OptionalInt.empty();
    private Optional<Boolean> ariEnabled = Optional.empty();
    private Optional<OsFacts.KernelBuses> buses = Optional.empty();
    private Optional<OsFacts.LinkAttributes> link = Optional.empty();
    private OptionalInt[] sriov = none(5);
    private Optional<FunctionAddress> physicalFunction = Optional.empty();
    private final SortedMap<Integer, FunctionAddress> virtualFunctions = new TreeMap<>();
    private Optional<String> driver = Optional.empty();
    private final List<OsFacts.OsDevice> devices = new ArrayList<>();
    private final List<OsFacts.Resource> resources = new ArrayList<>();
    private OsFacts.State state = OsFacts.State.NONE;
    private OsFacts.Names names = OsFacts.Names.NONE;

    private static OptionalInt[] none(int count) {
        OptionalInt[] values = new OptionalInt[count];
        Arrays.fill(values, OptionalInt.empty());
        return values;
    }

    /** @param classCode 24 bits */
    public OsBuilder ids(int vendor, int device, int classCode) {
        identity = new OsFacts.Identity(
                OptionalInt.of(vendor),
                OptionalInt.of(device),
                identity.subsystemVendor(),
                identity.subsystemDevice(),
                OptionalInt.of(classCode),
                identity.revision());
        return this;
    }

    /** The bridge above. */
    public OsBuilder below(String bridge) {
        parent = Optional.of(new OsFacts.Parent(Optional.of(FunctionAddress.of(bridge))));
        return this;
    }

    /** It sits on a root bus. */
    public OsBuilder onRoot() {
        parent = Optional.of(OsFacts.Parent.ROOT);
        return this;
    }

    public OsBuilder slot(String label) {
        slot = Optional.of(label);
        return this;
    }

    public OsBuilder numa(int node) {
        numaNode = OptionalInt.of(node);
        return this;
    }

    public OsBuilder group(int number) {
        iommuGroup = OptionalInt.of(number);
        return this;
    }

    public OsBuilder ariEnabled(boolean enabled) {
        ariEnabled = Optional.of(enabled);
        return this;
    }

    /** Sysfs bus numbers of a bridge. */
    public OsBuilder buses(int secondary, int subordinate) {
        buses = Optional.of(new OsFacts.KernelBuses(secondary, subordinate));
        return this;
    }

    /** Link attributes as printed: current speed and width, maximum speed and width. */
    public OsBuilder link(String speed, String width, String maxSpeed, String maxWidth) {
        link = Optional.of(new OsFacts.LinkAttributes(
                Optional.of(speed), Optional.of(width), Optional.of(maxSpeed), Optional.of(maxWidth)));
        return this;
    }

    /** Sysfs SR-IOV attributes; a negative number means the attribute is missing. */
    public OsBuilder sriov(int totalVfs, int numVfs, int offset, int stride, int vfDevice) {
        int[] values = {totalVfs, numVfs, offset, stride, vfDevice};
        for (int i = 0; i < values.length; i++) {
            sriov[i] = values[i] < 0 ? OptionalInt.empty() : OptionalInt.of(values[i]);
        }
        return this;
    }

    /** Link {@code physfn}. */
    public OsBuilder vfOf(String pf) {
        physicalFunction = Optional.of(FunctionAddress.of(pf));
        return this;
    }

    /** Link {@code virtfnN}. */
    public OsBuilder vf(int index, String address) {
        virtualFunctions.put(index, FunctionAddress.of(address));
        return this;
    }

    public OsBuilder driver(String name) {
        driver = Optional.of(name);
        return this;
    }

    /** A device of the operating system: its class in sysfs and what it is called. */
    public OsBuilder device(String kind, String name) {
        devices.add(new OsFacts.OsDevice(kind, name));
        return this;
    }

    /** Power state and runtime status as sysfs prints them, MSI vectors in use, MSI-X vectors for VFs. */
    public OsBuilder state(String power, String runtime, int vectors, int vfMsixTotal) {
        state = new OsFacts.State(
                Optional.of(power), Optional.of(runtime), OptionalInt.of(vectors), OptionalInt.of(vfMsixTotal));
        return this;
    }

    /** An address range as sysfs lists it. */
    public OsBuilder resource(int index, long start, long size, long flags) {
        resources.add(
                new OsFacts.Resource(index, OptionalLong.of(start), OptionalLong.of(size), OptionalLong.of(flags)));
        return this;
    }

    /** An address range for which the system found no place. */
    public OsBuilder unplaced(int index, long size, long flags) {
        resources.add(new OsFacts.Resource(index, OptionalLong.empty(), OptionalLong.of(size), OptionalLong.of(flags)));
        return this;
    }

    /** The names its host knew. */
    public OsBuilder names(String vendor, String device) {
        names = new OsFacts.Names(Optional.of(vendor), Optional.of(device), names.subsystem());
        return this;
    }

    OsFacts build() {
        return new OsFacts(
                identity,
                new OsFacts.Place(parent, slot, numaNode, iommuGroup, ariEnabled),
                buses,
                link,
                new OsFacts.SrIovAttributes(
                        sriov[0], sriov[1], sriov[2], sriov[3], sriov[4], physicalFunction, virtualFunctions),
                driver,
                devices,
                resources,
                state,
                names);
    }
}
