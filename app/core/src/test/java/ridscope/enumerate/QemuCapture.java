package ridscope.enumerate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.rid.FunctionAddress;
import ridscope.source.Fixtures;
import ridscope.text.Numbers;
import tools.jackson.databind.JsonNode;

/** A real kernel's view of an emulated machine, told in one of the ways in which sources tell it. */
public final class QemuCapture {

    /** How much of the capture a snapshot gets. */
    public enum Telling {
        /** Registers only, as in a hex dump. */
        REGISTERS,
        /** Registers, nesting, attributes and links, as root reads sysfs. */
        SYSFS,
        /** Sysfs without privilege: 64 bytes. */
        UNPRIVILEGED
    }

    private final JsonNode json;

    public QemuCapture(Path file) throws IOException {
        json = Fixtures.json(file);
    }

    Iterable<JsonNode> functions() {
        return json.get("functions");
    }

    public HostSnapshot snapshot(Telling telling) {
        List<FunctionRecord> records = new ArrayList<>();
        for (JsonNode f : functions()) {
            FunctionAddress address = FunctionAddress.of(f.get("addr").asString());
            byte[] known = HexFormat.of().parseHex(f.get("config").asString());
            int length = f.get("config_len").asInt();
            byte[] bytes = Arrays.copyOf(known, telling == Telling.UNPRIVILEGED ? 64 : length);
            OsFacts os = telling == Telling.REGISTERS ? OsFacts.NONE : os(f);
            records.add(new FunctionRecord(address, ConfigSpace.of(bytes), length, os));
        }
        List<RootBus> roots = new ArrayList<>();
        for (JsonNode path : json.get("host_bridges")) {
            String bus = path.asString().substring(path.asString().lastIndexOf("pci") + 3);
            FunctionAddress first = FunctionAddress.of(bus + ":00.0");
            roots.add(new RootBus(first.segment(), first.bus(), OptionalInt.empty(), OptionalInt.empty()));
        }
        List<String> log = new ArrayList<>();
        json.get("dmesg_pci").forEach(line -> log.add(line.asString()));
        boolean registers = telling == Telling.REGISTERS;
        return new HostSnapshot(
                Provenance.of("sysfs"), registers ? List.of() : roots, records, log, List.of(), List.of());
    }

    private static OsFacts os(JsonNode f) {
        String parent = f.get("parent").asString();
        Optional<FunctionAddress> above = FunctionAddress.parse(parent);
        Optional<OsFacts.KernelBuses> buses = f.get("secondary_bus_number").isNull()
                ? Optional.empty()
                : Optional.of(new OsFacts.KernelBuses(
                        f.get("secondary_bus_number").asInt(),
                        f.get("subordinate_bus_number").asInt()));
        return new OsFacts(
                new OsFacts.Identity(
                        Numbers.hex(f.get("vendor").asString()),
                        Numbers.hex(f.get("device").asString()),
                        Numbers.hex(f.get("subsystem_vendor").asString()),
                        Numbers.hex(f.get("subsystem_device").asString()),
                        Numbers.hex(f.get("class").asString()),
                        Numbers.hex(f.get("revision").asString())),
                new OsFacts.Place(
                        Optional.of(new OsFacts.Parent(above)),
                        Optional.empty(),
                        OptionalInt.empty(),
                        text(f, "iommu_group").map(Numbers::decimal).orElse(OptionalInt.empty()),
                        Optional.empty()),
                buses,
                link(f.get("link")),
                sriov(f),
                text(f, "driver"),
                List.of(),
                List.of(),
                OsFacts.State.NONE,
                OsFacts.Names.NONE);
    }

    private static Optional<OsFacts.LinkAttributes> link(JsonNode link) {
        return link.isNull()
                ? Optional.empty()
                : Optional.of(new OsFacts.LinkAttributes(
                        text(link, "current_link_speed"),
                        text(link, "current_link_width"),
                        text(link, "max_link_speed"),
                        text(link, "max_link_width")));
    }

    private static OsFacts.SrIovAttributes sriov(JsonNode f) {
        TreeMap<Integer, FunctionAddress> vfs = new TreeMap<>();
        f.get("virtfns").forEach(v -> vfs.put(vfs.size(), FunctionAddress.of(v.asString())));
        JsonNode s = f.get("sriov");
        return new OsFacts.SrIovAttributes(
                number(s, "totalvfs", false),
                number(s, "numvfs", false),
                number(s, "offset", false),
                number(s, "stride", false),
                number(s, "vf_device", true),
                text(f, "physfn").map(FunctionAddress::of),
                vfs);
    }

    private static OptionalInt number(JsonNode node, String name, boolean hex) {
        if (node.isNull()) {
            return OptionalInt.empty();
        }
        String text = node.get(name).asString();
        return hex ? Numbers.hex(text) : Numbers.decimal(text);
    }

    static Optional<String> text(JsonNode node, String name) {
        return node.get(name) == null || node.get(name).isNull()
                ? Optional.empty()
                : Optional.of(node.get(name).asString());
    }
}
