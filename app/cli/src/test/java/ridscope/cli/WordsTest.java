package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.ConfigSpace;
import ridscope.report.Glyphs;
import ridscope.testing.ConfigBuilder;

/** What the words answer. */
class WordsTest {

    private static final String SERVER = "sample:siov-server";

    @TempDir
    Path folder;

    @Test
    void showPrintsTheTreeOfASample() {
        Run run = Run.of("show", SERVER);

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("host ")
                .contains("512 SDIs 0c:00.1–0e:00.0 · 257 outside [0c-0c]")
                .contains("16 GT/s x4, below capability: 32 GT/s x4");
        assertThat(Run.of("show", SERVER)).isEqualTo(run);
    }

    @Test
    void showIsAsciiWhereTheOutputIs() {
        Run run = Run.with(new byte[0], Glyphs.ASCII, "show", SERVER);

        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(run.out())).isTrue();
        assertThat(run.out()).contains("512 SDIs 0c:00.1-0e:00.0 - 257 outside [0c-0c]");
    }

    @Test
    void showPrintsRegistersBelowEachFunctionOrInTheModel() throws Exception {
        Run text = Run.of("show", SERVER, "--registers", "--layouts", folder.toString());
        Run json = Run.of("show", SERVER, "--registers", "--json", "--layouts", folder.toString());

        assertThat(text.code()).isEqualTo(ExitCode.OK);
        assertThat(text.err()).isEmpty();
        assertThat(text.out())
                .contains("[7:4] Device/Port Type = 0x4 Root Port")
                .contains(" Total SDIs = 0x0200 512");
        assertThat(json.out())
                .contains("\"mask\": \"00f0\", \"raw\": \"4\", \"meaning\": \"Root Port\"")
                .startsWith("{\n  \"schema\": \"ridscope-topology\",\n  \"version\": 1,");
        assertThat(Run.of("show", SERVER, "--json").out()).doesNotContain("\"registers\"");
    }

    @Test
    void layoutsOfTheUserNameTheRegistersOfAVendor() throws Exception {
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("own.json"), """
                {"kind": "vendor", "vendor": "1af4", "id": "01", "title": "My VirtIO",
                 "registers": [{"offset": 8, "width": 32, "name": "My Offset"}]}
                """);

        Run run = Run.of("show", "sample:qemu-switch", "--registers", "--layouts", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("My VirtIO").contains(" My Offset = 0x");
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.err()).contains("broken.json' is left out: line 1");
    }

    @Test
    void withoutADisplayFilesAreShown() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), Glyphs.UNICODE);

        int code = RidscopeCommand.executeWithoutDisplay(streams, SERVER);

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString(Run.of("show", SERVER).out());
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("no display");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0d00", "3328", "0d:00.0", "0000:0d:00.0", "DMAR: [DMA Read] Request device [0d:00.0]"})
    void ridUnderstandsEveryNotation(String asked) {
        Run run = Run.of("rid", SERVER, asked);

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("RID      0000:0d:00.0 = 0x0d00 = 3328 ")
                .contains("owner    function 0000:0d:00.0")
                .contains("owner    SDI 255 of 0000:0c:00.0 = 0c:00.0 + 1 + 255 × 1");
    }

    @Test
    void ridTakesALogLineInSeveralArguments() {
        Run joined = Run.of("rid", SERVER, "DMAR: Request device [0d:00.0]", "--json");

        assertThat(Run.of("rid", SERVER, "--json", "DMAR:", "Request", "device", "[0d:00.0]"))
                .isEqualTo(joined);
        assertThat(joined.out()).startsWith("{\n  \"rid\": 3328,");
    }

    @Test
    void nobodyIsAnAnswerWithCodeZero() {
        Run run = Run.of("rid", SERVER, "09:00.0");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("owner    nobody");
    }

    @Test
    void aSegmentThatTheHostLacksIsBadUsage() {
        Run run = Run.of("rid", SERVER, "0007:09:00.0");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no segment 0007; it has 0000");
        assertThat(Run.of("rid", SERVER, "09:00.0", "--segment", "zz").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void amongSeveralSegmentsTheLowestIsTakenAndSaid() {
        Run guessed = Run.of("rid", "sample:laptop-vmd", "00:00.0");
        Run chosen = Run.of("rid", "sample:laptop-vmd", "00:00.0", "--segment", "10000");

        assertThat(guessed.err()).contains("0000, 10000").contains("--segment");
        assertThat(guessed.out()).contains("RID      0000:00:00.0 ");
        assertThat(chosen.err()).isEmpty();
        assertThat(chosen.out()).contains("RID      10000:00:00.0 ");
    }

    @Test
    void ofSeveralHostsTheFirstIsTakenAndTheOthersNamed() throws Exception {
        String file = Files.writeString(folder.resolve("two.txt"), dump(0x1234) + "\n" + dump(0x4321))
                .toString();

        Run first = Run.of("show", file, "--json");
        Run second = Run.of("show", file + "#2", "--json");
        Run third = Run.of("show", file + "#3", "--json");

        assertThat(first.code()).isEqualTo(ExitCode.OK);
        assertThat(first.err()).contains("2 hosts").contains("#1").contains("#2");
        assertThat(first.errorLines()).isEqualTo(1);
        assertThat(first.out()).contains("\"device\": \"1234\"").doesNotContain("4321");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("\"device\": \"4321\"").doesNotContain("1234");
        assertThat(third.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(third.errorLines()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"topology, svg", "topology, png", "rid-map, svg", "rid-map, png"})
    void exportWritesPicturesAndTheSameInputGivesTheSameBytes(String view, String format) throws Exception {
        Path once = folder.resolve("once." + format);
        Path again = folder.resolve("again." + format.toUpperCase(Locale.ROOT));

        Run run = Run.of("export", SERVER, "-o", once.toString(), "--view", view, "--theme", "dark");
        Run.of("export", SERVER, "-o", again.toString(), "--view", view, "--theme", "dark");

        assertThat(run).isEqualTo(new Run(ExitCode.OK, "", ""));
        byte[] bytes = Files.readAllBytes(once);
        assertThat(new String(bytes, 0, 4, StandardCharsets.ISO_8859_1))
                .isEqualTo(format.equals("svg") ? "<svg" : "\u0089PNG");
        assertThat(Files.readAllBytes(again)).isEqualTo(bytes);
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "once." + format, "again." + again.toString().replaceAll(".*\\.", ""));
    }

    @Test
    void exportOfJsonIsWhatShowPrints() throws Exception {
        Path file = folder.resolve("model.json");

        assertThat(Run.of("export", SERVER, "-o", file.toString()).code()).isEqualTo(ExitCode.OK);

        assertThat(file).hasContent(Run.of("show", SERVER, "--json").out());
    }

    @Test
    void aFailedExportLeavesNothing() throws Exception {
        Run unreadable = Run.of(
                "export",
                folder.resolve("none").toString(),
                "-o",
                folder.resolve("x.svg").toString());
        Run nowhere = Run.of("export", SERVER, "-o", folder.resolve("no/x.svg").toString());

        assertThat(unreadable.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(nowhere.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(nowhere.err()).contains("x.svg").doesNotContain("Exception");
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static String dump(int device) {
        ConfigSpace config = ConfigBuilder.device(0x8086, device, 0x020000).build();
        StringBuilder text = new StringBuilder("00:01.0 Ethernet controller: Example\n");
        for (int offset = 0; offset < 64; offset += 16) {
            text.append(String.format("%02x:", offset));
            for (int i = 0; i < 16; i++) {
                text.append(String.format(" %02x", config.u8(offset + i).orElseThrow()));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
