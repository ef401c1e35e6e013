package ridscope.source.sysfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.file.MemoryTree;
import ridscope.host.BootLog;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.TreeHosts;
import ridscope.text.Diagnostic;

class SysfsTest {

    private static final String PORT = "devices/pci0000:3a/0000:3a:00.0";
    private static final String CARD = PORT + "/0000:3b:00.0";

    @TempDir
    Path folder;

    @Test
    void attributesOfAPhysicalFunction() {
        MemoryTree tree = card().file(CARD + "/sriov_totalvfs", "7\n")
                .file(CARD + "/sriov_numvfs", "2\n")
                .file(CARD + "/sriov_offset", "128\n")
                .file(CARD + "/sriov_stride", "2\n")
                .file(CARD + "/sriov_vf_device", "10ca\n")
                .file(CARD + "/ari_enabled", "1\n")
                .file(CARD + "/max_link_speed", "16.0 GT/s PCIe\n")
                .file(CARD + "/numa_node", "-1\n")
                .link(CARD + "/driver", "../../../../bus/pci/drivers/igb")
                .link(CARD + "/iommu_group", "../../../../kernel/iommu_groups/17")
                .link(CARD + "/virtfn0", "../0000:3b:10.0")
                .link(CARD + "/virtfn11", "../0000:3b:11.6")
                .link(CARD + "/virtfnx", "../0000:3b:11.7")
                .directory(CARD + "/net/eth0");
        OsFacts os = read(tree).functions().get(1).os();
        assertThat(os.identity().vendor()).hasValue(0x8086);
        assertThat(os.identity().classCode()).hasValue(0x020000);
        assertThat(os.place().parent()).hasValue(new OsFacts.Parent(Optional.of(FunctionAddress.of("3a:00.0"))));
        assertThat(os.place().ariEnabled()).hasValue(true);
        assertThat(os.place().numaNode()).as("−1 is none").isEmpty();
        assertThat(os.place().iommuGroup()).hasValue(17);
        assertThat(os.driver()).hasValue("igb");
        assertThat(os.link().orElseThrow().maxSpeed()).hasValue("16.0 GT/s PCIe");
        assertThat(os.link().orElseThrow().currentSpeed()).isEmpty();
        assertThat(os.sriov().totalVfs()).hasValue(7);
        assertThat(os.sriov().vfDevice()).hasValue(0x10ca);
        assertThat(os.sriov().virtualFunctions())
                .containsOnlyKeys(0, 11)
                .containsEntry(11, FunctionAddress.of("3b:11.6"));
        assertThat(os.devices()).containsExactly(new OsFacts.OsDevice("net", "eth0"));
    }

    @Test
    void zerosThatAnArchiverAddedAreNoPartOfAnAttribute() {
        MemoryTree tree = card().file(CARD + "/revision", "0x1f\n\0\0\0\0\0\0");
        assertThat(read(tree).functions().get(1).os().identity().revision()).hasValue(0x1f);
    }

    @ParameterizedTest
    @CsvSource({"vendor, 0x18086", "vendor, xyz", "vendor, ''", "numa_node, 1e3", "secondary_bus_number, 256"})
    void senselessAttributesAreUnknown(String attribute, String text) {
        OsFacts os = read(card().file(CARD + "/" + attribute, text))
                .functions()
                .get(1)
                .os();
        assertThat(os.place().numaNode()).isEmpty();
        assertThat(os.buses()).isEmpty();
        if (attribute.equals("vendor")) {
            assertThat(os.identity().vendor()).isEmpty();
        }
    }

