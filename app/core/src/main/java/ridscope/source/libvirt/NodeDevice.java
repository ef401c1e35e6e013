package ridscope.source.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/** One device as its element tells it. Is filled while the element is read, and then left alone. */
final class NodeDevice {

    /** Its name, unique on its host. */
    String name = "";

    /** Directory in sysfs; "" where an old libvirt does not tell. */
    String path = "";

    /** Name of the device above. */
    String parent = "";

    /** Type of its capability: pci, net, storage … */
    String type = "";

    OptionalInt domain = OptionalInt.empty();
    OptionalInt bus = OptionalInt.empty();
    OptionalInt slot = OptionalInt.empty();
    OptionalInt function = OptionalInt.empty();
    final OsFactsBuilder os = new OsFactsBuilder();
    /** Header layout, of bridges. */
    OptionalInt layout = OptionalInt.empty();

    Optional<String> vendorName = Optional.empty();
    Optional<String> deviceName = Optional.empty();
    OptionalInt group = OptionalInt.empty();
    final List<FunctionAddress> groupMembers = new ArrayList<>();
    int virtualFunctions;

    /** What the system calls it, when it is a network interface, a disk or the like. */
    Optional<OsFacts.OsDevice> made = Optional.empty();

    /** Its address, when it is a PCI function. */
    Optional<FunctionAddress> address() {
        if (!type.equals("pci")
                || domain.isEmpty()
                || !within(bus, 0xff)
                || !within(slot, 0x1f)
                || !within(function, 7)) {
            return Optional.empty();
        }
        RoutingId rid = RoutingId.of(bus.getAsInt(), slot.getAsInt() << 3 | function.getAsInt());
        return Optional.of(new FunctionAddress(new Segment(domain.getAsInt()), rid));
    }

    private static boolean within(OptionalInt value, int max) {
        return value.isPresent() && value.getAsInt() >= 0 && value.getAsInt() <= max;
    }

    /** Whether both tell the same. */
    boolean same(NodeDevice other) {
        return name.equals(other.name)
                && path.equals(other.path)
                && parent.equals(other.parent)
                && address().equals(other.address())
                && group.equals(other.group)
                && made.equals(other.made)
                && layout.equals(other.layout)
                && os.build().equals(other.os.build());
    }
}
