package ridscope.source.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.file.TreePath;
import ridscope.host.BootLog;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.RootBus;
import ridscope.host.SlotRecord;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.source.Fixtures;
import ridscope.source.Opened;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;
import tools.jackson.databind.JsonNode;

/** Trees of real machines and of real kernels on emulated ones, against what others read from them. */
class SysfsFixturesTest {

    @TempDir
    Path folder;

    static List<Path> archives() {
        return Fixtures.files("real/sysfs");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("archives")
    void agreesWithAnIndependentReading(Path archive) throws Exception {
        List<HostSnapshot> hosts = readAll(archive);
        assertThat(hosts).hasSize(1);
        List<JsonNode> expected = Fixtures.expected("sysfs/" + archive.getFileName());
        assertThat(hosts.get(0).functions())
                .extracting(f -> f.address().toString())
                .containsExactlyElementsOf(expected.stream()
                        .map(e -> e.get("addr").asString())
                        .sorted(byAddress())
                        .toList());
        for (JsonNode truth : expected) {
            if (isContradictory(hosts.get(0), truth.get("addr").asString())) {
                continue;
            }
            compare(function(hosts.get(0), truth.get("addr").asString()), truth);
        }
    }

    /** A function under several parents: whoever reads it has to choose. */
    private static boolean isContradictory(HostSnapshot host, String address) {
        return host.diagnostics().stream().anyMatch(d -> d.subject().equals(Optional.of(address)));
    }

    private static java.util.Comparator<String> byAddress() {
        return java.util.Comparator.comparing(FunctionAddress::of);
    }

    private static void compare(FunctionRecord function, JsonNode truth) {
        String as = function.address().toString();
        OsFacts os = function.os();
        assertThat(function.config().length())
                .as(as)
                .isEqualTo(truth.path("config_len").asInt(0));
        JsonNode attributes = truth.get("attrs");
        assertThat(os.identity().classCode()).as(as).isEqualTo(hex(attributes.path("class")));
        if (attributes.has("vendor")) {
            assertThat(os.identity().vendor()).as(as).isEqualTo(hex(attributes.path("vendor")));
            assertThat(os.identity().device()).as(as).isEqualTo(hex(attributes.path("device")));
        }
        if (attributes.has("subsystem_vendor")) {
            assertThat(os.identity().subsystemVendor()).as(as).isEqualTo(hex(attributes.path("subsystem_vendor")));
            assertThat(os.identity().subsystemDevice()).as(as).isEqualTo(hex(attributes.path("subsystem_device")));
        }
        assertThat(os.identity().revision()).as(as).isEqualTo(hex(attributes.path("revision")));
        assertThat(os.driver()).as(as).isEqualTo(text(truth.path("driver")));
        OptionalInt node = decimal(attributes.path("numa_node"));
        assertThat(os.place().numaNode()).as(as).isEqualTo(node.orElse(-1) < 0 ? OptionalInt.empty() : node);
        Optional<String> parent = text(truth.path("parent"));
        assertThat(os.place().parent().flatMap(OsFacts.Parent::bridge).map(Object::toString))
                .as(as)
                .isEqualTo(parent);
        assertThat(os.place().parent().isPresent())
                .as(as)
                .isEqualTo(parent.isPresent() || truth.path("root").isString());
        links(os, attributes, as);
        assertThat(os.sriov().totalVfs()).as(as).isEqualTo(decimal(attributes.path("sriov_totalvfs")));
        assertThat(os.sriov().numVfs()).as(as).isEqualTo(decimal(attributes.path("sriov_numvfs")));
        assertThat(os.sriov().vfDevice()).as(as).isEqualTo(hex(attributes.path("sriov_vf_device")));
    }

    private static void links(OsFacts os, JsonNode attributes, String as) {
        assertThat(os.link().flatMap(OsFacts.LinkAttributes::currentSpeed))
                .as(as)
                .isEqualTo(text(attributes.path("current_link_speed")));
        assertThat(os.link().flatMap(OsFacts.LinkAttributes::maxWidth))
                .as(as)
                .isEqualTo(text(attributes.path("max_link_width")));
        assertThat(os.buses().map(OsFacts.KernelBuses::secondary))
                .as(as)
                .isEqualTo(text(attributes.path("secondary_bus_number")).map(Integer::valueOf));
    }

    @ParameterizedTest
    @CsvSource({
        "b-switch, boot",
        "c-nvme-sriov, boot vf16-32 vf8 vf-max",
        "f-pxb, boot vfs",
        "i-arm64, boot vf16",
        "m-siov, boot vf7"
    })
    void agreesWithTheKernel(String machine, String phases) throws Exception {
        List<HostSnapshot> hosts = readAll(Fixtures.path("qemu/" + machine + "/sysfs.tar.gz"));
        assertThat(hosts).hasSize(phases.split(" ").length);
        for (String phase : phases.split(" ")) {
            JsonNode truth = Fixtures.json(Fixtures.path("qemu/" + machine + "/" + phase + ".json"));
            HostSnapshot host = hosts.size() == 1 ? hosts.get(0) : named(hosts, phase);
            kernel(host, truth);
        }
    }

    private static HostSnapshot named(List<HostSnapshot> hosts, String name) {
        return hosts.stream()
                .filter(host -> host.provenance().host().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private static void kernel(HostSnapshot host, JsonNode truth) {
        assertThat(host.provenance().kernel().orElseThrow())
                .isEqualTo(truth.get("kernel").asString().split(" ")[2]);
        assertThat(host.provenance().privileged()).hasValue(true);
        assertThat(host.functions()).hasSameSizeAs(truth.get("functions"));
        for (int i = 0; i < host.functions().size(); i++) {
            function(host.functions().get(i), truth.get("functions").get(i));
        }
        List<String> slots = new ArrayList<>();
        truth.get("slots")
                .forEach(s -> slots.add(
                        s.get("name").asString() + "=" + s.get("address").asString()));
        assertThat(host.slots()).extracting(SysfsFixturesTest::text).containsExactlyInAnyOrderElementsOf(slots);
        List<String> roots = new ArrayList<>();
        truth.get("host_bridges").forEach(r -> roots.add(TreePath.name(r.asString())));
        assertThat(host.rootBuses())
                .extracting(r -> String.format("pci%s:%02x", r.segment(), r.bus()))
                .containsExactlyInAnyOrderElementsOf(roots);
        assertThat(BootLog.parse(host.bootLog()).rootBuses())
                .allMatch(r -> r.end().isPresent())
                .extracting(RootBus::segment, RootBus::bus)
                .containsExactlyElementsOf(host.rootBuses().stream()
                        .map(r -> Tuple.tuple(r.segment(), r.bus()))
                        .toList());
        List<String> log = new ArrayList<>();
        truth.get("dmesg_pci").forEach(line -> log.add(line.asString().stripTrailing()));
        log.removeIf(line -> line.contains(" igb: ") || line.contains(" igbvf: "));
        assertThat(host.bootLog()).containsAll(log);
    }

    private static String text(SlotRecord slot) {
        return slot.name() + "=" + slot.address();
    }

    private static void function(FunctionRecord function, JsonNode truth) {
        String as = truth.get("addr").asString();
        assertThat(function.address()).hasToString(as);
        byte[] config = Arrays.copyOf(
                HexFormat.of().parseHex(truth.get("config").asString()),
                truth.get("config_len").asInt());
        assertThat(function.config().toBytes()).as(as).isEqualTo(config);
        assertThat(function.configSize()).as(as).isEqualTo(config.length);
        OsFacts os = function.os();
        assertThat(os.identity().vendor()).as(as).isEqualTo(hex(truth.get("vendor")));
        assertThat(os.identity().device()).as(as).isEqualTo(hex(truth.get("device")));
        assertThat(os.driver()).as(as).isEqualTo(text(truth.get("driver")));
        Optional<String> group = text(truth.get("iommu_group"));
        assertThat(os.place().iommuGroup())
                .as(as)
                .isEqualTo(group.map(Numbers::decimal).orElse(OptionalInt.empty()));
        String parent = truth.get("parent").asString();
        assertThat(os.place()
                        .parent()
                        .orElseThrow()
                        .bridge()
                        .map(Object::toString)
                        .orElse("pci"))
                .as(as)
                .isEqualTo(parent.startsWith("pci") ? "pci" : parent);
        JsonNode sriov = truth.get("sriov");
        assertThat(os.sriov().numVfs()).as(as).isEqualTo(decimal(sriov.path("numvfs")));
        assertThat(os.sriov().offset()).as(as).isEqualTo(decimal(sriov.path("offset")));
        assertThat(os.sriov().stride()).as(as).isEqualTo(decimal(sriov.path("stride")));
        assertThat(os.sriov().vfDevice()).as(as).isEqualTo(hex(sriov.path("vf_device")));
        assertThat(os.sriov().physicalFunction().map(Object::toString)).as(as).isEqualTo(text(truth.get("physfn")));
        List<String> vfs = new ArrayList<>();
        truth.get("virtfns").forEach(vf -> vfs.add(vf.asString()));
        assertThat(os.sriov().virtualFunctions().values())
                .as(as)
                .extracting(Object::toString)
                .isEqualTo(vfs);
        List<String> devices = new ArrayList<>();
        truth.get("net").forEach(name -> devices.add(name.asString()));
        truth.get("nvme").forEach(name -> devices.add(name.asString()));
        assertThat(os.devices().stream()
                        .filter(d -> d.kind().equals("net") || d.kind().equals("nvme"))
                        .map(OsFacts.OsDevice::name))
                .as(as)
                .containsExactlyElementsOf(devices);
        JsonNode ari = truth.get("ari_enabled");
        assertThat(os.place().ariEnabled())
                .as(as)
                .isEqualTo(ari.isNull() ? Optional.empty() : Optional.of(ari.asInt() == 1));
    }

    @Test
    void aFunctionUnderSeveralParentsIsTakenWhereTheBusListPointsAndSaid() throws Exception {
        HostSnapshot host = readAll(Fixtures.path("real/sysfs/hwloc__fakepcilocalities.tar.bz2"))
                .get(0);
        assertThat(host.diagnostics())
                .extracting(Diagnostic::id, d -> d.subject().orElse(""))
                .containsOnly(Tuple.tuple("DUPLICATE_RID", "0000:43:00.0"));
        assertThat(function(host, "0000:43:00.0")
                        .os()
                        .place()
                        .parent()
                        .orElseThrow()
                        .bridge())
                .hasValue(FunctionAddress.of("0000:40:03.0"));
    }

    @Test
    void aHwlocCaptureTellsHostAndKernel() throws Exception {
        HostSnapshot host = readAll(Fixtures.path("real/sysfs/hwloc__2pa-pcidomain32bits.tar.bz2"))
                .get(0);
        assertThat(host.provenance().host()).hasValue("hwloc-debian9amd64");
        assertThat(host.provenance().kernel()).hasValue("4.9.0-3-amd64");
        assertThat(host.provenance().privileged()).hasValue(false);
    }

    @Test
    void aFolderOnDiskGivesTheSame() throws Exception {
        Path archive = Fixtures.path("real/sysfs/ghw__linux-arm64-c288e0776090cd558ef793b2a4e61939.tar.gz");
        Fixtures.extract(archive, folder);
        List<HostSnapshot> expected = readAll(archive);
        for (String part : List.of("", "sys", "sys/bus/pci/devices", "sys/devices/pci0000:00")) {
            Opened opened = new SnapshotOpener().open(new Source.OnDisk(folder.resolve(part)), Feedback.NONE);
            assertThat(opened.kind()).isEqualTo("sysfs");
            assertThat(opened.hosts()).as(part).isEqualTo(expected);
        }
    }

    private static FunctionRecord function(HostSnapshot host, String address) {
        return host.functions().stream()
                .filter(f -> f.address().equals(FunctionAddress.of(address)))
                .findFirst()
                .orElseThrow();
    }

    private static List<HostSnapshot> readAll(Path archive) throws Exception {
        return new SnapshotOpener()
                .open(new Source.OnDisk(archive), Feedback.NONE)
                .hosts();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static OptionalInt decimal(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? OptionalInt.empty() : OptionalInt.of(node.asInt());
    }

    private static OptionalInt hex(JsonNode node) {
        return text(node).map(Numbers::hex).orElse(OptionalInt.empty());
    }
}