    @Test
    void theModaliasStandsInForMissingIds() {
        MemoryTree tree =
                new MemoryTree().file(CARD + "/modalias", "pci:v00008086d000027A0sv000017AAsd00002015bc06sc04i01\n");
        OsFacts.Identity id = read(tree).functions().get(1).os().identity();
        assertThat(id.vendor()).hasValue(0x8086);
        assertThat(id.device()).hasValue(0x27a0);
        assertThat(id.subsystemDevice()).hasValue(0x2015);
        assertThat(id.classCode()).hasValue(0x060401);
        assertThat(id.revision()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64, 0, false", "128, 0, false", "256, 256, true", "4096, 4096, true"})
    void configurationBytesAndPrivilege(int length, int size, boolean privileged) {
        byte[] config = new byte[length];
        config[length - 1] = 1;
        HostSnapshot host = read(card().file(CARD + "/config", config));
        FunctionRecord function = host.functions().get(1);
        assertThat(function.config().length()).isEqualTo(length);
        assertThat(function.configSize()).isEqualTo(size);
        assertThat(host.provenance().privileged()).hasValue(privileged);
    }

    @Test
    void withoutAnyConfigurationPrivilegeIsUnknown() {
        assertThat(read(card()).provenance().privileged()).isEmpty();
    }

    @Test
    void zerosThatAnArchiverAddedAreNoConfigurationBytes() {
        byte[] config = new byte[4096];
        config[0x06] = 0x10;
        config[0x34] = 0x40;
        HostSnapshot host = read(card().file(CARD + "/config", config));
        assertThat(host.functions().get(1).config().length()).isEqualTo(64);
        assertThat(host.functions().get(1).configSize()).isEqualTo(4096);
        assertThat(host.diagnostics()).extracting(Diagnostic::id).containsExactly("CONFIG_PADDED");
        assertThat(host.provenance().privileged()).hasValue(false);
    }

    @Test
    void rootBusesWithTheEndTheBootLogTells() {
        MemoryTree tree = card().directory("devices/platform/40000.pcie/pci0002:00/0002:00:00.0")
                .directory("devices/pci0000:00/0000:00:0e.0/pci10000:e0/10000:e0:06.0")
                .file(CARD + "/numa_node", "0");
        List<String> log = List.of(
                "[    1.8] pci_bus 0000:3a: root bus resource [bus 3a-5c]",
                "[    1.8] pci_bus 0000:3a: on NUMA node 1",
                "[    1.8] pci_bus 0002:00: root bus resource [bus 00]");
        HostSnapshot host = BootLog.parse(log).attach(new SysfsHost(tree).read(Provenance.of("sysfs"), Feedback.NONE));
        assertThat(host.rootBuses())
                .containsExactly(
                        new RootBus(Segment.ZERO, 0, OptionalInt.empty(), OptionalInt.empty()),
                        new RootBus(Segment.ZERO, 0x3a, OptionalInt.empty(), OptionalInt.empty()),
                        new RootBus(new Segment(2), 0, OptionalInt.empty(), OptionalInt.empty()),
                        new RootBus(new Segment(0x10000), 0xe0, OptionalInt.empty(), OptionalInt.empty()));
        assertThat(host.functions()).hasSize(5);
        assertThat(host.functions().get(4).os().place().parent()).hasValue(OsFacts.Parent.ROOT);
        assertThat(host.bootLog()).isEqualTo(log);
    }

    @Test
    void slotsBelongToTheirDevice() {
        MemoryTree tree =
                card().file("bus/pci/slots/5-1/address", "0000:3b:00\n").directory(PORT + "/0000:3b:01.0");
        HostSnapshot host = read(tree);
        assertThat(host.slots()).hasSize(1);
        assertThat(host.functions())
                .extracting(f -> f.os().place().slot().orElse(""))
                .containsExactly("", "5-1", "");
    }

    @Test
    void groupsAreAlsoFoundInTheKernelsList() {
        MemoryTree tree = card().link("kernel/iommu_groups/4/devices/0000:3b:00.0", "../../../../" + CARD);
        assertThat(read(tree).functions().get(1).os().place().iommuGroup()).hasValue(4);
    }

    @Test
    void linksThatLeaveTheTreeOrRunInCirclesAreNotFollowed() {
        MemoryTree tree = card().link("bus/pci/devices/0000:00:01.0", "../../../../../../etc")
                .link("bus/pci/devices/0000:00:02.0", "../devices/0000:00:02.0")
                .link(CARD + "/0000:3c:00.0", "../../..")
                .link("devices/loop", "..");
        assertThat(read(tree).functions())
                .extracting(f -> f.address().toString())
                .containsExactly("0000:00:01.0", "0000:00:02.0", "0000:3a:00.0", "0000:3b:00.0");
        assertThat(read(tree).functions().get(0).os()).isEqualTo(OsFacts.NONE);
    }

    @Test
    void disksBehindTransportsAreFound() {
        MemoryTree tree = card().directory(CARD + "/ata1/host0/target0:0:0/0:0:0:0/block/sda")
                .directory(CARD + "/virtio0/net/eth1")
                .directory(CARD + "/nvme/nvme0/nvme0n1")
                .link(CARD + "/net:eth9", "../../../../class/net/eth9")
                .directory(CARD + "/sound/card0");
        assertThat(read(tree).functions().get(1).os().devices())
                .containsExactlyInAnyOrder(
                        new OsFacts.OsDevice("block", "sda"),
                        new OsFacts.OsDevice("net", "eth1"),
                        new OsFacts.OsDevice("nvme", "nvme0"),
                        new OsFacts.OsDevice("block", "nvme0n1"),
                        new OsFacts.OsDevice("net", "eth9"),
                        new OsFacts.OsDevice("sound", "card0"));
    }

    @Test
    void severalTreesAreSeveralHosts() throws SnapshotException {
        MemoryTree tree = new MemoryTree()
                .directory("db7/sys/" + CARD)
                .file("db7/etc/hostname", "db7.example\n")
                .directory("db8/sys/" + PORT)
                .file("db8/dmesg.txt", "[0.1] pci 0000:3a:00.0: enabling\n[0.2] usb hub\n");
        List<HostSnapshot> hosts = TreeHosts.of(tree);
        assertThat(hosts)
                .extracting(host -> host.provenance().host().orElse(""))
                .containsExactly("db7.example", "db8");
        assertThat(hosts.get(1).bootLog()).containsExactly("[0.1] pci 0000:3a:00.0: enabling");
    }

    @Test
    void foldersAreRecognisedByWhatIsInThem() throws Exception {
        assertThatThrownBy(() -> open(folder)).hasMessageContaining("no PCI devices");
        Files.createDirectories(folder.resolve("a/b/sys").resolve(CARD));
        assertThat(open(folder).recognised()).isEqualTo("folder with a sysfs tree");
        assertThat(open(folder.resolve("a/b/sys/devices")).hosts())
                .isEqualTo(open(folder).hosts());
    }

    @Test
    void besideTheTreeOfAMachineNothingElseIsLookedAt() {
        MemoryTree tree = new MemoryTree()
                .directory("sys/bus/pci/devices")
                .directory("home/me/copy/bus/pci/devices")
                .directory("proc/1/root/sys/bus/pci/devices");
        assertThat(TreeFinder.find(tree)).containsExactly("sys");
        assertThat(TreeFinder.find(new MemoryTree()
                        .directory("a/sys/bus/pci/devices")
                        .directory("a/b/bus/pci/devices")
                        .directory("c/bus/pci/devices")))
                .containsExactly("a/sys", "c");
    }

    @Test
    void theSearchForATreeEnds() {
        MemoryTree wide = new MemoryTree();
        for (int i = 0; i < 10_000; i++) {
            wide.directory(String.format("%05d/x", i));
        }
        wide.directory("99999/bus/pci/devices");
        assertThat(TreeFinder.find(wide)).isEmpty();
        assertThat(TreeFinder.find(new MemoryTree().directory("1/2/3/4/5/6/7/bus/pci/devices")))
                .isEmpty();
    }

    @Test
    void pipesInAFolderDoNotBlock() throws Exception {
        Path card = Files.createDirectories(folder.resolve("sys").resolve(CARD));
        Files.writeString(folder.resolve("secret"), "0x1234");
        Files.createSymbolicLink(card.resolve("vendor"), folder.resolve("secret"));
        Process mkfifo = new ProcessBuilder("mkfifo", card.resolve("device").toString()).start();
        org.junit.jupiter.api.Assumptions.assumeTrue(mkfifo.waitFor() == 0, "no mkfifo here");
        HostSnapshot host = open(folder).hosts().get(0);
        assertThat(host.functions().get(1).os().identity()).isEqualTo(OsFacts.Identity.NONE);
    }

    private static Opened open(Path folder) throws SnapshotException {
        return new SnapshotOpener().open(new Source.OnDisk(folder), Feedback.NONE);
    }

    private static MemoryTree card() {
        return new MemoryTree()
                .file(CARD + "/vendor", "0x8086\n")
                .file(CARD + "/device", "0x10c9\n")
                .file(CARD + "/class", "0x020000\n");
    }

    private static HostSnapshot read(MemoryTree tree) {
        return new SysfsHost(tree).read(Provenance.of("sysfs"), Feedback.NONE);
    }
}
