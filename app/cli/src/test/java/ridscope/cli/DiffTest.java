package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.report.Glyphs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The word {@code diff}: its answer, its JSON, its exit code. */
class DiffTest {

    private static final String TEXT = """
            ridscope machine 1
            host-bridge 00-ff
              root-port 01.0 8086:352a bus 01-0%s
                device 8086:1592 "E810, dual | port" class ethernet
              root-port 02.0 8086:352a
                device 144d:a826 "SSD" class nvme
            """;

    @TempDir
    Path folder;

    private String before;
    private String after;

    @BeforeEach
    void write() throws IOException {
        before = Files.writeString(folder.resolve("before.txt"), TEXT.formatted(1))
                .toString();
        after = Files.writeString(folder.resolve("after.txt"), TEXT.formatted(4))
                .toString();
    }

    @Test
    void whatDiffersExitsWithOne() {
        Run run = Run.of("diff", before, after);

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("1 function has another address · 1 changed")
                .contains("bridge 00:02.0 now [05-05], was [02-02] · 1 function renumbered with it\n");
    }

    @Test
    void whatIsTheSameExitsWithZero() throws IOException {
        assertThat(Run.of("diff", before, before).code()).isEqualTo(ExitCode.OK);
        Run fromPipe =
                Run.with(Files.readAllBytes(Path.of(before)), Glyphs.UNICODE, "diff", "-", before, "--registers");

        assertThat(fromPipe.code()).isEqualTo(ExitCode.OK);
        assertThat(fromPipe.out()).startsWith("no difference · 4 functions compared\n");
    }

    @Test
    void whatCannotBeReadExitsWithThree() {
        Run run = Run.of("diff", before, "/nowhere/host.txt");

        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void oneFileWithTwoHostsIsComparedWithItself() throws IOException {
        String host = """
                00:00.0 Host bridge [0600]: Intel Corporation Device [8086:0998]
                00:1f.0 ISA bridge [0601]: Intel Corporation Device [8086:a2c1]
                """;
        String both = Files.writeString(
                        folder.resolve("both.txt"),
                        "root@a:~# lspci -nn\n" + host + "root@b:~# lspci -nn\n"
                                + host.replace("8086:a2c1", "8086:a2c2"))
                .toString();
        Run run = Run.of("diff", both + "#1", both + "#2");

        assertThat(run.out()).contains("00:1f.0 · ISA bridge");
        assertThat(run.code()).isEqualTo(ExitCode.NO);
    }

    @Test
    void jsonHasEveryChange() {
        Run run = Run.of("diff", before, after, "--json", "--registers");
        JsonNode diff = new ObjectMapper().readTree(run.out());

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(diff.get("schema").asString()).isEqualTo("ridscope-diff");
        assertThat(diff.get("version").asInt()).isEqualTo(1);
        assertThat(diff.get("same").asBoolean()).isFalse();
        assertThat(diff.get("before").get("kind").asString()).isEqualTo("machine");
        assertThat(diff.get("renumberedBridges").toString())
                .isEqualTo("[{\"address\":\"0000:00:02.0\",\"before\":[2,2],\"after\":[5,5],"
                        + "\"functions\":[\"0000:02:00.0\"]}]");
        assertThat(diff.get("changed").get(0).toString())
                .isEqualTo("{\"before\":\"0000:00:01.0\",\"after\":\"0000:00:01.0\",\"facts\":[{\"fact\":\"bus-range\","
                        + "\"name\":\"bus range\",\"before\":\"[01-01]\",\"after\":\"[01-04]\"}]}");
        assertThat(diff.get("addresses").toString())
                .isEqualTo("[{\"before\":\"0000:02:00.0\",\"after\":\"0000:05:00.0\"}]");
        assertThat(diff.get("registers").toString())
                .contains(
                        "{\"address\":\"0000:00:01.0\",\"part\":\"Type 1 header\",\"name\":\"Subordinate Bus Number\","
                                + "\"before\":\"0x01 (01)\",\"after\":\"0x04 (04)\"}");
        assertThat(diff.get("gone")).isEmpty();
        assertThat(diff.get("likeness").get("matched").asInt()).isEqualTo(4);
    }

    @Test
    void theTableOfAddressesCanBePasted() {
        assertThat(Run.of("diff", before, after, "--addresses", "csv").out()).isEqualTo("""
                old address,new address,function
                0000:02:00.0,0000:05:00.0,Non-Volatile memory controller: SSD
                """);
        assertThat(Run.of("diff", after, before, "--addresses", "MD").out()).isEqualTo("""
                | old address | new address | function |
                |---|---|---|
                | 0000:05:00.0 | 0000:02:00.0 | Non-Volatile memory controller: SSD |
                """);
        assertThat(Run.of("diff", before, before, "--addresses", "text").out()).isEmpty();
    }
}
