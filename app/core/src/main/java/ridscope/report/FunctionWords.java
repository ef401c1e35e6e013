package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.BridgeBuses;
import ridscope.host.OsFacts;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.topology.Identity;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** One function in one line. */
final class FunctionWords {

    private static final int HOST_BRIDGE = 0x0600;
    private static final int PCI_BRIDGE = 0x0604;
    private static final int CARDBUS_BRIDGE = 0x0607;
    private static final int EVENT_COLLECTOR = 0x0807;

    private final Topology topology;
    private final DeviceNames names;
    private final TreeDetail detail;

    FunctionWords(Topology topology, DeviceNames names, TreeDetail detail) {
        this.topology = topology;
        this.names = names;
        this.detail = detail;
    }

    String line(PciFunction function, Segment context) {
        List<String> parts = new ArrayList<>();
        parts.add(what(function));
        LinkWords.above(topology, function).ifPresent(parts::add);
        slot(function, parts);
        parts.add(product(function));
        driver(function, parts);
        if (function.iommuGroup().isPresent()) {
            parts.add("IOMMU group " + function.iommuGroup().getAsInt());
        }
        String buses = function.bridge()
                .filter(BridgeBuses::configured)
                .map(b -> " " + Words.buses(b))
                .orElse("");
        return Words.address(function.address(), context) + buses + " " + String.join(" · ", parts);
    }

    /** The board that it sits on; empty where that is not known. */
    Optional<String> subsystem(PciFunction function) {
        Identity id = function.identity();
        if (id.subsystemVendor().isEmpty() || id.subsystemDevice().isEmpty()) {
            return Optional.empty();
        }
        String numbers =
                pair(id.subsystemVendor().getAsInt(), id.subsystemDevice().getAsInt());
        return Optional.of("subsystem "
                + names.subsystem(function)
                        .map(name -> detail.ids() ? name + " " + numbers : name)
                        .orElse(numbers));
    }

    /** Role, or role and class where the class says more. */
    private String what(PciFunction function) {
        String role = Words.role(function.role());
        OptionalInt code = function.identity().baseAndSubclass();
        if (detail.ids() && classSaid(function) && code.isPresent()) {
            role += " [" + Words.hex(code.getAsInt(), 4) + "]";
        }
        boolean idle = function.bridge().filter(b -> !b.configured()).isPresent();
        return idle ? role + ", no bus numbers assigned" : role;
    }

    private static boolean classSaid(PciFunction function) {
        int code = function.identity().baseAndSubclass().orElse(-1);
        return switch (function.role()) {
            case HOST_BRIDGE -> code == HOST_BRIDGE;
            case CARDBUS_BRIDGE -> code == CARDBUS_BRIDGE;
            case RCEC -> code == EVENT_COLLECTOR;
            default -> function.role().bridge() && code == PCI_BRIDGE;
        };
    }

    private String product(PciFunction function) {
        Identity id = function.identity();
        String text = classSaid(function) ? "" : className(function);
        boolean numbers = detail.ids() && id.vendor().isPresent() && id.device().isPresent();
        if (numbers && names.device(function).isEmpty()) {
            text += names.vendor(function).map(v -> v + " ").orElse("") + "Device";
        } else {
            text += names.product(function);
        }
        if (numbers) {
            text += " " + pair(id.vendor().getAsInt(), id.device().getAsInt());
        }
        return id.revision().orElse(0) == 0
                ? text
                : text + " (rev " + Words.hex(id.revision().getAsInt(), 2) + ")";
    }

    private String className(PciFunction function) {
        OptionalInt code = function.identity().baseAndSubclass();
        String number = detail.ids() && code.isPresent() ? " [" + Words.hex(code.getAsInt(), 4) + "]" : "";
        return names.className(function).map(name -> name + number + ": ").orElse("");
    }

    private static String pair(int vendor, int device) {
        return "[" + Words.hex(vendor, 4) + ":" + Words.hex(device, 4) + "]";
    }

    /** A slot is said once: on its port where there is one, otherwise on function 0 of what is plugged into it. */
    private void slot(PciFunction function, List<String> parts) {
        topology.slotBelow(function.address())
                .ifPresent(slot -> parts.add(
                        (slot.hotplug() ? "hot-plug slot " : "slot ") + slot.label() + state(slot, function)));
        boolean first =
                function.address().rid().function() == 0 && function.virtual().isEmpty();
        function.place()
                .slot()
                .filter(slot -> first && slot.port().isEmpty())
                .ifPresent(slot -> parts.add("slot " + slot.label()));
    }

    private String state(Slot slot, PciFunction port) {
        if (!topology.below(port).isEmpty()) {
            return "";
        }
        boolean off = slot.powered().equals(Optional.of(false));
        return slot.occupied()
                .map(occupied ->
                        occupied ? (off ? ", occupied, power off" : ", occupied but nothing answers") : ", empty")
                .orElse("");
    }

    private static void driver(PciFunction function, List<String> parts) {
        String devices = StateWords.names(function.record().os().devices().stream()
                .map(OsFacts.OsDevice::name)
                .distinct()
                .toList());
        function.driver().ifPresent(d -> parts.add(devices.isEmpty() ? d : d + " (" + devices + ")"));
        if (function.driver().isEmpty() && !devices.isEmpty()) {
            parts.add(devices);
        }
    }
}
