package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.host.HostSnapshot;
import ridscope.report.Glyphs;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;

/** Where a word finds its host, and what it says when there is none. */
class SourcesTest {

    @TempDir
    Path folder;

    @Test
    void aFileAndStandardInputGiveTheSame() throws Exception {
        Path file = saved(FlagshipHost.snapshot());

        Run fromFile = Run.of("show", file.toString(), "--json");
        Run fromPipe = Run.with(bytes(FlagshipHost.snapshot()), Glyphs.UNICODE, "show", "-", "--json");

        assertThat(fromFile.code()).isEqualTo(ExitCode.OK);
        assertThat(fromFile.err()).isEmpty();
        assertThat(fromFile.out())
                .startsWith("{\n  \"schema\": \"ridscope-topology\",")
                .contains("\"0000:0d:00.0\"");
        assertThat(fromPipe).isEqualTo(fromFile);
    }

    @Test
    void everyBundledSampleOpens() {
        assertThat(BundledSamples.list()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.title()).isNotBlank().isNotEqualTo(sample.name());
            assertThat(sample.sentence()).isNotBlank();
            Run run = Run.of("show", "sample:" + sample.name(), "--json");
            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isEqualTo(ExitCode.OK);
        });
    }

    @Test
    void anUnknownSampleNamesThoseThereAre() {
        Run run = Run.of("show", "sample:../secret");

        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err()).contains(BundledSamples.list().get(0).name());
        assertThat(run.errorLines()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such/file", "no/such/file#2", "ssh:-oProxyCommand=x", "ssh:a b"})
    void whatCannotBeOpenedIsOneSentence(String source) {
        Run run = Run.of("show", source);

        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.err()).startsWith("ridscope: ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void junkIsOneSentenceThatNamesTheFile() throws Exception {
        Path junk = Files.writeString(folder.resolve("junk.txt"), "Dear all,\nplease find nothing attached.\n");

        Run run = Run.of("show", junk.toString());

        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.err()).contains("junk.txt");
    }

    /** The first bus of an image: a function that is surely one, and otherwise empty places. */
    private Path image(String name) throws IOException {
        byte[] image = new byte[1 << 20];
        byte[] bridge = ConfigBuilder.hostBridge(0x8086, 0x09a2).build().toBytes();
        System.arraycopy(bridge, 0, image, 0, bridge.length);
        return Files.write(folder.resolve(name), image);
    }

    @Test
    void anImageOfConfigurationSpaceBeginsWhereTheUserOrItsNameSays() throws Exception {
        Run named = Run.of("show", image("ecam-0001-40.bin").toString());
        assertThat(named.err()).isEmpty();
        assertThat(named.out())
                .contains("source ecam")
                .contains("40:00.0 host bridge")
                .contains("0001:40 [40-ff]");

        Run said = Run.of("rid", image("ecam-0001-40.bin").toString(), "0x8000", "--ecam", "10000:80");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("owner    function 10000:80:00.0");
    }

    @Test
    void whatIsNoImageIsReadAllTheSame() throws Exception {
        Path file = saved(FlagshipHost.snapshot());

        Run run = Run.of("show", file.toString(), "--ecam", "0:0");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err())
                .isEqualTo("ridscope: --ecam does not apply: " + file + " is RIDscope snapshot (JSON)"
                        + System.lineSeparator());
    }

    @Test
    void anUnreadableListOfNamesIsSaid() throws Exception {
        Path file = saved(FlagshipHost.snapshot());

        Run run = Run.of(
                "show", file.toString(), "--pci-ids", folder.resolve("none").toString());

        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err()).contains("none");
        assertThat(run.errorLines()).isEqualTo(1);
    }

    @Test
    void namesComeFromTheListThatIsAskedFor() throws Exception {
        Path file = saved(FlagshipHost.snapshot());
        Path ids = Files.writeString(folder.resolve("pci.ids"), "8086  Example Maker\n\t352a  Port of Ours\n");

        Run run = Run.of("show", file.toString(), "--pci-ids", ids.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("00:01.0 [01-0a] root port").contains("Port of Ours");
    }

    @Test
    void aBootLogIsOpenedTogetherWithADump() throws Exception {
        Path file = saved(FlagshipHost.snapshot());
        String text = """
                [    1.0] pci_bus 0000:40: root bus resource [bus 40-5f]
                [    2.0] pcieport 0000:00:03.0: bridge has subordinate 0c but max busn 0e
                [    3.0] pci 0000:00:03.0: PCI bridge to [bus 0c]
                """;
        Path log = Files.writeString(folder.resolve("log.txt"), text);

        Run json = Run.of("show", file.toString(), "--boot-log", log.toString(), "--json");
        Run tree = Run.of("show", file.toString(), "-v", "--boot-log", log.toString());
        Run pipe = Run.with(
                text.getBytes(StandardCharsets.UTF_8),
                Glyphs.UNICODE,
                "show",
                file.toString(),
                "--boot-log",
                "-",
                "--json");
        Run alone = Run.of("show", log.toString());
        Run wrong = Run.of("rid", file.toString(), "0x3b00", "--boot-log", file.toString());

        assertThat(json.err()).isEmpty();
        assertThat(json.out()).contains("\"logNotes\": [", "but max busn 0e").doesNotContain("PCI bridge to");
        assertThat(pipe).isEqualTo(json);
        assertThat(tree.out()).contains("boot log: [    2.0] pcieport 0000:00:03.0: bridge has");
        assertThat(alone.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(alone.err())
                .isEqualTo("ridscope: " + log + " is a boot log: open it together with a dump of the same host, as in"
                        + " `ridscope show DUMP --boot-log LOG`.\n");
        assertThat(wrong.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(wrong.err())
                .contains("has no line in which a kernel speaks of PCI")
                .contains("dmesg");
    }

    private Path saved(HostSnapshot host) throws IOException {
        return Files.write(folder.resolve("host.ridscope.json"), bytes(host));
    }

    private static byte[] bytes(HostSnapshot host) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotWriter.write(host, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0000:0d:00.0");
        return out.toByteArray();
    }
}
