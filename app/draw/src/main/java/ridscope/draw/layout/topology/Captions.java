package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ridscope.draw.layout.LabelPreset;
import ridscope.host.OsFacts;
import ridscope.names.DeviceNames;
import ridscope.names.OsDeviceNames;
import ridscope.rid.BusRange;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/** Everything the picture says about functions and host bridges. */
final class Captions {

    private static final Pattern NOISE = Pattern.compile("(?i) (compatible controller|controller|device|interface)$");

    private final Topology topology;
    private final DeviceNames names;
    private final LabelPreset preset;
    private final BootMessages bootLog;
    private final OverlayWords overlays;

    Captions(PictureInput in) {
        topology = in.topology();
        names = in.names();
        preset = in.options().labels();
        bootLog = new BootMessages(topology);
        overlays = new OverlayWords(topology, in.options().topology().overlays());
    }

    BootMessages bootLog() {
        return bootLog;
    }

    /** Lines below the address on a card; what overlays tell comes last. */
    List<String> lines(PciFunction f) {
        List<String> lines = new ArrayList<>(ownLines(f));
        lines.addAll(overlays.of(f));
        return List.copyOf(lines);
    }

    private List<String> ownLines(PciFunction f) {
        return switch (preset) {
            case BDF -> List.of();
            case SHORT ->
                List.of(join(
                        names.shortName(f),
                        kind(f),
                        OsDeviceNames.shortest(f).orElseGet(() -> f.physicalFunction() ? "" : unlessTold(f)),
                        asleep(f)));
            case FULL -> fullLines(f);
        };
    }

    /** What overlays tell is not said twice; a line that would be empty for that is left out. */
    private List<String> fullLines(PciFunction f) {
        String name = join(names.shortName(f), kind(f));
        String rest = join(unlessTold(f), devices(f), overlays.groups() ? "" : group(f), asleep(f));
        boolean told = overlays.drivers() || overlays.groups();
        return rest.isEmpty() && told ? List.of(name) : List.of(name, rest);
    }

    /** The driver, unless an overlay tells it. */
    private String unlessTold(PciFunction f) {
        return overlays.drivers() ? "" : f.driver().orElse("");
    }

    /** What is said from close by: name with IDs, driver with what it made, isolation with place and power. */
    List<String> details(PciFunction f) {
        String node = f.place().numaNode().isPresent()
                ? "node " + f.place().numaNode().getAsInt()
                : "";
        return List.of(
                join(names.shortName(f), kind(f), ids(f)),
                join(f.driver().map(d -> "driver " + d).orElse(""), devices(f)),
                join(group(f).isEmpty() ? "" : "IOMMU " + group(f), node, asleep(f)));
    }

    private static String ids(PciFunction f) {
        OptionalInt vendor = f.identity().vendor();
        OptionalInt device = f.identity().device();
        return vendor.isEmpty() || device.isEmpty()
                ? ""
                : Hex.word(vendor.getAsInt()) + ":" + Hex.word(device.getAsInt());
    }

    /** What is said of a port from close by. */
    String portDetail(PciFunction port) {
        return join(range(port).map(Hex::range).orElse(""), port.driver().orElse(""), asleep(port));
    }

    /** One line behind the address on a chip; what overlays tell comes first, since the end may not fit. */
    String chip(PciFunction f) {
        return join(String.join(" · ", overlays.of(f)), ownChip(f));
    }

    private String ownChip(PciFunction f) {
        return switch (preset) {
            case BDF -> "";
            case SHORT -> kindAndName(f);
            case FULL -> join(kindAndName(f), unlessTold(f), devices(f));
        };
    }

    /** The name where the kind is said already; empty where there is no name but the kind. */
    String withoutKind(PciFunction f) {
        String name = names.shortName(f);
        boolean kind = name.toLowerCase(Locale.ROOT).replace('-', ' ').equals("host bridge");
        return kind || preset == LabelPreset.BDF ? "" : name;
    }

    /** On a root bus a dozen functions carry the chipset's name: the class tells them apart. */
    private String kindAndName(PciFunction f) {
        String name = names.shortName(f);
        String kind = names.className(f).map(Captions::shortClass).orElse("");
        String lowName = name.toLowerCase(Locale.ROOT);
        String lowKind = kind.toLowerCase(Locale.ROOT);
        if (lowName.startsWith(lowKind)) {
            return name;
        }
        return lowKind.contains(lowName) ? kind : join(kind, name);
    }

