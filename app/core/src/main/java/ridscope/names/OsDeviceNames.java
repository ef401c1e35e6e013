package ridscope.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.host.OsFacts.OsDevice;
import ridscope.topology.PciFunction;

/** What a person calls a function by: the network interface, controller or disk that the system made of it. */
public final class OsDeviceNames {

    /** Kinds that people name devices by, best first. */
    private static final List<String> KINDS =
            List.of("net", "nvme", "infiniband", "accel", "drm", "cxl", "fc_host", "block");

    private OsDeviceNames() {}

    /** The names of the best kind there is, in the system's order; empty where the system made nothing people name. */
    public static List<String> of(PciFunction function) {
        for (String kind : KINDS) {
            Set<String> names = new LinkedHashSet<>();
            for (OsDevice device : function.record().os().devices()) {
                if (device.kind().equals(kind) && !node(device.name())) {
                    names.add(device.name());
                }
            }
            if (!names.isEmpty()) {
                return new ArrayList<>(names);
            }
        }
        return List.of();
    }

    /** One name, and how many more there are: {@code ens1f0}, {@code sda +3}. Empty where there is none. */
    public static Optional<String> shortest(PciFunction function) {
        List<String> names = of(function);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(names.size() == 1 ? names.get(0) : names.get(0) + " +" + (names.size() - 1));
    }

    /** Of a graphics card the card counts, not its second device node nor its connectors. */
    private static boolean node(String name) {
        return name.startsWith("renderD")
                || name.startsWith("controlD")
                || name.startsWith("card") && name.contains("-");
    }
}
