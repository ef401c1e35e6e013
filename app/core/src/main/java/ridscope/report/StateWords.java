package ridscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.host.OsFacts;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** What the operating system says of a function's state, in short lines; what is as usual is not said. */
final class StateWords {

    /** Names of one kind that a line spells out. */
    private static final int NAMES = 6;

    private static final String FULL_POWER = "D0";
    private static final String ACTIVE = "active";
    private static final String UNKNOWN = "unknown";
    private static final String UNSUPPORTED = "unsupported";

    private final Topology topology;

    StateWords(Topology topology) {
        this.topology = topology;
    }

    /** Lines for below a function: one of its own, and one of the slot below it; only where there is something to say. */
    List<String> lines(PciFunction function) {
        List<String> lines = new ArrayList<>();
        List<String> own = devices(function);
        own.addAll(state(function.record().os().state()));
        if (!own.isEmpty()) {
            lines.add(String.join(" · ", own));
        }
        topology.slotBelow(function.address()).flatMap(StateWords::slot).ifPresent(lines::add);
        return lines;
    }

    /** {@code net eth0, eth1}, {@code ptp ptp0}. */
    private static List<String> devices(PciFunction function) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (OsFacts.OsDevice device : function.record().os().devices()) {
            byKind.computeIfAbsent(device.kind(), kind -> new ArrayList<>()).add(device.name());
        }
        List<String> kinds = new ArrayList<>();
        byKind.forEach((kind, names) -> kinds.add(kind + " " + names(names)));
        return kinds;
    }

    /** The first few, and how many more there are. */
    static String names(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() <= NAMES ? first : first + " and " + (names.size() - NAMES) + " more";
    }

    private static List<String> state(OsFacts.State state) {
        List<String> parts = new ArrayList<>();
        state.power().filter(p -> !p.equals(FULL_POWER) && !p.equals(UNKNOWN)).ifPresent(p -> parts.add("power " + p));
        state.runtime().filter(r -> !r.equals(ACTIVE) && !r.equals(UNSUPPORTED)).ifPresent(parts::add);
        if (state.vectors().orElse(0) > 0) {
            parts.add(Words.count(state.vectors().getAsInt(), "MSI vector"));
        }
        if (state.vfMsixTotal().orElse(0) > 0) {
            parts.add(Words.count(state.vfMsixTotal().getAsInt(), "MSI-X vector") + " for VFs");
        }
        return parts;
    }

    /** {@code slot 5: power on · 8.0 GT/s PCIe of 16.0 GT/s PCIe}. */
    private static Optional<String> slot(Slot slot) {
        List<String> parts = new ArrayList<>();
        slot.powered().ifPresent(on -> parts.add(on ? "power on" : "power off"));
        slot.told()
                .flatMap(told -> told.occupied())
                .ifPresent(present -> parts.add(present ? "card present" : "no card"));
        Optional<String> speed = slot.speed().filter(StateWords::told);
        Optional<String> most = slot.maxSpeed().filter(StateWords::told);
        speed.ifPresent(s -> parts.add(
                most.filter(m -> !m.equals(s)).map(m -> s + " of " + m).orElse(s)));
        if (speed.isEmpty()) {
            most.ifPresent(m -> parts.add("at most " + m));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("slot " + slot.label() + ": " + String.join(" · ", parts));
    }

    private static boolean told(String speed) {
        return !speed.equalsIgnoreCase(UNKNOWN);
    }
}
