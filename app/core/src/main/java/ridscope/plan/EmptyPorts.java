package ridscope.plan;

import java.util.List;
import java.util.stream.Collectors;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** Ports that a card could be plugged into. */
final class EmptyPorts {

    private static final int FEW = 5;

    private EmptyPorts() {}

    /** Names those for cards to come, else any that are empty. */
    static String advice(Topology topology) {
        List<PciFunction> empty = topology.functions().stream()
                .filter(f -> f.role().downstreamPort() && f.bridge().isPresent())
                .filter(f -> topology.below(f).isEmpty())
                .toList();
        List<FunctionAddress> hotplug = empty.stream()
                .map(PciFunction::address)
                .filter(a -> topology.slotBelow(a).filter(Slot::hotplug).isPresent())
                .toList();
        if (!hotplug.isEmpty()) {
            return "Choose an empty port: " + list(hotplug)
                    + (hotplug.size() == 1 ? " is an empty hot-plug port" : " are empty hot-plug ports");
        }
        return empty.isEmpty()
                ? "Take something out first: this host has no empty port"
                : "Choose an empty port (none of them is for hot-plug): "
                        + list(empty.stream().map(PciFunction::address).toList());
    }

    private static String list(List<FunctionAddress> ports) {
        String first = ports.stream().limit(FEW).map(FunctionAddress::toString).collect(Collectors.joining(", "));
        return first + (ports.size() > FEW ? " and " + (ports.size() - FEW) + " more" : "");
    }
}
