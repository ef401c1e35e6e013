package ridscope.source.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.host.SlotRecord;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/** Writes a snapshot as the folder that somebody would have copied from that host: {@code sys} and {@code proc}. */
final class SysfsCopy {

    private static final int RESOURCE_LINES = 17;

    private final Path sys;
    private final Topology topology;

    private SysfsCopy(Path sys, HostSnapshot host) {
        this.sys = sys;
        this.topology = Enumerator.enumerate(host, Feedback.NONE);
    }

    /** Writes into a folder and returns the {@code sys} in it. */
    static Path write(HostSnapshot host, Path folder) throws IOException {
        Path sys = Files.createDirectories(folder.resolve("sys"));
        SysfsCopy copy = new SysfsCopy(sys, host);
        Files.createDirectories(sys.resolve("bus/pci/devices"));
        for (FunctionRecord function : host.functions()) {
            copy.function(function);
        }
        for (FunctionRecord function : host.functions()) {
            copy.links(function);
        }
        for (SlotRecord slot : host.slots()) {
            copy.slot(slot);
        }
        for (NumaNode node : host.numaNodes()) {
            file(sys.resolve("devices/system/node/node" + node.node() + "/cpulist"), node.cpus());
        }
        Path kernel = folder.resolve("proc/sys/kernel");
        file(kernel.resolve("hostname"), host.provenance().host());
        file(kernel.resolve("osrelease"), host.provenance().kernel());
        return sys;
    }

    /** Where a function stands. */
    private Path directory(FunctionAddress address) {
        String name = address.toString();
        Optional<FunctionAddress> parent =
                topology.function(address).orElseThrow().parent();
        return parent.map(this::directory)
                .orElse(sys.resolve("devices/pci" + name.substring(0, name.length() - 5)))
                .resolve(name);
    }

    private void function(FunctionRecord function) throws IOException {
        Path directory = Files.createDirectories(directory(function.address()));
        Files.createSymbolicLink(
                sys.resolve("bus/pci/devices/" + function.address()),
                sys.resolve("bus/pci/devices").relativize(directory));
        Files.write(directory.resolve("config"), function.config().toBytes());
        OsFacts os = function.os();
        hex(directory, "vendor", "0x%04x", os.identity().vendor());
        hex(directory, "device", "0x%04x", os.identity().device());
        hex(directory, "subsystem_vendor", "0x%04x", os.identity().subsystemVendor());
        hex(directory, "subsystem_device", "0x%04x", os.identity().subsystemDevice());
        hex(directory, "class", "0x%06x", os.identity().classCode());
        hex(directory, "revision", "0x%02x", os.identity().revision());
        file(
                directory.resolve("numa_node"),
                Optional.of("" + os.place().numaNode().orElse(-1)));
        file(directory.resolve("ari_enabled"), os.place().ariEnabled().map(SysfsCopy::flag));
        if (os.buses().isPresent()) {
            file(directory.resolve("secondary_bus_number"), os.buses().map(b -> "" + b.secondary()));
            file(directory.resolve("subordinate_bus_number"), os.buses().map(b -> "" + b.subordinate()));
        }
        if (os.link().isPresent()) {
            OsFacts.LinkAttributes link = os.link().get();
            file(directory.resolve("current_link_speed"), link.currentSpeed());
            file(directory.resolve("current_link_width"), link.currentWidth());
            file(directory.resolve("max_link_speed"), link.maxSpeed());
            file(directory.resolve("max_link_width"), link.maxWidth());
        }
        sriov(directory, os.sriov());
        state(directory, os);
    }

    private static void sriov(Path directory, OsFacts.SrIovAttributes sriov) throws IOException {
        hex(directory, "sriov_totalvfs", "%d", sriov.totalVfs());
        hex(directory, "sriov_numvfs", "%d", sriov.numVfs());
        hex(directory, "sriov_offset", "%d", sriov.offset());
        hex(directory, "sriov_stride", "%d", sriov.stride());
        hex(directory, "sriov_vf_device", "%x", sriov.vfDevice());
    }

    private static void state(Path directory, OsFacts os) throws IOException {
        file(directory.resolve("power_state"), os.state().power());
        file(directory.resolve("power/runtime_status"), os.state().runtime());
        hex(directory, "sriov_vf_total_msix", "%d", os.state().vfMsixTotal());
        for (int i = 0; i < os.state().vectors().orElse(0); i++) {
            file(directory.resolve("msi_irqs/" + (40 + i)), Optional.of("msix"));
        }
        for (OsFacts.OsDevice device : os.devices()) {
            Files.createDirectories(directory.resolve(device.kind()).resolve(device.name()));
        }
        if (!os.resources().isEmpty()) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < RESOURCE_LINES; i++) {
                int index = i;
                lines.append(os.resources().stream()
                        .filter(resource -> resource.index() == index)
                        .findFirst()
                        .map(SysfsCopy::line)
                        .orElse(line(0, 0, 0)));
            }
            file(directory.resolve("resource"), Optional.of(lines.toString().strip()));
        }
    }

    private static String line(OsFacts.Resource resource) {
        long first = resource.start().orElse(0);
        long flags = resource.flags().orElse(0x200);
        OptionalLong size = resource.size();
        return line(first, size.isPresent() ? first + size.getAsLong() - 1 : first, flags);
    }

    private static String line(long first, long last, long flags) {
        return String.format(Locale.ROOT, "0x%016x 0x%016x 0x%016x%n", first, last, flags);
    }

    private void links(FunctionRecord function) throws IOException {
        Path directory = directory(function.address());
        OsFacts os = function.os();
        if (os.driver().isPresent()) {
            link(
                    directory.resolve("driver"),
                    sys.resolve("bus/pci/drivers").resolve(os.driver().get()));
        }
        if (os.place().iommuGroup().isPresent()) {
            link(
                    directory.resolve("iommu_group"),
                    sys.resolve("kernel/iommu_groups/" + os.place().iommuGroup().getAsInt()));
        }
        // Where the other end is not in the snapshot, the link leads nowhere.
        if (os.sriov().physicalFunction().isPresent()) {
            Files.createSymbolicLink(
                    directory.resolve("physfn"),
                    Path.of("..", os.sriov().physicalFunction().get().toString()));
        }
        for (var vf : os.sriov().virtualFunctions().entrySet()) {
            Files.createSymbolicLink(
                    directory.resolve("virtfn" + vf.getKey()),
                    Path.of("..", vf.getValue().toString()));
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createDirectories(target);
        Files.createSymbolicLink(link, link.getParent().relativize(target));
    }

    private void slot(SlotRecord slot) throws IOException {
        Path directory = Files.createDirectories(sys.resolve("bus/pci/slots").resolve(slot.name()));
        file(directory.resolve("address"), Optional.of(slot.address()));
        file(directory.resolve("power"), slot.powered().map(SysfsCopy::flag));
        file(directory.resolve("adapter"), slot.occupied().map(SysfsCopy::flag));
        file(directory.resolve("cur_bus_speed"), slot.speed());
        file(directory.resolve("max_bus_speed"), slot.maxSpeed());
    }

    private static String flag(boolean on) {
        return on ? "1" : "0";
    }

    private static void hex(Path directory, String name, String format, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            file(directory.resolve(name), Optional.of(String.format(Locale.ROOT, format, value.getAsInt())));
        }
    }

    private static void file(Path path, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            Files.createDirectories(path.getParent());
            Files.write(path, (text.get() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
