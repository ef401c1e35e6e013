package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.report.Glyphs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the word {@code plan} answers beyond yes and no. */
class PlanAnswerTest {

    /** A listing of a line per function: no bus numbers of bridges. */
    private static final String BLIND = """
            0000:00:00.0 Host bridge [0600]: Intel Corporation Device [8086:3ec4]
            0000:00:01.0 PCI bridge [0604]: Intel Corporation Device [8086:1901]
            0000:00:1c.0 PCI bridge [0604]: Intel Corporation Device [8086:a33c]
            0000:01:00.0 Ethernet controller [0200]: Intel Corporation Device [8086:1592]
            """;

    private static Run blind(String... options) {
        List<String> words =
                Stream.concat(Stream.of("plan", "-"), Stream.of(options)).toList();
        return Run.with(BLIND.getBytes(StandardCharsets.UTF_8), Glyphs.UNICODE, words.toArray(String[]::new));
    }

    private static JsonNode json(Run run) {
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @CsvSource({"'',Nothing was asked for", "--vfs 01:00.0=4,It cannot be told", "--sdis 01:00.0=4,It cannot be told"})
    void aListingWithoutBridgeNumbersDoesNotFitNorNotFit(String options, String headline) {
        String[] words = options.isEmpty() ? new String[0] : options.split(" ");
        Run text = blind(words);
        JsonNode json =
                json(blind(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new)));

        assertThat(text.code()).isEqualTo(ExitCode.NO);
        assertThat(text.out())
                .startsWith(headline)
                .contains("cannot be told", "0000:00:01.0", "sudo lspci -D -nn -vv -xxxx")
                .doesNotContain("was asked for fits", "exact", "unused", "provided that");
        assertThat(json.has("fits")).isFalse();
        assertThat(json.get("failures")).isEmpty();
        assertThat(json.get("undecided")).isNotEmpty();
        assertThat(json.get("undecided").get(0).get("missing").asString()).contains("bus numbers of");
        assertThat(json.get("bridges").get(0).has("planned")).isFalse();
        assertThat(json.get("budget").get(0).has("slack")).isFalse();
    }

    @Test
    void whatNobodyAskedForIsNoYes() {
        Run run = Run.of("plan", "sample:siov-server");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("Nothing was asked for; as it stands, 1 PF would not fit at TotalVFs and Total SDIs\n")
                .contains("\nat maximum        0000:0c:00.0: 255 of 512 SDIs fit\n");
        JsonNode json = json(Run.of("plan", "sample:siov-server", "--json"));
        assertThat(json.get("asked").asBoolean()).isFalse();
        assertThat(json.get("fits").asBoolean()).isTrue();
        assertThat(json.get("shortAtMaximum").toString())
                .isEqualTo("[{\"function\":\"0000:0c:00.0\",\"kind\":\"sdis\",\"total\":512,\"fitting\":255,"
                        + "\"shared\":0}]");
    }

    @Test
    void whatWasAskedForFitsWhereOthersWouldNot() {
        Run run = Run.of("plan", "sample:siov-server", "--vfs", "03:00.0=64");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("What was asked for fits; 1 PF would not fit at TotalVFs and Total SDIs\n")
                .doesNotContain("Nothing was asked");
    }

    @Test
    void assignBussesSaysWhatItTakesAway() {
        Run run = Run.of("plan", "sample:siov-server", "--assign-busses");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("Nothing was asked for, but something gets worse than today")
                .contains(
                        "\nworse than today  255 of 1,024 SDIs of 0000:04:00.0 fit, 1,024 today\n",
                        "\nworse than today  hot-plug port 0000:02:02.0 gets 1 bus number, 2 today\n",
                        "\nother addresses   3 functions: 0000:0b:00.0 → 0000:06:00.0, ");
        JsonNode losses = json(Run.of("plan", "sample:siov-server", "--assign-busses", "--json"))
                .get("worseThanToday")
                .get("losses");
        assertThat(losses.get(1).toString())
                .isEqualTo("{\"kind\":\"sdis\",\"function\":\"0000:04:00.0\",\"total\":1024,\"today\":1024,"
                        + "\"planned\":255}");
    }

