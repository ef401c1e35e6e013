package ridscope.source.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.file.FileTree;
import ridscope.file.MemoryTree;
import ridscope.file.TreePath;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.SlotRecord;
import ridscope.job.Feedback;

/** Power, interrupts, slots, NUMA nodes and devices of the operating system. */
class StateTest {

    private static final String PORT = "devices/pci0000:3a/0000:3a:00.0";
    private static final String CARD = PORT + "/0000:3b:00.0";

    @Test
    void powerAndInterrupts() {
        MemoryTree tree = card().file(CARD + "/power_state", "D3hot\n")
                .file(CARD + "/power/runtime_status", "suspended\n")
                .file(CARD + "/msi_irqs/45", "msix\n")
                .file(CARD + "/msi_irqs/46", "msix\n")
                .file(CARD + "/sriov_vf_total_msix", "2048\n");
        assertThat(os(tree).state())
                .isEqualTo(new OsFacts.State(
                        Optional.of("D3hot"), Optional.of("suspended"), OptionalInt.of(2), OptionalInt.of(2048)));
        assertThat(os(card()).state()).isEqualTo(OsFacts.State.NONE);
    }

    @Test
    void powerStatesAreReadBeforeAnythingThatWakesADevice() {
        List<String> read = new ArrayList<>();
        MemoryTree tree = new MemoryTree()
                .file("bus/pci/slots/4/address", "0000:3b:00\n")
                .file("bus/pci/slots/4/power", "1\n")
                .file("bus/pci/slots/4/adapter", "1\n");
        for (String function : List.of(PORT, CARD, PORT + "/0000:3b:00.1")) {
            tree.file(function + "/config", new byte[64])
                    .file(function + "/power_state", "D3cold\n")
                    .file(function + "/power/runtime_status", "suspended\n")
                    .file(function + "/secondary_bus_number", "59\n")
                    .file(function + "/current_link_speed", "8.0 GT/s PCIe\n");
        }
        new SysfsHost(new Recording(tree, read)).read(Provenance.of("live"), Feedback.NONE);
        int lastState = Math.max(last(read, "power_state"), last(read, "runtime_status"));
        int firstWake = read.stream()
                .filter(path -> List.of("config", "secondary_bus_number", "current_link_speed", "power", "adapter")
                        .contains(TreePath.name(path)))
                .mapToInt(read::indexOf)
                .min()
                .orElseThrow();
        assertThat(lastState).isPositive().isLessThan(firstWake);
        assertThat(read).contains("bus/pci/slots/4/power", CARD + "/config");
    }

    private static int last(List<String> read, String name) {
        return read.stream()
                .filter(path -> TreePath.name(path).equals(name))
                .mapToInt(read::lastIndexOf)
                .max()
                .orElseThrow();
    }

    @Test
    void slotsWithTheirState() {
        MemoryTree tree = card().file("bus/pci/slots/4/address", "0000:3b:00\n")
                .file("bus/pci/slots/4/power", "1\n")
                .file("bus/pci/slots/4/adapter", "0\n")
                .file("bus/pci/slots/4/cur_bus_speed", "16.0 GT/s PCIe\n")
                .file("bus/pci/slots/4/max_bus_speed", "32.0 GT/s PCIe\n")
                .file("bus/pci/slots/5/address", "0000:3c\n")
                .file("bus/pci/slots/5/power", "x\n");
        assertThat(read(tree).slots())
                .containsExactly(
                        new SlotRecord(
                                "4",
                                "0000:3b:00",
                                Optional.of(true),
                                Optional.of(false),
                                Optional.of("16.0 GT/s PCIe"),
                                Optional.of("32.0 GT/s PCIe")),
                        new SlotRecord("5", "0000:3c"));
    }

    @Test
    void numaNodesInTheOrderOfTheirNumbers() {
        MemoryTree tree = card().file("devices/system/node/node10/cpulist", "\n")
                .file("devices/system/node/node2/cpulist", "0-15,32-47\n")
                .directory("devices/system/node/node0")
                .directory("devices/system/node/nodeX")
                .file("devices/system/node/has_cpu", "2\n");
        assertThat(read(tree).numaNodes())
                .containsExactly(
                        new NumaNode(0, Optional.empty()),
                        new NumaNode(2, Optional.of("0-15,32-47")),
                        new NumaNode(10, Optional.of("")));
        assertThat(read(card()).numaNodes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "net/eth0, net eth0",
        "virtio3/net/eth1, net eth1",
        "mlx5_core.sf.4/net/eth0s88, net eth0s88",
        "mlx5_core.sf.4/infiniband/mlx5_9, infiniband mlx5_9",
        "virtio1/host2/target2:0:1/2:0:1:0/block/sdb, block sdb",
        "host0/port-0:0/expander-0:0/port-0:0:4/end_device-0:0:4/target0:0:4/0:0:4:0/block/sdq, block sdq",
        "host7/rport-7:0-3/target7:0:3/7:0:3:0/block/sdc, block sdc",
        "host7/session1/target7:0:0/7:0:0:0/block/sdd, block sdd",
        "mmc_host/mmc0/mmc0:0001/block/mmcblk0, mmc_host mmc0 block mmcblk0",
        "mem0/endpoint2, cxl mem0",
        "drm/renderD128, drm renderD128",
        "infiniband_verbs/uverbs0, ''",
        "infiniband_mad/umad0, ''",
        "usb1/1-1/1-1:1.0/net/usb0, ''",
        "ata1/ata_port/ata1, ''"
    })
    void devicesOfTheOperatingSystem(String path, String found) {
        StringBuilder names = new StringBuilder();
        os(card().directory(CARD + "/" + path))
                .devices()
                .forEach(
                        d -> names.append(d.kind()).append(' ').append(d.name()).append(' '));
        assertThat(names.toString().strip()).isEqualTo(found);
    }

    private static MemoryTree card() {
        return new MemoryTree().file(CARD + "/vendor", "0x8086\n");
    }

    private static OsFacts os(MemoryTree tree) {
        return read(tree).functions().get(1).os();
    }

    private static HostSnapshot read(MemoryTree tree) {
        return new SysfsHost(tree).read(Provenance.of("sysfs"), Feedback.NONE);
    }

    private record Recording(FileTree tree, List<String> paths) implements FileTree {
        @Override
        public Kind kind(String path) {
            return tree.kind(path);
        }

        @Override
        public List<String> list(String path) throws IOException {
            return tree.list(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            paths.add(path);
            return tree.read(path, limit);
        }

        @Override
        public long size(String path) {
            return tree.size(path);
        }

        @Override
        public Optional<String> link(String path) {
            return tree.link(path);
        }
    }
}
