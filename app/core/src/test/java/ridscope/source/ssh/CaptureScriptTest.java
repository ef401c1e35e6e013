package ridscope.source.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.report.ModelJson;
import ridscope.rid.FunctionAddress;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.json.JsonSnapshotReader;
import ridscope.source.json.SchemaCheck;
import ridscope.testing.SampleCorpus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The script prints what our own reader finds in the same tree, in every shell. */
class CaptureScriptTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<Arguments> shellsAndSamples() {
        return Arrays.stream(Shell.values())
                .flatMap(shell -> SampleCorpus.names().stream().map(name -> Arguments.of(shell, name)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("shellsAndSamples")
    void samplesAreReadAsOurOwnReaderReadsThem(Shell shell, String sample) throws Exception {
        Path sys = SysfsCopy.write(SampleCorpus.open(sample), folder);
        Shell.Answer answer = shell.capture(sys);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text()).isASCII();
        assertThat(problems(answer.out())).isEmpty();
        HostSnapshot expected = ours(sys);
        HostSnapshot host = answer.snapshot();
        assertThat(text(host, List.of())).isEqualTo(text(expected, List.of()));
        assertThat(comparable(host)).isEqualTo(comparable(expected));
        assertThat(model(host)).isEqualTo(model(expected));
        Provenance p = expected.provenance();
        assertThat(host.provenance())
                .isEqualTo(new Provenance(
                        "ssh",
                        p.host(),
                        p.kernel(),
                        Optional.empty(),
                        Optional.of("RIDscope capture script"),
                        p.privileged(),
                        false));
    }

    /** Those with few files. */
    static Stream<Path> archives() {
        return Fixtures.files("real/sysfs").stream()
                .filter(file -> file.getFileName().toString().matches("ghw__.*|nfd__.*|hwloc__2pa.*"));
    }

    /**
     * Copies of real trees, without the two attributes in which our own reader finds what is missing elsewhere; where it finds
     * a copy odd in another way, that function is not compared.
     */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("archives")
    void copiesOfRealTrees(Path archive) throws Exception {
        Fixtures.extract(archive, folder);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (path.endsWith("modalias") || path.endsWith("uevent")) {
                    Files.delete(path);
                }
            }
        }
        List<Path> trees;
        try (Stream<Path> all = Files.find(folder, 8, (path, a) -> path.endsWith("sys/bus/pci/devices"))) {
            trees = all.map(path -> path.resolve("../../..").normalize()).toList();
        }
        for (Path sys : trees) {
            HostSnapshot expected = ours(sys);
            List<String> odd = expected.diagnostics().stream()
                    .flatMap(d -> d.subject().stream())
                    .toList();
            for (Shell shell : Shell.values()) {
                Shell.Answer answer = shell.capture(sys);
                assertThat(problems(answer.out())).isEmpty();
                HostSnapshot host = answer.snapshot();
                assertThat(host.numaNodes()).isEqualTo(expected.numaNodes());
                assertThat(host.slots()).isEqualTo(expected.slots());
                assertThat(text(host, odd)).isEqualTo(text(expected, odd));
            }
        }
    }

    /** All functions but some, a line each, so that a difference can be seen. */
    private static String text(HostSnapshot host, List<String> without) {
        return host.functions().stream()
                .filter(f -> !without.contains(f.address().toString()))
                .map(f -> f.address() + " " + f.configSize() + " "
                        + HexFormat.of().formatHex(f.config().toBytes()) + " " + f.os())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void oddTextsAndWhatIsNoNumber(Shell shell) throws Exception {
        Random random = new Random(20260607);
        Path function = Files.createDirectories(folder.resolve("sys/devices/pci0000:00/0000:00:02.0"));
        Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        Files.createSymbolicLink(
                folder.resolve("sys/bus/pci/devices/0000:00:02.0"),
                Path.of("../../../devices/pci0000:00/0000:00:02.0"));
        Files.write(function.resolve("config"), new byte[64]);
        Path slot = Files.createDirectories(folder.resolve("sys/bus/pci/slots/\"a\\b\" 'c' $(d) `e`\n\t\u0001 ü 漢 😀"));
        Files.writeString(slot.resolve("address"), "0000:00:02\n");
        Files.createDirectories(function.resolve("net/we\"ird\\0"));
        for (int round = 0; round < 12; round++) {
            for (String name : List.of("current_link_speed", "max_link_speed", "power_state")) {
                Files.write(function.resolve(name), oddText(random));
            }
            for (String name :
                    List.of("sriov_totalvfs", "vendor", "numa_node", "class", "ari_enabled", "sriov_numvfs")) {
                Files.writeString(function.resolve(name), oddNumber(random) + "\n");
            }
            Shell.Answer answer = shell.capture(folder.resolve("sys"));
            assertThat(problems(answer.out())).isEmpty();
            assertThat(comparable(answer.snapshot())).isEqualTo(comparable(ours(folder.resolve("sys"))));
        }
    }

    /** Any bytes but line ends, zeros and what counts as white space at the ends. */
    private static byte[] oddText(Random random) {
        byte[] text = new byte[random.nextInt(12)];
        for (int i = 0; i < text.length; i++) {
            int[] ranges = {
                random.nextInt(256),
                0x80 + random.nextInt(64),
                0xc0 + random.nextInt(64),
                '"',
                '\\',
                1 + random.nextInt(9)
            };
            text[i] = (byte) ranges[random.nextInt(ranges.length)];
            if (text[i] == 0 || text[i] == '\n' || i == 0 || i == text.length - 1) {
                text[i] = '*';
            }
        }
        return text;
    }

    private static String oddNumber(Random random) {
        String[] words = {
            "0",
            "1",
            "7",
            "64",
            "65535",
            "65536",
            "-1",
            "",
            "x",
            "0x8086",
            "0x08",
            "0x108086",
            "8086",
            "ff",
            "fffff",
            "1 2",
            "99999999999",
            "2147483647",
            "2147483648",
            "0x",
            "+5",
            "1e3",
            "0x1g",
            "\"",
            "$(ls)",
            "5;ls",
            "a[0]"
        };
        return words[random.nextInt(words.length)];
    }

    @Test
    void resourcesOfEveryForm() throws Exception {
        Path function = Files.createDirectories(folder.resolve("sys/devices/pci0000:00/0000:00:02.0"));
        Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        Files.createSymbolicLink(
                folder.resolve("sys/bus/pci/devices/0000:00:02.0"),
                Path.of("../../../devices/pci0000:00/0000:00:02.0"));
        Random random = new Random(20260608);
        String[] numbers = {
            "0000000000000000", "0000000000000fff", "00000000ffffffff", "0000000100000000", "00000000fe000000",
            "ffffffff00000000", "ffffffffffffffff", "7fffffffffffffff", "8000000000000000", "0000380000000000"
        };
        String[] flags = {"0000000000040200", "0000000000000101", "0000000020140204", "0000000000000000"};
        for (int round = 0; round < 20; round++) {
            StringBuilder lines = new StringBuilder();
            for (int line = new int[] {7, 11, 12, 13, 17, 18}[random.nextInt(6)]; line > 0; line--) {
                lines.append("0x").append(numbers[random.nextInt(numbers.length)]);
                lines.append(" 0x").append(numbers[random.nextInt(numbers.length)]);
                lines.append(" 0x").append(flags[random.nextInt(flags.length)]).append('\n');
            }
            Files.writeString(function.resolve("resource"), lines);
            assertThat(Shell.DASH.capture(folder.resolve("sys")).snapshot().functions())
                    .as(lines.toString())
                    .isEqualTo(ours(folder.resolve("sys")).functions());
        }
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void aHostBridgeBelowAFunctionAndOneWithoutFunctions(Shell shell) throws Exception {
        Path devices = Files.createDirectories(folder.resolve("sys/devices"));
        Path bus = Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        Path vmd = devices.resolve("pci0000:00/0000:00:0e.0");
        Files.createDirectories(vmd.resolve("pci10000:e0/10000:e0:00.0"));
        Files.createDirectories(devices.resolve("platform/soc/40000000.pcie/pci0002:80"));
        Files.createDirectories(devices.resolve("pci0000:3a"));
        Files.createSymbolicLink(bus.resolve("0000:00:0e.0"), bus.relativize(vmd));
        Files.createSymbolicLink(
                bus.resolve("10000:e0:00.0"), bus.relativize(vmd.resolve("pci10000:e0/10000:e0:00.0")));
        Files.writeString(vmd.resolve("numa_node"), "1\n");
        HostSnapshot host = shell.capture(folder.resolve("sys")).snapshot();
        assertThat(host.rootBuses()).extracting(RootBus::bus).containsExactly(0x00, 0x3a, 0x80, 0xe0);
        assertThat(comparable(host)).isEqualTo(comparable(ours(folder.resolve("sys"))));
    }

    /** A pipe that nobody writes into stands for an attribute whose driver keeps the device lock. */
    @ParameterizedTest
    @EnumSource(Shell.class)
    void anAttributeThatDoesNotAnswerIsGivenUp(Shell shell) throws Exception {
        Path sys = SysfsCopy.write(SampleCorpus.open("qemu-nvme-vfs"), folder);
        HostSnapshot before = ours(sys);
        FunctionRecord pf = before.functions().stream()
                .filter(f -> f.os().sriov().numVfs().orElse(0) > 0)
                .findFirst()
                .orElseThrow();
        Path attribute =
                sys.resolve("bus/pci/devices/" + pf.address() + "/sriov_numvfs").toRealPath();
        Files.delete(attribute);
        pipe(attribute);
        HostSnapshot host = shell.capture(sys).snapshot();
        release(attribute);
        assertThat(host.diagnostics())
                .anyMatch(d -> d.id().equals("ATTRIBUTE_TIMEOUT")
                        && d.subject().equals(Optional.of(pf.address().toString()))
                        && d.text().startsWith("sriov_numvfs of " + pf.address()));
        FunctionRecord read = host.functions().get(before.functions().indexOf(pf));
        assertThat(read.os().sriov().numVfs()).isEmpty();
        assertThat(read.os().sriov().totalVfs()).isEqualTo(pf.os().sriov().totalVfs());
        assertThat(read.config()).isEqualTo(pf.config());
        assertThat(host.functions()).hasSameSizeAs(before.functions());
    }

    private static void pipe(Path path) throws Exception {
        Process make = new ProcessBuilder(Shell.program("mkfifo").toString(), path.toString()).start();
        assertThat(make.waitFor()).isZero();
    }

    /** Lets whoever still waits for the pipe go. */
    private static void release(Path pipe) throws IOException {
        Files.newByteChannel(pipe, java.nio.file.StandardOpenOption.WRITE).close();
    }

    @Test
    void busyboxAloneIsEnough() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("sh", "cat", "od", "ls", "readlink")) {
            Files.createSymbolicLink(bin.resolve(tool), Shell.program("busybox"));
        }
        Path sys = SysfsCopy.write(SampleCorpus.open("siov-server"), folder);
        Shell.Answer answer = Shell.BUSYBOX.run(CaptureScript.text(), Map.of("PATH", bin.toString()), sys.toString());
        assertThat(comparable(answer.snapshot())).isEqualTo(comparable(ours(sys)));
    }

    @Test
    void anOdThatKnowsOnlyOctalWillDo() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path od = bin.resolve("od");
        Files.writeString(
                od,
                "#!/bin/sh\ncase $* in '-v -b') exec " + Shell.program("od")
                        + " -v -b ;; esac\necho usage >&2\nexit 1\n");
        assertThat(od.toFile().setExecutable(true)).isTrue();
        Path sys = SysfsCopy.write(SampleCorpus.open("qemu-switch"), folder);
        String path = bin + ":" + System.getenv("PATH");
        Shell.Answer answer = Shell.DASH.run(CaptureScript.text(), Map.of("PATH", path), sys.toString());
        assertThat(comparable(answer.snapshot())).isEqualTo(comparable(ours(sys)));
    }

    @Test
    void aMissingToolAndAMissingTreeAreSaid() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("cat"), Shell.program("cat"));
        Shell.Answer noTool = Shell.DASH.run(CaptureScript.text(), Map.of("PATH", bin.toString()), "/sys");
        assertThat(noTool.err()).isEqualTo("ridscope-capture: this host has no od\n");
        assertThat(noTool.exitCode()).isEqualTo(4);
        Shell.Answer noTree = Shell.DASH.capture(folder.resolve("sys"));
        assertThat(noTree.err())
                .isEqualTo("ridscope-capture: " + folder.resolve("sys")
                        + " is not there: this is no Linux, or sysfs is not mounted\n");
        assertThat(noTree.exitCode()).isEqualTo(3);
        Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        Shell.Answer noDevices = Shell.DASH.capture(folder.resolve("sys"));
        assertThat(noDevices.err()).contains("has no PCI devices");
        assertThat(noDevices.out()).isEmpty();
        assertThat(noDevices.exitCode()).isEqualTo(3);
    }

    /** The connection may break while the script is sent. */
    @ParameterizedTest
    @EnumSource(Shell.class)
    void aScriptThatIsCutDoesNothing(Shell shell) throws Exception {
        Path sys = SysfsCopy.write(SampleCorpus.open("qemu-switch"), folder);
        String script = CaptureScript.text();
        int lastLine = script.lastIndexOf('\n', script.length() - 2);
        Random random = new Random(20260609);
        for (int i = 0; i < 25; i++) {
            Shell.Answer answer = shell.run(script.substring(0, random.nextInt(lastLine)), Map.of(), sys.toString());
            assertThat(answer.out()).isEmpty();
        }
    }

    /** And while it answers. */
    @Test
    void anAnswerThatIsCutIsRefused() throws Exception {
        Path sys = SysfsCopy.write(SampleCorpus.open("qemu-switch"), folder);
        byte[] out = Shell.DASH.capture(sys).out();
        Random random = new Random(20260610);
        for (int i = 0; i < 200; i++) {
            byte[] cut = Arrays.copyOf(out, random.nextInt(out.length - 2));
            assertThatThrownBy(() -> new JsonSnapshotReader().read(new Source.Bytes("cut", cut), Feedback.NONE))
                    .isInstanceOf(SnapshotException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void thisMachine(Shell shell) throws Exception {
        Shell.Answer answer = shell.run(CaptureScript.text(), Map.of());
        String[] devices = Path.of("/sys/bus/pci/devices").toFile().list();
        if (devices == null || devices.length == 0) {
            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.err()).startsWith("ridscope-capture: ");
            return;
        }
        HostSnapshot live = new SnapshotOpener()
                .open(new Source.Live(), Feedback.NONE)
                .hosts()
                .get(0);
        HostSnapshot host = answer.snapshot();
        assertThat(host.functions()).hasSameSizeAs(live.functions());
        for (int i = 0; i < live.functions().size(); i++) {
            FunctionRecord ours = live.functions().get(i);
            FunctionRecord theirs = host.functions().get(i);
            assertThat(theirs.address()).isEqualTo(ours.address());
            assertThat(theirs.configSize()).isEqualTo(ours.configSize());
            assertThat(theirs.config().length()).isEqualTo(ours.config().length());
            assertThat(lasting(theirs.os())).isEqualTo(lasting(ours.os()));
        }
        assertThat(host.slots()).isEqualTo(live.slots());
        assertThat(host.numaNodes()).isEqualTo(live.numaNodes());
        assertThat(host.provenance().host()).isEqualTo(live.provenance().host());
        assertThat(host.provenance().privileged()).isEqualTo(live.provenance().privileged());
    }

    /** What stays the same while a machine runs: power comes and goes. */
    private static OsFacts lasting(OsFacts os) {
        return os.withState(OsFacts.State.NONE);
    }

    @Test
    void theAddressOfAFunctionIsTakenLiterally() throws Exception {
        Path bus = Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        for (String name : List.of(
                "0000:00:00.0",
                "$(touch x)",
                "0000:00:00.8",
                "00:00.0",
                "0000:00:20.0",
                "ffffffff:00:00.0",
                "123456789:00:00.0")) {
            Files.createDirectories(bus.resolve(name));
        }
        HostSnapshot host = Shell.DASH.capture(folder.resolve("sys")).snapshot();
        assertThat(host.functions())
                .extracting(FunctionRecord::address)
                .containsExactly(FunctionAddress.of("0000:00:00.0"), FunctionAddress.of("ffffffff:00:00.0"));
    }

    private static List<String> problems(byte[] json) throws IOException {
        JsonNode schema =
                JSON.readTree(Files.readAllBytes(SampleCorpus.folder().resolve("ridscope-snapshot.schema.json")));
        return SchemaCheck.problems(schema, JSON.readTree(new ByteArrayInputStream(json)));
    }

    private static HostSnapshot ours(Path sys) throws SnapshotException {
        return new SnapshotOpener()
                .open(new Source.OnDisk(sys), Feedback.NONE)
                .hosts()
                .get(0);
    }

    /** Without what differs: where it comes from, and the NUMA node of a root bus, which follows from the functions on it. */
    private static HostSnapshot comparable(HostSnapshot host) {
        return new HostSnapshot(
                Provenance.of("any"),
                host.rootBuses().stream()
                        .map(root -> new RootBus(root.segment(), root.bus(), root.end(), OptionalInt.empty()))
                        .toList(),
                host.functions(),
                host.bootLog(),
                host.slots(),
                host.numaNodes(),
                host.diagnostics());
    }

    /** The topology as text. */
    private static String model(HostSnapshot host) throws IOException {
        Provenance any = Provenance.of("any");
        StringWriter text = new StringWriter();
        HostSnapshot anonymous = new HostSnapshot(
                any,
                host.rootBuses(),
                host.functions(),
                host.bootLog(),
                host.slots(),
                host.numaNodes(),
                host.diagnostics());
        ModelJson.write(Enumerator.enumerate(anonymous, Feedback.NONE), new StandardDeviceNames(PciIds.EMPTY), text);
        return text.toString();
    }
}
