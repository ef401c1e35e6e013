package ridscope.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotSamples;
import ridscope.source.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SnapshotFormatTest {

    private static final String START = "{\"schema\": \"ridscope-snapshot\", \"version\": 1, ";
    private static final String KIND = "\"provenance\": {\"kind\": \"sysfs\"}";

    @TempDir
    Path folder;

    @Test
    void savingAndOpeningGivesTheEqualSnapshot() throws Exception {
        HostSnapshot snapshot = SnapshotSamples.full();
        assertThat(read(text(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void randomSnapshotsSurviveToo() throws Exception {
        Random random = new Random(20260101);
        for (int i = 0; i < 200; i++) {
            HostSnapshot snapshot = SnapshotSamples.random(random);
            assertThat(read(text(snapshot))).isEqualTo(snapshot);
        }
    }

    @Test
    void aSavedPictureOfThisMachineIsNoLongerThisMachine() throws Exception {
        Provenance here = new Provenance(
                "live",
                SnapshotSamples.full().provenance().host(),
                SnapshotSamples.full().provenance().kernel(),
                SnapshotSamples.full().provenance().capturedAt(),
                SnapshotSamples.full().provenance().tool(),
                SnapshotSamples.full().provenance().privileged(),
                true);
        HostSnapshot live = new HostSnapshot(here, List.of(), List.of(), List.of(), List.of(), List.of());
        Provenance opened = read(text(live)).provenance();
        assertThat(opened.thisMachine()).isFalse();
        assertThat(opened.kind()).isEqualTo("live");
        assertThat(opened.capturedAt()).isEqualTo(here.capturedAt());
    }

    @Test
    void eachFunctionTakesAFewLinesSoThatVersionControlShowsWhatChanged() throws Exception {
        String text = text(SnapshotSamples.full());
        assertThat(text.lines())
                .contains("      \"address\": \"0000:00:1f.7\"")
                .contains("      \"configLength\": 64,")
                .contains("      \"os\": {\"class\": \"0200\", \"parent\": \"root\", \"ariEnabled\": false, \"sriov\": "
                        + "{\"physicalFunction\": \"10000:01:00.0\"}}");
        assertThat(text).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void trailingZeroBytesAreCutButTheLengthIsKept() throws Exception {
        HostSnapshot snapshot = read(START + KIND
                + ", \"functions\": [{\"address\": \"0000:00:00.0\", \"configLength\": 256, \"config\": \"8680\"}]}");
        assertThat(snapshot.functions().get(0).config().length()).isEqualTo(256);
        assertThat(snapshot.functions().get(0).config().u32(0)).hasValue(0x8086);
        assertThat(snapshot.functions().get(0).config().u8(256)).isEmpty();
    }

    @Test
    void withoutALengthTheBytesCount() throws Exception {
        HostSnapshot snapshot =
                read(START + KIND + ", \"functions\": [{\"address\": \"0000:00:00.0\", \"config\": \"8680\"}]}");
        assertThat(snapshot.functions().get(0).config().length()).isEqualTo(2);
    }

    @Test
    void unknownKeysAndNullsAreIgnoredAnywhere() throws Exception {
        HostSnapshot snapshot = read(
                START + "\"later\": {\"a\": [1, {}]}, \"slots\": null, "
                        + "\"provenance\": {\"kind\": \"live\", \"who\": \"me\", \"host\": null}, \"functions\": "
                        + "[{\"address\": \"0000:00:00.0\", \"x\": 1, \"os\": {\"y\": [], \"sriov\": {\"z\": 2, \"numVfs\": 3}}}]}");
        assertThat(snapshot.provenance()).isEqualTo(Provenance.of("live"));
        assertThat(snapshot.functions().get(0).os().sriov().numVfs()).hasValue(3);
    }

    @Test
    void aNewerVersionIsAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> read("{\"schema\": \"ridscope-snapshot\", \"version\": 7, \"functions\": 3}"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("version 7")
                .hasMessageContaining("version 1")
                .hasMessageContaining("newer RIDscope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | schema and version",
                "{\"schema\": \"other\"} | not \"ridscope-snapshot\"",
                "{\"schema\": \"ridscope-snapshot\", \"version\": 0} | not between",
                "{\"schema\": \"ridscope-snapshot\", \"version\": 1} | provenance",
                "[] | an object was expected",
                "{\"schema\": | is broken JSON: line 1, column 11: it ends in the middle",
                "{\"schema\" 1} | is broken JSON: line 1, column 11: ",
                "{\"rootBuses\": [{\"segment\": 0, \"bus\": 256}]} | 256 is not between 0 and 255",
                "{\"functions\": [{}]} | no address",
                "{\"functions\": [{\"address\": \"0000:00:20.0\"}]} | not a function address",
                "{\"functions\": [{\"address\": \"0000:00:00.0\", \"config\": \"8\"}]} | not a row of hex",
                "{\"functions\": [{\"address\": \"0000:00:00.0\", \"config\": \"zz\"}]} | not a row of hex",
                "{\"functions\": [{\"address\": \"0000:00:00.0\", \"configLength\": 1, \"config\": \"8680\"}]} | more than",
                "{\"functions\": [{\"address\": \"0000:00:00.0\", \"configLength\": 4097}]} | not between 0 and 4096",
                "{\"functions\": [{\"address\": \"0000:00:00.0\", \"os\": {\"vendor\": \"10000\"}}]} | hex number up to ffff",
                "{\"functions\": [{\"address\": \"0000:00:00.0\", \"os\": {\"bridge\": {\"secondary\": 1}}}]} | both secondary",
                "{\"provenance\": {\"kind\": \"x\", \"capturedAt\": \"yesterday\"}} | not a time",
            })
    void whatIsWrongIsSaidInOneSentence(String json, String fragment) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining(fragment)
                .hasMessageStartingWith("test.json ")
                .hasMessageEndingWith(".");
    }

    @Test
    void absurdNestingIsRefused() {
        assertThatThrownBy(() -> read("{\"x\": " + "[".repeat(100_000))).isInstanceOf(SnapshotException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.json", "two.json.gz"})
    void filesAreReadByContentAndPackedByName(String name) throws Exception {
        Path file = folder.resolve(name);
        SnapshotWriter.save(SnapshotSamples.full(), file);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[0] == 0x1f).isEqualTo(name.endsWith(".gz"));
        Path renamed = Files.move(file, folder.resolve("whatever.bin"));
        assertThat(new JsonSnapshotReader().read(new Source.OnDisk(renamed), Feedback.NONE))
                .containsExactly(SnapshotSamples.full());
    }

    @Test
    void theSameSnapshotGivesTheSameBytes() throws Exception {
        SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("a.json.gz"));
        SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("b.json.gz"));
        assertThat(folder.resolve("a.json.gz")).hasSameBinaryContentAs(folder.resolve("b.json.gz"));
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("a.json.gz")))) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(text(SnapshotSamples.full()));
        }
    }

    @Test
    void aFolderOfThatNameOrNoFolderAtAllIsSaid() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken.json"));
        assertThatThrownBy(() -> SnapshotWriter.save(SnapshotSamples.full(), taken))
                .hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> SnapshotWriter.save(SnapshotSamples.full(), folder.resolve("no/where.json")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("o such file or directory");
        assertThat(taken).isEmptyDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp*");
    }

    @Test
    void recognisesItselfAndNothingElse() {
        assertThat(confidence("\ufeff \n{\"schema\": \"ridscope-snapshot\"")).isEqualTo(100);
        assertThat(confidence("{\"schema\": \"ridscope-topology\"")).isEqualTo(5);
        assertThat(confidence("{\"schema\": \"ridscope-snapshot\"\0")).isZero();
        assertThat(confidence("00:00.0 Host bridge \"ridscope-snapshot\"")).isZero();
        assertThat(confidence("")).isZero();
    }

    @Test
    void whatIsWrittenFollowsThePublishedSchema() throws Exception {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of(System.getProperty("ridscope.samples"), "ridscope-snapshot.schema.json")
                        .toFile());
        assertThat(SchemaCheck.problems(schema, new ObjectMapper().readTree(text(SnapshotSamples.full()))))
                .isEmpty();
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            String json = text(SnapshotSamples.random(random));
            assertThat(SchemaCheck.problems(schema, new ObjectMapper().readTree(json)))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaCheckNoticesWhatIsWrong() throws Exception {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of(System.getProperty("ridscope.samples"), "ridscope-snapshot.schema.json")
                        .toFile());
        String json = "{\"schema\": \"x\", \"provenance\": {}, \"extra\": 1, \"functions\": [{\"address\": \"7\"}]}";
        assertThat(SchemaCheck.problems(schema, new ObjectMapper().readTree(json)))
                .hasSize(5);
    }

    private static int confidence(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Head head = new Head(new Source.Bytes("x", bytes), false, bytes);
        return new JsonSnapshotReader().recognise(head).confidence();
    }

    private static String text(HostSnapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotWriter.write(snapshot, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static HostSnapshot read(String json) throws SnapshotException {
        Source source = new Source.Bytes("test.json", json.getBytes(StandardCharsets.UTF_8));
        List<HostSnapshot> hosts = new JsonSnapshotReader().read(source, Feedback.NONE);
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }
}
