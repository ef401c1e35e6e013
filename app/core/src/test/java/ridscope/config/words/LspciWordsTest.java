package ridscope.config.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.ConfigSpace;
import ridscope.config.HexDumps;
import ridscope.source.Fixtures;

/**
 * Every flag and figure that lspci prints, against our decode of the same bytes. What was compared stands in {@code
 * target/lspci-words/}, by capability.
 */
class LspciWordsTest {

    private static final WordTable TABLE = WordTable.load();

    private final Score score = new Score();
    private final List<String> problems = new ArrayList<>();

    /** lspci 3.14 of real machines. */
    @Test
    void saysOfRealMachinesWhatLspciSays() throws IOException {
        HexDumps.assumePresent();
        for (String file : HexDumps.names()) {
            Map<String, ConfigSpace> dump = HexDumps.read(file);
            Path text = HexDumps.folder().resolve("expected/real/hex/" + file + ".vvv.txt");
            WordCheck check = new WordCheck(TABLE, false, "3.14", score);
            for (PrintedFunction function :
                    PrintedFunction.parse(Files.readString(text, StandardCharsets.ISO_8859_1))) {
                check.check(function, dump.get(function.address()));
            }
            keep(file, check);
        }
        report("real");
        assertThat(problems).isEmpty();
        assertThat(score.flags()).isGreaterThan(15_500);
        assertThat(score.figures()).isGreaterThan(6_000);
        labelsAtLeast(Map.ofEntries(
                Map.entry("header", 74),
                Map.entry("Power Management", 16),
                Map.entry("MSI", 7),
                Map.entry("MSI-X", 5),
                Map.entry("PCI Express", 156),
                Map.entry("AER", 104),
                Map.entry("ACS", 14),
                Map.entry("ARI", 6),
                Map.entry("ATS", 3),
                Map.entry("PRI", 7),
                Map.entry("PASID", 6),
                Map.entry("SR-IOV", 15),
                Map.entry("L1 PM Substates", 14),
                Map.entry("LTR", 2),
                Map.entry("Resizable BAR", 2),
                Map.entry("Physical Layer 16.0 GT/s", 5),
                Map.entry("Physical Layer 32.0 GT/s", 18),
                Map.entry("DOE", 7),
                Map.entry("DVSEC", 54),
                Map.entry("HyperTransport", 100)));
    }

    /** lspci 3.9 in emulated machines, whose IRQs and addresses are the kernel's. */
    @ParameterizedTest
    @ValueSource(strings = {"b-switch", "c-nvme-sriov", "f-pxb", "i-arm64", "m-siov"})
    void saysOfEmulatedMachinesWhatLspciSays(String machine) throws IOException {
        Path archive = Fixtures.path("qemu/" + machine + "/sysfs.tar.gz");
        Fixtures.eachEntry(archive, (entry, content) -> {
            if (entry.getName().endsWith("lspci-vvv-xxxx.txt")) {
                checkWithBytes(entry.getName(), content, true);
            }
        });
        report(machine);
        assertThat(problems).isEmpty();
        assertThat(score.flags()).isGreaterThan(2_000);
    }

    /** lspci 3.13 of bytes made up for this test, in which nearly every flag is set here and clear there. */
    @Test
    void saysOfMadeUpFunctionsWhatLspciSays() throws IOException {
        for (String name : List.of("ports", "endpoint", "conventional")) {
            try (InputStream content = LspciWordsTest.class.getResourceAsStream("printed-" + name + ".txt")) {
                checkWithBytes(name, content, false);
            }
        }
        report("made-up");
        assertThat(problems).isEmpty();
        assertThat(score.flags()).isGreaterThan(3_300);
        assertThat(score.figures()).isGreaterThan(1_650);
        labelsAtLeast(Map.of(
                "IDE", 42, "DPC", 18, "VF Resizable BAR", 2, "LTR", 2, "AGP", 22, "PCI-X", 27, "DVSEC", 77, "PTM", 7));
    }

    private void labelsAtLeast(Map<String, Integer> floor) {
        floor.forEach((capability, labels) ->
                assertThat(score.labels(capability)).as(capability).isGreaterThanOrEqualTo(labels));
    }

    private void checkWithBytes(String name, InputStream content, boolean live) throws IOException {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        WordCheck check = new WordCheck(TABLE, live, live ? "3.9" : "3.13", score);
        for (PrintedFunction function : PrintedFunction.parse(text)) {
            check.check(function, function.config());
        }
        keep(name, check);
    }

    private void keep(String name, WordCheck check) {
        check.problems().forEach(problem -> problems.add(name + " " + problem));
    }

    private void report(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/lspci-words"));
        String text = score.text() + "\n" + score.labels() + "\n" + String.join("\n", problems) + "\n";
        Files.writeString(folder.resolve(name + ".txt"), text);
    }
}