    private static String shortClass(String name) {
        return NOISE.matcher(name).replaceFirst("");
    }

    String shortName(PciFunction f) {
        return names.shortName(f);
    }

    private static String kind(PciFunction f) {
        if (f.sriov().isPresent() && f.siov().isPresent()) {
            return "PF + SIOV";
        }
        if (f.siov().isPresent()) {
            return "SIOV";
        }
        return f.sriov().isPresent() ? "PF" : "";
    }

    private static String devices(PciFunction f) {
        return f.record().os().devices().stream().map(OsFacts.OsDevice::name).collect(Collectors.joining(", "));
    }

    /** A power state below D0; it explains a slow link and missing bytes. */
    private static String asleep(PciFunction f) {
        return f.record()
                .os()
                .state()
                .power()
                .filter(power -> power.startsWith("D") && !power.equals("D0"))
                .orElse("");
    }

    private static String group(PciFunction f) {
        return f.iommuGroup().isPresent() ? "group " + f.iommuGroup().getAsInt() : "";
    }

    private static String join(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                all.append(all.length() == 0 ? "" : " · ").append(part);
            }
        }
        return all.toString();
    }

    /** All there is to say about a function, for tooltips and screen readers. */
    String title(PciFunction f) {
        List<String> parts = new ArrayList<>();
        parts.add(f.address().toString());
        parts.add(f.role().id());
        parts.add(names.line(f));
        range(f).ifPresent(r -> parts.add("buses " + Hex.range(r)));
        topology.linkAbove(f.address()).ifPresent(l -> parts.add(LinkWords.title(l)));
        f.driver().ifPresent(d -> parts.add("driver " + d));
        parts.add(devices(f));
        parts.add(asleep(f).isEmpty() ? "" : "in power state " + asleep(f));
        parts.add(group(f).isEmpty() ? "" : "IOMMU " + group(f));
        f.place().slot().ifPresent(s -> parts.add(slotName(s.label())));
        f.place().numaNode().ifPresent(n -> parts.add("NUMA node " + n));
        parts.add(bootLog.title(f));
        return join(parts.toArray(String[]::new));
    }

    /** Secondary to subordinate of a bridge. */
    static Optional<BusRange> range(PciFunction f) {
        return f.bridge().flatMap(b -> b.range());
    }

    /** {@code Slot 5}; a name that already says slot, or is a long name of its own, stays as it is. */
    static String slotName(String label) {
        boolean named = label.toLowerCase(Locale.ROOT).contains("slot") || label.indexOf(' ') >= 0;
        return named ? label : "Slot " + label;
    }

    /** The slot that a port's registers describe. */
    Optional<Slot> slotBelow(PciFunction port) {
        return topology.slotBelow(port.address()).filter(Captions::chassis);
    }

    /**
     * The slot right above a function. Number 0 is not one: the specification keeps it for devices on the board itself (PCIe
     * Base Specification, Slot Capabilities, Physical Slot Number).
     */
    static Optional<String> slotAbove(PciFunction f) {
        return f.place()
                .slot()
                .filter(s -> s.port().isEmpty() || s.port().equals(f.parent()))
                .filter(Captions::chassis)
                .map(s -> slotName(s.label()));
    }

    private static boolean chassis(Slot slot) {
        return slot.hotplug() || !slot.label().equals("0");
    }

    /** {@code buses [00-3f]}, and in a line of its own what of it is a guess. */
    static List<String> hostLines(HostBridge host) {
        List<String> lines = new ArrayList<>(List.of("buses " + Hex.range(host.buses())));
        if (host.invented()) {
            lines.add("window assumed");
        } else if (host.endAssumed()) {
            lines.add("end assumed");
        }
        return lines;
    }

    static String hostTitle(HostBridge host) {
        return join(
                "host bridge " + Hex.segment(host.segment()) + ":" + Hex.bus(host.rootBus()),
                "buses " + Hex.range(host.buses()),
                host.endAssumed() ? "the end of the range is assumed" : "",
                host.invented() ? "no source names this root bus: assumed from its functions" : "",
                host.numaNode().isPresent() ? "NUMA node " + host.numaNode().getAsInt() : "");
    }
}
