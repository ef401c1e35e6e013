package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ridscope.host.OsFacts;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** One function in one line. */
final class FunctionWords {

    private final Topology topology;
    private final DeviceNames names;

    FunctionWords(Topology topology, DeviceNames names) {
        this.topology = topology;
        this.names = names;
    }

    String line(PciFunction function, Segment context) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.role(function.role()));
        LinkWords.above(topology, function).ifPresent(parts::add);
        slot(function, parts);
        parts.add(names.line(function));
        driver(function, parts);
        if (function.iommuGroup().isPresent()) {
            parts.add("IOMMU group " + function.iommuGroup().getAsInt());
        }
        String buses = function.bridge().map(b -> " " + Words.buses(b)).orElse("");
        return Words.address(function.address(), context) + buses + " " + String.join(" · ", parts);
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
        return slot.occupied().orElse(false) ? ", occupied but nothing answers" : ", empty";
    }

    private static void driver(PciFunction function, List<String> parts) {
        String devices = function.record().os().devices().stream()
                .map(OsFacts.OsDevice::name)
                .distinct()
                .collect(Collectors.joining(", "));
        function.driver().ifPresent(d -> parts.add(devices.isEmpty() ? d : d + " (" + devices + ")"));
        if (function.driver().isEmpty() && !devices.isEmpty()) {
            parts.add(devices);
        }
    }
}
