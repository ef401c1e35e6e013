package ridscope.source.hwloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/** One PCI function of the file while its parts come in: an object PCIDev, or a Bridge with an address of its own. */
final class PciObject {

    /** Unclassified, storage, network, display, processors, accelerators. */
    private static final Set<Integer> IMPORTANT_BASE = Set.of(0x00, 0x01, 0x02, 0x03, 0x0b, 0x12);

    /** Fibre Channel, InfiniBand, CXL memory. */
    private static final Set<Integer> IMPORTANT = Set.of(0x0c04, 0x0c06, 0x0502);

    /** Class, vendor and device, subsystem, revision; format 3 adds the programming interface. */
    private static final Pattern TYPE = Pattern.compile("([0-9a-fA-F]{1,4}) \\[([0-9a-fA-F]{4}):([0-9a-fA-F]{4})]"
            + " \\[([0-9a-fA-F]{4}):([0-9a-fA-F]{4})] ([0-9a-fA-F]{2})(?: ([0-9a-fA-F]{2}))?");

    private final FunctionAddress address;
    private final Optional<BusSpan> below;
    private final OsFactsBuilder os = new OsFactsBuilder();
    private final List<String> printed = new ArrayList<>();
    private OptionalInt shortClass = OptionalInt.empty();
    private Optional<String> vendor = Optional.empty();
    private Optional<String> device = Optional.empty();
    private Optional<OsFacts.Parent> parent = Optional.empty();
    private OptionalInt numaNode = OptionalInt.empty();

    /** @param below the buses behind it; empty when hwloc takes it for no bridge */
    PciObject(FunctionAddress address, Optional<BusSpan> below) {
        this.address = address;
        this.below = below;
        below.filter(span -> span.segment().equals(address.segment()))
                .ifPresent(
                        span -> os.buses(Optional.of(new OsFacts.KernelBuses(span.secondary(), span.subordinate()))));
    }

    FunctionAddress address() {
        return address;
    }

    Optional<OsFacts.Parent> parent() {
        return parent;
    }

    void parent(Optional<OsFacts.Parent> value) {
        parent = value;
    }

    OptionalInt numaNode() {
        return numaNode;
    }

    void numaNode(OptionalInt value) {
        numaNode = value;
    }

    /** Base class and subclass. */
    OptionalInt shortClass() {
        return shortClass;
    }

    /** A bridge by class of which hwloc could not read the buses, so that it is none in the file. */
    boolean bridgeWithoutBuses() {
        int code = shortClass.orElse(0);
        return below.isEmpty() && (code == 0x0604 || code == 0x0607);
    }

    /** Attribute {@code pci_type}. */
    void type(String text) {
        Matcher m = TYPE.matcher(text);
        if (!m.matches()) {
            return;
        }
        shortClass = Numbers.hex(m.group(1));
        os.vendor(Numbers.hex(m.group(2))).device(Numbers.hex(m.group(3)));
        OptionalInt subsystem = Numbers.hex(m.group(4));
        if (subsystem.orElse(0) != 0) {
            os.subsystemVendor(subsystem).subsystemDevice(Numbers.hex(m.group(5)));
        }
        os.revision(Numbers.hex(m.group(6))).shortClass(shortClass);
        if (m.group(7) != null) {
            int progIf = Numbers.hex(m.group(7)).orElseThrow();
            os.classCode(OptionalInt.of(shortClass.orElseThrow() << 8 | progIf));
        }
    }

    /**
     * Attribute {@code pci_link_speed}: a bandwidth in GB/s, 0 where there is no link or nobody could read it. Several speeds
     * and widths have the same, so none is concluded but that there is a link; it is kept as printed.
     */
    void linkSpeed(String text) {
        if (text.chars().anyMatch(c -> c >= '1' && c <= '9')) {
            printed.add("pci_link_speed=\"" + text + "\"");
            os.link(Optional.of(new OsFacts.LinkAttributes(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        }
    }

    void info(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case "PCIVendor" -> vendor = Optional.of(value);
            case "PCIDevice" -> device = Optional.of(value);
            case "PCISlot" -> os.slot(Optional.of(value));
            default -> {
                // What else hwloc tells has no place with us.
            }
        }
    }

    void osDevice(String kind, String name) {
        os.osDevice(kind, name);
    }

    /**
     * Whether it would be missing if hwloc had been asked for "important" functions only, as {@code lstopo} asks by itself
     * (hwloc {@code hwloc_filter_check_pcidev_subtype_important}).
     */
    boolean unimportant() {
        int code = shortClass.orElse(0);
        return below.isEmpty() && !IMPORTANT_BASE.contains(code >> 8) && !IMPORTANT.contains(code);
    }

    FunctionRecord record() {
        os.parent(parent).numaNode(numaNode);
        os.names(new OsFacts.Names(vendor, device, Optional.empty()));
        return new FunctionRecord(address, ConfigSpace.EMPTY, 0, os.build(), Listing.of(OptionalInt.empty(), printed));
    }
}
