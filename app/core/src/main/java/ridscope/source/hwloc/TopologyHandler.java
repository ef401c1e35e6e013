package ridscope.source.hwloc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.host.HostSnapshot;
import ridscope.rid.FunctionAddress;
import ridscope.source.xml.XmlHandler;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** Follows the nesting of objects in one topology and hands what it meets to {@link FoundHost}. */
final class TopologyHandler implements XmlHandler {

    private static final String OBJECT = "object";
    private static final Set<String> IO = Set.of("Bridge", "PCIDev", "OSDev", "Misc");

    private final FoundHost host = new FoundHost();
    private final Deque<Level> above = new ArrayDeque<>();
    private int format = 1;

    /**
     * One open object and what is known from there down.
     *
     * @param nodes node set of the nearest object that is no I/O
     * @param bridge the nearest bridge
     * @param function the nearest function
     * @param itself whether the object is that function
     */
    private record Level(
            Optional<String> nodes, Optional<Bridge> bridge, Optional<PciObject> function, boolean itself) {
        private static final Level TOP = new Level(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * @param below buses behind it
     * @param function its own address; empty for a host bridge
     */
    record Bridge(BusSpan below, Optional<FunctionAddress> function) {}

    /** What was found so far. */
    HostSnapshot snapshot(String kind, Optional<Diagnostic> damage) {
        return host.snapshot(kind, damage);
    }

    @Override
    public void start(String name, Attributes attributes) {
        switch (name) {
            case "topology" ->
                format = attributes
                        .get("version")
                        .map(Numbers::leadingDecimal)
                        .orElse(OptionalInt.of(1))
                        .orElse(1);
            case OBJECT -> above.push(object(attributes));
            case "info" ->
                info(attributes.get("name").orElse(""), attributes.get("value").orElse(""));
            default -> {
                // Distances, page types, user data: nothing about PCI.
            }
        }
    }

    @Override
    public void end(String name, String text) {
        if (name.equals(OBJECT)) {
            above.poll();
        }
    }

    private Level level() {
        return above.isEmpty() ? Level.TOP : above.peek();
    }

    /** Of the machine, or in format 3 of the whole topology. */
    private void info(String name, String value) {
        if (level().itself()) {
            level().function().ifPresent(f -> f.info(name, value));
        } else if (above.size() <= 1) {
            host.info(name, value);
        }
    }

    private Level object(Attributes attributes) {
        Level level = level();
        String type = attributes.get("type").orElse("");
        switch (type) {
            case "Bridge" -> {
                return bridge(attributes, level);
            }
            case "PCIDev" -> {
                Optional<PciObject> function = function(attributes, Optional.empty(), level);
                return new Level(level.nodes(), level.bridge(), function, true);
            }
            case "OSDev" -> {
                osDevice(attributes, level);
                return new Level(level.nodes(), level.bridge(), level.function(), false);
            }
            case "NUMANode" -> host.numaNode(attributes.get("os_index"), cpus(attributes));
            default -> {
                // Something with CPUs or memory.
            }
        }
        boolean io = IO.contains(type);
        Optional<String> nodes = io ? Optional.empty() : attributes.get("nodeset");
        return new Level(nodes.or(level::nodes), level.bridge(), level.function(), false);
    }

    /** Format 1 tells which of the CPUs are online, as the lists of Linux do. */
    private static Optional<String> cpus(Attributes attributes) {
        return attributes.get("online_cpuset").or(() -> attributes.get("cpuset"));
    }

    private Level bridge(Attributes attributes, Level level) {
        Optional<BusSpan> below = attributes.get("bridge_pci").flatMap(BusSpan::parse);
        Optional<PciObject> function = Optional.empty();
        if (attributes.get("bridge_type").orElse("").startsWith("0-")) {
            below.ifPresent(span -> host.hostBridge(span, node(level)));
        } else {
            function = function(attributes, below, level);
        }
        Optional<FunctionAddress> address = function.map(PciObject::address);
        return new Level(
                level.nodes(), below.map(span -> new Bridge(span, address)).or(level::bridge), function, true);
    }

    private Optional<PciObject> function(Attributes attributes, Optional<BusSpan> below, Level level) {
        Optional<FunctionAddress> address = attributes.get("pci_busid").flatMap(FunctionAddress::parse);
        if (address.isEmpty()) {
            host.unaddressed();
            return Optional.empty();
        }
        PciObject function = new PciObject(address.get(), below);
        attributes.get("pci_type").ifPresent(function::type);
        attributes.get("pci_link_speed").ifPresent(function::linkSpeed);
        function.numaNode(node(level));
        host.function(function, level.bridge());
        return Optional.of(function);
    }

    private void osDevice(Attributes attributes, Level level) {
        Optional<String> name = attributes.get("name").filter(n -> !n.isEmpty());
        String type = attributes.get("osdev_type").orElse("");
        if (name.isPresent()) {
            level.function().ifPresent(f -> f.osDevice(OsDeviceKind.of(format, type, name.get()), name.get()));
        }
    }

    private static OptionalInt node(Level level) {
        return level.nodes().map(Bitmap::only).orElse(OptionalInt.empty());
    }
}
