package ridscope.source.lspci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.text.Diagnostic;
import tools.jackson.databind.JsonNode;

/** Dumps of real machines against what lspci itself makes of them. */
class LspciHexFixturesTest {

    @TempDir
    Path folder;

    static List<Path> dumps() {
        return Fixtures.files("real/hex");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dumps")
    void agreesWithLspci(Path dump) throws Exception {
        HostSnapshot host = only(dump);
        compare(host, Fixtures.expected("hex/" + dump.getFileName()));
        assertThat(host.diagnostics()).isEmpty();
    }

    @Test
    void byteOrderMarkAndCarriageReturns() throws Exception {
        HostSnapshot host = only(Fixtures.path("real/odd/odd__p2020-bom-crlf.txt"));
        assertThat(host).isEqualTo(only(Fixtures.path("real/hex/pciutils__tree-fsl-p2020.txt")));
    }

    @Test
    void aDumpCutInTheMiddleOfARow() throws Exception {
        HostSnapshot host = only(Fixtures.path("real/odd/odd__lnkcap2-cut-mid-row.txt"));
        HostSnapshot whole = only(Fixtures.path("real/hex/pciutils__cap-exp-lnkcap2.txt"));
        assertThat(host.functions()).hasSameSizeAs(whole.functions());
        byte[] cut = host.functions().get(3).config().toBytes();
        assertThat(cut).hasSize(1440);
        assertThat(cut)
                .isEqualTo(Arrays.copyOf(whole.functions().get(3).config().toBytes(), cut.length));
        assertThat(host.diagnostics()).extracting(Diagnostic::id).containsExactly("DUMP_TRUNCATED");
    }

    @Test
    void twoMachinesInOneFile() throws Exception {
        Path file = Fixtures.path("real/odd/odd__two-machines.txt");
        List<HostSnapshot> hosts = open(file);
        assertThat(hosts)
                .containsExactly(
                        only(Fixtures.path("real/hex/pciutils__cap-pcie-2.txt")),
                        only(Fixtures.path("real/hex/pciutils__cap-flitmode.txt")));
    }

    @ParameterizedTest
    @CsvSource({"b-switch, boot", "c-nvme-sriov, vf16-32", "f-pxb, vfs", "i-arm64, vf16", "m-siov, vf7"})
    void agreesWithTheKernel(String machine, String phase) throws Exception {
        JsonNode truth = Fixtures.json(Fixtures.path("qemu/" + machine + "/" + phase + ".json"));
        String wanted = "./" + phase + "/lspci-vvv-xxxx.txt";
        Path dump = folder.resolve("dump.txt");
        Fixtures.eachEntry(Fixtures.path("qemu/" + machine + "/sysfs.tar.gz"), (entry, content) -> {
            if (entry.getName().equals(wanted)) {
                Files.copy(content, dump);
            }
        });
        HostSnapshot host = only(dump);
        assertThat(host.functions()).hasSize(truth.get("functions").size());
        for (int i = 0; i < host.functions().size(); i++) {
            kernelFunction(host.functions().get(i), truth.get("functions").get(i));
        }
        assertThat(host.provenance().privileged()).hasValue(true);
    }

    private static void kernelFunction(FunctionRecord function, JsonNode truth) {
        assertThat(function.address()).hasToString(truth.get("addr").asString());
        byte[] config = Arrays.copyOf(
                HexFormat.of().parseHex(truth.get("config").asString()),
                truth.get("config_len").asInt());
        assertThat(function.config().length()).isEqualTo(config.length);
        assertThat(function.config().u16(0x0e))
                .isEqualTo(OptionalInt.of(config[0x0e] & 0xff | (config[0x0f] & 0xff) << 8));
        assertThat(function.os().identity().vendor()).isEqualTo(hex(truth.get("vendor")));
        assertThat(function.os().identity().device()).isEqualTo(hex(truth.get("device")));
        assertThat(function.os().identity().classCode()).isEqualTo(hex(truth.get("class")));
        String driver =
                truth.get("driver").isNull() ? null : truth.get("driver").asString();
        assertThat(function.os().driver().orElse(null)).isEqualTo(driver);
        int node = truth.get("numa_node").asInt();
        assertThat(function.os().place().numaNode()).isEqualTo(node < 0 ? OptionalInt.empty() : OptionalInt.of(node));
    }

    private static OptionalInt hex(JsonNode text) {
        return OptionalInt.of(Integer.decode(text.asString()));
    }

    private static void compare(HostSnapshot host, List<JsonNode> expected) {
        assertThat(host.functions()).hasSameSizeAs(expected);
        for (JsonNode truth : expected) {
            String address = truth.get("addr").asString();
            FunctionRecord function = host.functions().stream()
                    .filter(f -> f.address().toString().equals(address))
                    .findFirst()
                    .orElseThrow();
            assertThat(function.config().length())
                    .as(address)
                    .isEqualTo(truth.get("config_len").asInt());
            JsonNode ids = truth.get("raw_ids");
            String read = String.format(
                    "%04x %04x %02x%04x",
                    function.config().u16(0).orElseThrow(),
                    function.config().u16(2).orElseThrow(),
                    function.config().u8(0x0b).orElseThrow(),
                    function.config().u16(0x09).orElseThrow());
            assertThat(read)
                    .as(address)
                    .isEqualTo(ids.get("vendor").asString() + " "
                            + ids.get("device").asString() + " "
                            + ids.get("class").asString());
        }
    }

    private static HostSnapshot only(Path file) throws Exception {
        List<HostSnapshot> hosts = open(file);
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }

    private static List<HostSnapshot> open(Path file) throws Exception {
        assertThat(Files.exists(file)).isTrue();
        var opened = new SnapshotOpener().open(new Source.OnDisk(file), Feedback.NONE);
        assertThat(opened.kind()).isEqualTo("lspci-hex");
        return opened.hosts();
    }
}
