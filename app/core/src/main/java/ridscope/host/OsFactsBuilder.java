package ridscope.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;

/**
 * Collects what a source tells about one function, in any order. What is never set stays unknown; ranges are those of
 * {@link OsFacts}. Not for several threads.
 */
public final class OsFactsBuilder {

    private OptionalInt vendor = OptionalInt.empty();
    private OptionalInt device = OptionalInt.empty();
    private OptionalInt subsystemVendor = OptionalInt.empty();
    private OptionalInt subsystemDevice = OptionalInt.empty();
    private OptionalInt classCode = OptionalInt.empty();
    private OptionalInt shortClass = OptionalInt.empty();
    private OptionalInt revision = OptionalInt.empty();
    private Optional<OsFacts.Parent> parent = Optional.empty();
    private Optional<String> slot = Optional.empty();
    private OptionalInt numaNode = OptionalInt.empty();
    private OptionalInt iommuGroup = OptionalInt.empty();
    private Optional<Boolean> ariEnabled = Optional.empty();
    private Optional<OsFacts.KernelBuses> buses = Optional.empty();
    private Optional<OsFacts.LinkAttributes> link = Optional.empty();
    private OptionalInt totalVfs = OptionalInt.empty();
    private OptionalInt numVfs = OptionalInt.empty();
    private OptionalInt vfOffset = OptionalInt.empty();
    private OptionalInt vfStride = OptionalInt.empty();
    private OptionalInt vfDevice = OptionalInt.empty();
    private Optional<FunctionAddress> physicalFunction = Optional.empty();
    private final SortedMap<Integer, FunctionAddress> virtualFunctions = new TreeMap<>();
    private Optional<String> driver = Optional.empty();
    private final List<OsFacts.OsDevice> devices = new ArrayList<>();
    private final List<OsFacts.Resource> resources = new ArrayList<>();
    private OsFacts.State state = OsFacts.State.NONE;
    private OsFacts.Names names = OsFacts.Names.NONE;

    /** Nothing known yet. */
    public OsFactsBuilder() {}

    public OsFactsBuilder vendor(OptionalInt value) {
        vendor = value;
        return this;
    }

    public OsFactsBuilder device(OptionalInt value) {
        device = value;
        return this;
    }

    public OsFactsBuilder subsystemVendor(OptionalInt value) {
        subsystemVendor = value;
        return this;
    }

    public OsFactsBuilder subsystemDevice(OptionalInt value) {
        subsystemDevice = value;
        return this;
    }

    public OsFactsBuilder classCode(OptionalInt value) {
        classCode = value;
        return this;
    }

    /** Counts only where no class code is set. */
    public OsFactsBuilder shortClass(OptionalInt value) {
        shortClass = value;
        return this;
    }

    public OsFactsBuilder revision(OptionalInt value) {
        revision = value;
        return this;
    }

    public OsFactsBuilder parent(Optional<OsFacts.Parent> value) {
        parent = value;
        return this;
    }

    public OsFactsBuilder slot(Optional<String> value) {
        slot = value;
        return this;
    }

    /** A negative number means "none" to Linux and is taken as unknown. */
    public OsFactsBuilder numaNode(OptionalInt value) {
        numaNode = value.isPresent() && value.getAsInt() < 0 ? OptionalInt.empty() : value;
        return this;
    }

    public OsFactsBuilder iommuGroup(OptionalInt value) {
        iommuGroup = value;
        return this;
    }

    public OsFactsBuilder ariEnabled(Optional<Boolean> value) {
        ariEnabled = value;
        return this;
    }

    public OsFactsBuilder buses(Optional<OsFacts.KernelBuses> value) {
        buses = value;
        return this;
    }

    public OsFactsBuilder link(Optional<OsFacts.LinkAttributes> value) {
        link = value;
        return this;
    }

    public OsFactsBuilder totalVfs(OptionalInt value) {
        totalVfs = value;
        return this;
    }

    public OsFactsBuilder numVfs(OptionalInt value) {
        numVfs = value;
        return this;
    }

    public OsFactsBuilder vfOffset(OptionalInt value) {
        vfOffset = value;
        return this;
    }

    public OsFactsBuilder vfStride(OptionalInt value) {
        vfStride = value;
        return this;
    }

    public OsFactsBuilder vfDevice(OptionalInt value) {
        vfDevice = value;
        return this;
    }

    public OsFactsBuilder physicalFunction(Optional<FunctionAddress> value) {
        physicalFunction = value;
        return this;
    }

    public OsFactsBuilder virtualFunction(int index, FunctionAddress address) {
        virtualFunctions.put(index, address);
        return this;
    }

    public OsFactsBuilder driver(Optional<String> value) {
        driver = value;
        return this;
    }

    public OsFactsBuilder osDevice(String kind, String name) {
        devices.add(new OsFacts.OsDevice(kind, name));
        return this;
    }

    public OsFactsBuilder resource(OsFacts.Resource value) {
        resources.add(value);
        return this;
    }

    public OsFactsBuilder state(OsFacts.State value) {
        state = value;
        return this;
    }

    public OsFactsBuilder names(OsFacts.Names value) {
        names = value;
        return this;
    }

    /** What was set so far. */
    public OsFacts build() {
        return new OsFacts(
                new OsFacts.Identity(vendor, device, subsystemVendor, subsystemDevice, classCode, shortClass, revision),
                new OsFacts.Place(parent, slot, numaNode, iommuGroup, ariEnabled),
                buses,
                link,
                new OsFacts.SrIovAttributes(
                        totalVfs, numVfs, vfOffset, vfStride, vfDevice, physicalFunction, virtualFunctions),
                driver,
                devices,
                resources,
                state,
                names);
    }
}
