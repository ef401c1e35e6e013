package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '"',
            value = {
                "x.csv ! address,role,class name,",
                "x.md --table findings ! | severity | id |",
                "x.txt --table links ! port          device",
                "x.txt --table bus-budget --vfs 03:00.0=64 ! bridge        now",
                "x.csv --table rids --segment 0 ! first,last,count,RID,state,",
                "x.csv --table rids --every-rid ! address,RID,state,",
                "x.JSON --table functions ! {NEWLINE  'schema': 'ridscope-table',",
                "x.dot ! digraph ridscope {NEWLINE",
                "x.gv --labels full ! digraph ridscope {NEWLINE",
                "x.mmd --labels bdf ! flowchart LRNEWLINE",
                "x.drawio --theme dark ! <mxfile host='ridscope'>",
                "x.json ! {NEWLINE  'schema': 'ridscope-topology',",
            })
    void theEndingDecidesWhatIsWritten(String line, String start) throws Exception {
        String[] words = line.split(" ");
        Path file = folder.resolve(words[0]);
        List<String> arguments = new ArrayList<>(List.of("export", "sample:siov-server", "-o", file.toString()));
        arguments.addAll(List.of(words).subList(1, words.length));

        Run run = Run.of(arguments.toArray(String[]::new));

        assertThat(run).isEqualTo(new Run(ExitCode.OK, "", ""));
        assertThat(Files.readString(file))
                .startsWith(start.replace("NEWLINE", "\n").replace('\'', '"'));
    }

    @Test
    void everyRoutingIdHasARow() throws Exception {
        Path csv = folder.resolve("rids.csv");

        Run.of("export", "sample:laptop-vmd", "-o", csv.toString(), "--table", "rids", "--every-rid");

        assertThat(Files.readAllLines(csv)).hasSize(1 + 2 * 65_536);
    }

    @Test
    void theBudgetIsOfThePlanThatIsAskedFor() throws Exception {
        Path before = folder.resolve("before.txt");
        Path after = folder.resolve("after.txt");

        Run.of("export", "sample:siov-server", "-o", before.toString(), "--table", "bus-budget");
        Run.of(
                "export",
                "sample:siov-server",
                "-o",
                after.toString(),
                "--table",
                "bus-budget",
                "--correct",
                "--assign-busses");

        assertThat(Files.readString(before)).contains("−2 short");
        assertThat(Files.readString(after)).doesNotContain("short");
    }

    @Test
    void aFunctionThatTheHostLacksIsBadUsage() {
        Path file = folder.resolve("x.csv");

        Run run = Run.of(
                "export", "sample:siov-server", "-o", file.toString(), "--table", "bus-budget", "--vfs", "77:00.0=1");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("the host has no function 0000:77:00.0");
        assertThat(file).doesNotExist();
    }

    @Test
    void overlaysAreInTheFile() throws Exception {
        Path svg = folder.resolve("server.svg");

        Run run = Run.of("export", "sample:siov-server", "-o", svg.toString(), "--overlay", "iommu-groups,link-health");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(svg)).contains("group 11", " · full<");
    }
}
