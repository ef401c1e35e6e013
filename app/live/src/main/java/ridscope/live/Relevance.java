package ridscope.live;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.rid.FunctionAddress;
import ridscope.source.HostEvent;

/** Picks from all messages of the kernel those that change what RIDscope shows. */
final class Relevance {

    private static final String PCI = "pci";
    /** Slots stand beside the devices, not among them. */
    private static final String SLOTS = "slots";

    /** What functions are made into; only their coming, going and renaming counts, not what happens on them. */
    private static final Set<String> BELOW_A_FUNCTION =
            Set.of("net", "nvme", "block", "drm", "infiniband", "sound", "accel", "ptp", "mmc_host", "vfio-dev", "cxl");

    private static final Set<HostEvent.Action> NAMES =
            Set.of(HostEvent.Action.ADD, HostEvent.Action.REMOVE, HostEvent.Action.MOVE);
    /** Partitions of disks and sockets of graphics cards are no devices of their own here. */
    private static final Set<String> PARTS = Set.of("partition", "drm_connector");

    private static final Map<String, HostEvent.Action> ACTIONS = Stream.of(HostEvent.Action.values())
            .filter(action -> action != HostEvent.Action.MISSED)
            .collect(Collectors.toMap(action -> action.name().toLowerCase(Locale.ROOT), action -> action));

    private Relevance() {}

    /** What it means; empty if it means nothing here. */
    static Optional<HostEvent> of(Uevent uevent) {
        String subsystem = uevent.subsystem();
        Optional<HostEvent.Action> action = Optional.ofNullable(ACTIONS.get(uevent.action()));
        Optional<FunctionAddress> function = function(uevent.path());
        return action.filter(a -> relevant(a, uevent, function)).map(a -> new HostEvent(a, function, subsystem));
    }

    private static boolean relevant(HostEvent.Action action, Uevent uevent, Optional<FunctionAddress> function) {
        String subsystem = uevent.subsystem();
        if (subsystem.equals(PCI) || subsystem.equals(SLOTS)) {
            return true;
        }
        boolean behindPci = function.isPresent() || uevent.path().contains("/nvme-subsystem/");
        return BELOW_A_FUNCTION.contains(subsystem)
                && NAMES.contains(action)
                && behindPci
                && !PARTS.contains(uevent.values().getOrDefault("DEVTYPE", ""));
    }

    /** The lowest function on the path: bridges stand above it. */
    private static Optional<FunctionAddress> function(String path) {
        return Stream.of(path.split("/"))
                .map(FunctionAddress::parse)
                .flatMap(Optional::stream)
                .reduce((above, below) -> below);
    }
}
