package ridscope.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/**
 * The lines in which Linux names its root buses: {@code pci_register_host_bridge}, {@code acpi_pci_root_add},
 * {@code pci_ecam_create}, {@code pci_scan_root_bus}. Where they contradict, what the PCI core says of the bus counts before
 * what firmware announced, and a later line before an earlier one.
 */
final class RootBusLines {

    private static final String BUS = "([0-9a-f]{4,8}):([0-9a-f]{2})";
    private static final String RANGE = "\\[bus ([0-9a-f]{2})(?:-([0-9a-f]{2}))?\\]";
    private static final Pattern RESOURCE = Pattern.compile("pci_bus " + BUS + ": root bus resource " + RANGE);
    private static final Pattern NO_RANGE =
            Pattern.compile("pci_bus " + BUS + ": No busn resource found for root bus, will use " + RANGE);
    private static final Pattern SHRUNK =
            Pattern.compile("pci_bus " + BUS + ": busn_res: \\[bus [^\\]]*\\] end is updated to ([0-9a-f]{2})\\b");
    private static final Pattern FIRMWARE =
            Pattern.compile("PCI Root Bridge \\[[^\\]]*\\] \\(domain ([0-9a-f]{4,8}) " + RANGE + "\\)");
    private static final Pattern OLD_FIRMWARE = Pattern.compile("PCI Root Bridge \\[[^\\]]*\\] \\(" + BUS + "\\)");
    private static final Pattern WINDOW =
            Pattern.compile("([\\w.:@-]+): ECAM (?:at|area) .*for \\[bus ([0-9a-f]{2})-([0-9a-f]{2})\\]");
    private static final Pattern HOST_BRIDGE =
            Pattern.compile("(?:([\\w.:@-]+): )?PCI host bridge to bus " + BUS + "\\b");
    private static final Pattern NODE = Pattern.compile("pci_bus " + BUS + ": on NUMA node (\\d{1,9})\\b");

    private final Map<Segment, Map<Integer, Found>> found = new TreeMap<>();
    private final Map<String, Integer> windows = new HashMap<>();

    /** What is known of one root bus so far. */
    private static final class Found {
        private OptionalInt announced = OptionalInt.empty();
        private OptionalInt settled = OptionalInt.empty();
        private OptionalInt node = OptionalInt.empty();
        private boolean shrinks;
    }

    private RootBusLines() {}

    static List<RootBus> read(List<String> lines) {
        RootBusLines roots = new RootBusLines();
        lines.forEach(roots::line);
        return roots.found.entrySet().stream()
                .flatMap(segment -> segment.getValue().entrySet().stream().map(bus -> {
                    Found f = bus.getValue();
                    OptionalInt end = f.settled.isPresent() ? f.settled : f.announced;
                    return new RootBus(segment.getKey(), bus.getKey(), end, f.node);
                }))
                .toList();
    }

    private void line(String line) {
        if (line.contains("pci_bus ")) {
            aboutBus(line);
        } else if (line.contains("PCI Root Bridge ")) {
            firmware(line);
        } else if (line.contains("ECAM ") || line.contains("PCI host bridge to bus ")) {
            hostBridge(line);
        }
    }

    private void aboutBus(String line) {
        Matcher m = RESOURCE.matcher(line);
        if (m.find()) {
            if (m.group(2).equals(m.group(3))) {
                root(m).settled = last(m, 3);
            }
            return;
        }
        m = NO_RANGE.matcher(line);
        if (m.find()) {
            Found root = root(m);
            root.announced = last(m, 3);
            root.shrinks = true;
            return;
        }
        m = NODE.matcher(line);
        if (m.find()) {
            root(m).node = Numbers.decimal(m.group(3));
            return;
        }
        m = SHRUNK.matcher(line);
        if (m.find() && root(m, false).shrinks) {
            root(m).settled = Numbers.hex(m.group(3));
        }
    }

    private void firmware(String line) {
        Matcher m = FIRMWARE.matcher(line);
        if (m.find()) {
            root(m).announced = last(m, 2);
            return;
        }
        m = OLD_FIRMWARE.matcher(line);
        if (m.find()) {
            root(m);
        }
    }

    /** Without firmware tables the driver of the host bridge says for which buses it has a window, then the bus appears. */
    private void hostBridge(String line) {
        Matcher m = WINDOW.matcher(line);
        if (m.find()) {
            windows.put(m.group(1), Numbers.hex(m.group(3)).orElseThrow());
            return;
        }
        m = HOST_BRIDGE.matcher(line);
        if (m.find()) {
            Found root = root(m.group(2), m.group(3), true);
            Integer window = windows.get(m.group(1));
            if (window != null && root.announced.isEmpty()) {
                root.announced = OptionalInt.of(window);
            }
        }
    }

    private Found root(Matcher m) {
        return root(m, true);
    }

    private Found root(Matcher m, boolean remember) {
        return root(m.group(1), m.group(2), remember);
    }

    private Found root(String segment, String bus, boolean remember) {
        Segment key = new Segment(Numbers.hex(segment).orElseThrow());
        int number = Numbers.hex(bus).orElseThrow();
        if (remember) {
            return found.computeIfAbsent(key, k -> new TreeMap<>()).computeIfAbsent(number, n -> new Found());
        }
        return found.getOrDefault(key, Map.of()).getOrDefault(number, new Found());
    }

    /** The end of a range whose first bus is this group; a range of one bus is printed without its end. */
    private static OptionalInt last(Matcher m, int first) {
        return Numbers.hex(m.group(m.group(first + 1) == null ? first : first + 1));
    }
}
