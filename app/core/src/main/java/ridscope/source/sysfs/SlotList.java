package ridscope.source.sysfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.SlotRecord;
import ridscope.rid.FunctionAddress;

/** The physical slots under {@code bus/pci/slots}. */
final class SlotList {

    private static final String SLOTS = "bus/pci/slots";

    private final FileTree tree;
    private final List<SlotRecord> slots = new ArrayList<>();
    private final Map<String, String> byAddress = new HashMap<>();

    SlotList(FileTree tree) {
        this.tree = tree;
        for (String name : new Attributes(tree, SLOTS).names()) {
            attributes(name).text("address").ifPresent(address -> {
                slots.add(new SlotRecord(name, address));
                byAddress.putIfAbsent(address, name);
            });
        }
    }

    /** All slots with their state. To be asked last: reading whether a slot has power wakes its port. */
    List<SlotRecord> records() {
        return slots.stream().map(this::withState).toList();
    }

    private SlotRecord withState(SlotRecord slot) {
        Attributes a = attributes(slot.name());
        return new SlotRecord(
                slot.name(),
                slot.address(),
                a.flag("power"),
                a.flag("adapter"),
                a.text("cur_bus_speed"),
                a.text("max_bus_speed"));
    }

    private Attributes attributes(String name) {
        return new Attributes(tree, TreePath.join(SLOTS, name));
    }

    /** The slot that a function's device is in; some firmware names only the bus. */
    Optional<String> slotOf(FunctionAddress address) {
        String full = address.toString();
        String device = full.substring(0, full.lastIndexOf('.'));
        String bus = device.substring(0, device.lastIndexOf(':'));
        return Optional.ofNullable(byAddress.getOrDefault(device, byAddress.get(bus)));
    }
}
