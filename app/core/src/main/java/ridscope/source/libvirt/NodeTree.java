package ridscope.source.libvirt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.source.kernel.PciNames;
import ridscope.text.Diagnostic;

/** Puts the devices of one host together: who is above whom by directory in sysfs, else by the parent's name. */
final class NodeTree {

    private static final String COMPUTER = "computer";
    private static final Pattern NAME = Pattern.compile("pci_([0-9a-f]{4,8})_([0-9a-f]{2})_([01][0-9a-f])_([0-7])");
    private static final int LONGEST_CHAIN = 32;

    private final Map<String, NodeDevice> byName = new HashMap<>();
    private final NavigableMap<FunctionAddress, OsFactsBuilder> functions = new TreeMap<>();
    private final SortedMap<FunctionAddress, OsFacts.Parent> parents = new TreeMap<>();
    private final Map<String, RootBus> roots = new TreeMap<>();
    private final Map<FunctionAddress, OptionalInt> layouts = new HashMap<>();
    private int unaddressed;

    NodeTree(Collection<NodeDevice> devices) {
        devices.forEach(d -> byName.put(d.name, d));
        for (NodeDevice device : devices) {
            device.address().ifPresent(address -> {
                functions.put(address, device.os);
                layouts.put(address, device.layout);
            });
            unaddressed += device.type.equals("pci") && device.address().isEmpty() ? 1 : 0;
        }
        devices.forEach(this::place);
        devices.forEach(this::attach);
        groups(devices);
    }

    /** Everything, with what it does not tell said in words. */
    HostSnapshot snapshot(String kind, List<Diagnostic> found) {
        List<Diagnostic> diagnostics = new ArrayList<>(found);
        if (unaddressed > 0) {
            diagnostics.add(
                    Diagnostic.of("XML_ODD", unaddressed + " PCI devices without a readable address are left out"));
        }
        List<FunctionAddress> hearsay =
                functions.keySet().stream().filter(a -> !layouts.containsKey(a)).toList();
        if (!hearsay.isEmpty()) {
            diagnostics.add(
                    Diagnostic.of(
                            "SOURCE_PARTIAL",
                            hearsay.get(0),
                            "Of " + (hearsay.size() == 1 ? "1 function" : hearsay.size() + " functions")
                                    + " only the address is known, because another device is below; its element is not in the file"));
        }
        List<FunctionRecord> records = new ArrayList<>();
        functions.forEach((address, os) -> {
            os.parent(Optional.ofNullable(parents.get(address)));
            OptionalInt layout = layouts.getOrDefault(address, OptionalInt.empty());
            records.add(new FunctionRecord(address, ConfigSpace.EMPTY, 0, os.build(), Listing.of(layout, List.of())));
        });
        return new HostSnapshot(
                Provenance.of(kind), List.copyOf(roots.values()), records, List.of(), List.of(), diagnostics);
    }

    /** Notes what a device's directory says about functions above it, or its parent's name where there is no directory. */
    private void place(NodeDevice device) {
        Optional<OsFacts.Parent> above = Optional.empty();
        for (String part : device.path.split("/")) {
            Optional<RootBus> root = PciNames.rootBus(part);
            Optional<FunctionAddress> function = PciNames.function(part);
            if (root.isPresent()) {
                roots.putIfAbsent(part, root.get());
                above = Optional.of(OsFacts.Parent.ROOT);
            } else if (function.isPresent()) {
                functions.computeIfAbsent(function.get(), a -> new OsFactsBuilder());
                above.ifPresent(p -> parents.putIfAbsent(function.get(), p));
                above = Optional.of(new OsFacts.Parent(function));
            }
        }
        if (device.path.isEmpty()) {
            device.address().ifPresent(address -> placeByName(device, address));
        }
    }

    private void placeByName(NodeDevice device, FunctionAddress address) {
        if (device.parent.equals(COMPUTER)) {
            parents.putIfAbsent(address, OsFacts.Parent.ROOT);
            return;
        }
        named(device.parent).filter(bridge -> !bridge.equals(address)).ifPresent(bridge -> {
            functions.computeIfAbsent(bridge, a -> new OsFactsBuilder());
            parents.putIfAbsent(address, new OsFacts.Parent(Optional.of(bridge)));
        });
    }

    /** The function that a device's name stands for. */
    private Optional<FunctionAddress> named(String name) {
        NodeDevice device = byName.get(name);
        if (device != null) {
            return device.address();
        }
        Matcher m = NAME.matcher(name);
        return m.matches()
                ? FunctionAddress.parse(m.group(1) + ':' + m.group(2) + ':' + m.group(3) + '.' + m.group(4))
                : Optional.empty();
    }

    /** Gives interfaces and disks to the function they stand on, which may be several devices above. */
    private void attach(NodeDevice device) {
        device.made.ifPresent(made ->
                functionAbove(device).map(functions::get).ifPresent(os -> os.osDevice(made.kind(), made.name())));
    }

    private Optional<FunctionAddress> functionAbove(NodeDevice device) {
        Optional<FunctionAddress> last = Optional.empty();
        for (String part : device.path.split("/")) {
            Optional<FunctionAddress> function = PciNames.function(part);
            last = function.isPresent() ? function : last;
        }
        String name = device.parent;
        for (int step = 0; last.isEmpty() && step < LONGEST_CHAIN && !name.isEmpty(); step++) {
            last = named(name);
            NodeDevice above = byName.get(name);
            name = above == null ? "" : above.parent;
        }
        return last;
    }

    /** A group names all its members, so one of them is enough to know it of the others. */
    private void groups(Collection<NodeDevice> devices) {
        Set<FunctionAddress> told = new HashSet<>();
        devices.stream()
                .filter(d -> d.group.isPresent())
                .forEach(d -> d.address().ifPresent(told::add));
        for (NodeDevice device : devices) {
            OptionalInt group = device.group;
            if (group.isPresent()) {
                device.groupMembers.stream()
                        .filter(a -> functions.containsKey(a) && told.add(a))
                        .forEach(a -> functions.get(a).iommuGroup(group));
            }
        }
    }
}
