package ridscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Writes a snapshot down as the kernel would show that host under {@code /sys}. */
public final class FakeSys {

    private static final int RANGES = 17;

    private final Path sys;
    private final int readable;
    private final Topology topology;

    private FakeSys(Path sys, int readable, Topology topology) {
        this.sys = sys;
        this.readable = readable;
        this.topology = topology;
    }

    /**
     * Writes all functions, slots and nodes.
     *
     * @param sys a folder that is empty or missing
     * @param readable how many configuration bytes the reader of that folder gets to see, at most
     */
    public static void write(HostSnapshot host, Path sys, int readable) {
        try {
            new FakeSys(sys, readable, Enumerator.enumerate(host, Feedback.NONE)).all(host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a function away, as pulling its card does. */
    public static void remove(Path sys, String address) throws IOException {
        Path link = sys.resolve("bus/pci/devices").resolve(address);
        Path function = link.getParent().resolve(Files.readSymbolicLink(link)).normalize();
        Files.delete(link);
        try (var files = Files.walk(function)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void all(HostSnapshot host) throws IOException {
        Files.createDirectories(sys.resolve("bus/pci/devices"));
        for (PciFunction function : topology.functions()) {
            function(function);
        }
        for (var slot : host.slots()) {
            Path directory =
                    Files.createDirectories(sys.resolve("bus/pci/slots").resolve(slot.name()));
            write(directory, "address", Optional.of(slot.address()));
            write(directory, "power", slot.powered().map(on -> on ? "1" : "0"));
            write(directory, "adapter", slot.occupied().map(on -> on ? "1" : "0"));
            write(directory, "cur_bus_speed", slot.speed());
            write(directory, "max_bus_speed", slot.maxSpeed());
        }
        for (var node : host.numaNodes()) {
            write(sys.resolve("devices/system/node/node" + node.node()), "cpulist", node.cpus());
        }
    }

    private String path(PciFunction function) {
        List<String> names = new ArrayList<>();
        names.add(function.address().toString());
        topology.pathToRoot(function).forEach(above -> names.add(above.address().toString()));
        names.add(String.format(
                "pci%s:%02x", function.address().segment(), function.place().rootBus()));
        Collections.reverse(names);
        return "devices/" + String.join("/", names);
    }

    private void function(PciFunction function) throws IOException {
        String path = path(function);
        FunctionRecord record = function.record();
        Path directory = Files.createDirectories(sys.resolve(path));
        Files.createSymbolicLink(
                sys.resolve("bus/pci/devices").resolve(function.address().toString()), Path.of("../../../" + path));
        byte[] config = record.config().toBytes();
        Files.write(directory.resolve("config"), java.util.Arrays.copyOf(config, Math.min(config.length, readable)));
        var id = function.identity();
        write(directory, "vendor", hex(id.vendor(), 4));
        write(directory, "device", hex(id.device(), 4));
        write(directory, "class", hex(id.classCode(), 6));
        write(directory, "revision", hex(id.revision(), 2));
        write(directory, "subsystem_vendor", hex(id.subsystemVendor(), 4));
        write(directory, "subsystem_device", hex(id.subsystemDevice(), 4));
        write(directory, "numa_node", decimal(function.place().numaNode()).or(() -> Optional.of("-1")));
        if (function.bridge().isPresent()) {
            write(directory, "secondary_bus_number", function.bridge().map(b -> "" + b.secondary()));
            write(directory, "subordinate_bus_number", function.bridge().map(b -> "" + b.subordinate()));
        }
        link(directory, "driver", function.driver().map(d -> "../bus/pci/drivers/" + d));
        link(directory, "iommu_group", decimal(function.iommuGroup()).map(g -> "../kernel/iommu_groups/" + g));
        os(directory, record.os());
        sriov(directory, record.os().sriov());
    }

    private static void os(Path directory, OsFacts os) throws IOException {
        if (os.link().isPresent()) {
            write(directory, "current_link_speed", os.link().get().currentSpeed());
            write(directory, "current_link_width", os.link().get().currentWidth());
            write(directory, "max_link_speed", os.link().get().maxSpeed());
            write(directory, "max_link_width", os.link().get().maxWidth());
        }
        for (OsFacts.OsDevice device : os.devices()) {
            Files.createDirectories(directory.resolve(device.kind()).resolve(device.name()));
        }
        write(directory, "power_state", os.state().power());
        write(directory.resolve("power"), "runtime_status", os.state().runtime());
        for (int vector = 0; vector < os.state().vectors().orElse(0); vector++) {
            write(directory.resolve("msi_irqs"), "" + (30 + vector), Optional.of("msix"));
        }
        String[] lines = new String[RANGES];
        java.util.Arrays.fill(lines, line(0, 0, 0));
        for (OsFacts.Resource range : os.resources()) {
            long start = range.start().orElse(0);
            long end = start + range.size().orElse(1) - 1;
            lines[range.index()] = line(start, end, range.flags().orElse(0));
        }
        write(directory, "resource", os.resources().isEmpty() ? Optional.empty() : Optional.of(String.join("", lines)));
    }

    private static String line(long start, long end, long flags) {
        return String.format("0x%016x 0x%016x 0x%016x\n", start, end, flags);
    }

    private static void sriov(Path directory, OsFacts.SrIovAttributes sriov) throws IOException {
        write(directory, "sriov_totalvfs", decimal(sriov.totalVfs()));
        write(directory, "sriov_numvfs", decimal(sriov.numVfs()));
        write(directory, "sriov_offset", decimal(sriov.offset()));
        write(directory, "sriov_stride", decimal(sriov.stride()));
        write(
                directory,
                "sriov_vf_device",
                sriov.vfDevice().stream().mapToObj(Integer::toHexString).findFirst());
        link(directory, "physfn", sriov.physicalFunction().map(pf -> "../" + pf));
        for (var vf : sriov.virtualFunctions().entrySet()) {
            FunctionAddress address = vf.getValue();
            link(directory, "virtfn" + vf.getKey(), Optional.of("../" + address));
        }
    }

    private static Optional<String> hex(OptionalInt value, int digits) {
        return value.stream()
                .mapToObj(v -> String.format("0x%0" + digits + "x", v))
                .findFirst();
    }

    private static Optional<String> decimal(OptionalInt value) {
        return value.stream().mapToObj(Integer::toString).findFirst();
    }

    private static void write(Path directory, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name), text.get() + "\n");
        }
    }

    private static void link(Path directory, String name, Optional<String> target) throws IOException {
        if (target.isPresent()) {
            Files.createSymbolicLink(directory.resolve(name), Path.of(target.get()));
        }
    }
}