    /** The kernel gives up at ERANGE: nothing collides, as no VF comes to be. */
    @Test
    void tooManyVfsSayHowManyThereCouldBe() {
        Run run = Run.of("plan", "sample:sriov-undersized-port", "--vfs", "01:00.0=200");

        assertThat(run.out())
                .containsOnlyOnce("fails at ")
                .contains("most VFs          0000:01:00.0 can have 64 now, 64 after a rescan, 128 after a boot with")
                .doesNotContain("IOV_COLLISION");
        assertThat(json(Run.of("plan", "sample:sriov-undersized-port", "--vfs", "01:00.0=200", "--json"))
                        .get("limits")
                        .toString())
                .isEqualTo("[{\"function\":\"0000:01:00.0\",\"now\":64,\"afterRescan\":64,"
                        + "\"afterAssignBusses\":128}]");
    }

    @ParameterizedTest
    @CsvSource({"01:00.0,0000:01:00.0", "00:01.0,0000:00:01.0"})
    void whatThePfRefusesIsNotThePortsFault(String function, String where) {
        Run run = Run.of("plan", "sample:sriov-undersized-port", "--vfs", function + "=200");

        assertThat(run.out()).contains("\nfails at          " + where + " · ");
    }

    @Test
    void tooManyVfsSayWhatABootWouldGive() {
        Run run = Run.of("plan", "sample:sriov-undersized-port", "--vfs", "01:00.0=200");

        assertThat(run.out())
                .contains(
                        "\n  to do           Take at most 64 VFs, or at most 128 after a boot with pci=assign-busses\n");
    }

    @Test
    void theParameterThatHelpsComesWithItsPrice() {
        Run run = Run.of("plan", "sample:sriov-undersized-port", "--vfs", "01:00.0=128");

        assertThat(run.out()).contains("""

                        try               pci=assign-busses
                          but then        hot-plug port 0000:00:03.0 gets 1 bus number, 4 today
                        """);
    }

    @Test
    void aPlanThatFailsWithAssignBussesSaysThatItFitsWithout() {
        Run run = Run.of("plan", "sample:siov-server", "--assign-busses", "--sdis", "04:00.0=512");

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.out().replaceAll("\\s+", " ")).contains(", or boot without pci=assign-busses");
        assertThat(run.out()).containsOnlyOnce("fails at ").doesNotContain("at most 511");
    }

    @Test
    void bridgesThatFailAlikeAreSaidOnce() {
        Run run = Run.of("plan", "sample:planned-nvme-jbof", "--assign-busses", "--hpbussize", "8");

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.out())
                .containsOnlyOnce("fails at          0000:02:04.0 and 19 other bridges · The next bus number, 20,")
                .doesNotContain("fails at          0000:02:05.0");
    }

    static Stream<String> plans() throws Exception {
        Path samples = Path.of(System.getProperty("ridscope.samples"));
        List<String> names = Files.readAllLines(samples.resolve("index.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+")[0])
                .toList();
        assertThat(names).hasSizeGreaterThan(10);
        return names.stream()
                .flatMap(name -> Stream.of("", " --assign-busses", " --siov-kernel", " --assign-busses --hpbussize 8")
                        .map(options -> "sample:" + name + options));
    }

    /** Only messages of the kernel, to be searched for as they are, may be longer. */
    @ParameterizedTest
    @MethodSource("plans")
    void linesFitAHundredColumns(String options) {
        Run run = Run.of(("plan " + options).split(" "));

        assertThat(run.out().lines())
                .filteredOn(line -> !line.startsWith("  kernel "))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
        assertThat(run.out()).doesNotContainPattern("\\b1 (VFs|SDIs|PFs|bus numbers|functions|numbers)\\b");
    }
}
