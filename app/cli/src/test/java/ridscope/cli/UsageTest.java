package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, usage errors, and who answers: command line or window. */
class UsageTest {

    @TempDir
    Path folder;

    @Test
    void helpListsEveryWordAndTheExitCodes() {
        Run help = Run.of("--help");

        assertThat(help.code()).isEqualTo(ExitCode.OK);
        assertThat(help.out())
                .contains(RidscopeCommand.WORDS)
                .contains("Exit codes:")
                .contains("Examples:");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "rid", "check", "plan", "diff", "export", "capture"})
    void everyWordHasHelpWithExamples(String word) {
        Run help = Run.of(word, "--help");

        assertThat(help.code()).isEqualTo(ExitCode.OK);
        assertThat(help.out())
                .startsWith("Usage: ridscope " + word)
                .contains("Example")
                .contains("ridscope " + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "rid", "check", "diff", "export"})
    void helpSaysWhatASourceIs(String word) {
        assertThat(Run.of(word, "--help").out()).contains("sample:NAME", "FILE#2", "live", "--pci-ids");
    }

    @Test
    void versionIsFilledInByTheBuild() {
        Run version = Run.of("--version");

        assertThat(version.code()).isEqualTo(ExitCode.OK);
        assertThat(version.out()).matches("ridscope \\d+\\.\\d+.*\\R").doesNotContain("$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diffs", "plans", "shwo"})
    void anUnknownWordListsTheKnownOnes(String word) {
        Run run = Run.of(word, "x");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.err())
                .contains("there is no word '" + word
                        + "'; the words are show, rid, check, plan, diff, export and capture");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "show | SOURCE is missing",
                "show a --bogus | there is no option '--bogus'",
                "show a b | 'b' is one argument too many",
                "show a --ecam 0000-40 | '0000-40' is no value for --ecam",
                "show a --json=maybe | 'maybe' is no value for --json",
                "export | SOURCE is missing",
                "export a | --output is missing",
                "export a -o | --output needs a value",
                "export a -o x.bmp | no format for 'x.bmp'; the file may end in .svg, ",
                "export a -o x.svg -o y.svg | --output is given twice",
                "export a -o x.json --theme dark | --theme is for files that end in .drawio, .pdf, .png or .svg, not for .json",
                "export a -o x.mmd --theme dark | --theme is for files that end in .drawio, ",
                "export a -o x.dot --view rid-map | --view is for files that end in .pdf, .png or .svg, not for .dot",
                "export a -o x.drawio --labels long | --labels is bdf, short or full, not 'long'",
                "export a -o x.svg --table rids | --table is for files that end in .csv, .json, .md or .txt, not for .svg",
                "export a -o x.csv --table cards | --table is functions, rids, bus-budget, findings or links, not 'cards'",
                "export a -o x.csv --every-rid | --every-rid is for --table rids",
                "export a -o x.csv --segment 0 | --segment is for --table rids",
                "export a -o x.csv --table rids --vfs 3b:00.0=1 | --vfs is for --table bus-budget",
                "export a -o x.csv --table bus-budget --vfs 3b | --vfs 3b: write it as ADDR=N",
                "export a -o x.svg --theme pink | --theme is light, dark, print, grey or contrast, not 'pink'",
                "export a -o x.svg --overlay findings | --overlay is drivers, iommu-groups, numa or link-health, not 'findings'",
                "export a -o x.svg --view plan | --view is topology, rid-map, bus-plan or siov, not 'plan'",
                "export a -o x.svg --width 100 | --width is for files that end in .png, not for .svg",
                "export a -o x.png --width 100 --scale 2 | --scale and --width both say how many pixels; leave one out",
                "export a -o x.png --width 0 | --width is a number of pixels from 1 to 100000, not '0'",
                "export a -o x.png --scale 1.x | --scale is a number above 0 and up to 100, such as 1.5, not '1.x'",
                "export a -o x.svg --title T --no-title | --title and --no-title contradict each other; leave one out",
                "export a -o x.svg --landscape | --landscape needs --page",
                "export a -o x.pdf --page a5 | --page is a4, a3, letter or slide, not 'a5'",
                "export a -o x.svg --of 3b:00.0 | --of is for --view siov, not for topology",
                "export a -o x.svg --vfs 3b:00.0=1 | --vfs is for --view bus-plan, not for topology",
                "export a -o x.svg --view siov --only 3b:00.0 | --only is for --view topology or rid-map, not for siov",
                "export a -o x.svg --only 3b | '3b' is no function address such as 3b:00.0 or 0000:3b:00.0",
                "export a -o x.svg --fold most | --fold is all, auto, runs or none, not 'most'",
                "export a -o x.svg --labels long | --labels is bdf, short or full, not 'long'",
                "rid | SOURCE is missing",
                "diff | BEFORE is missing",
                "diff a | AFTER is missing",
                "diff a b c | 'c' is one argument too many",
                "diff - - | BEFORE and AFTER cannot both be standard input",
                "diff a b --addresses html | --addresses is text, csv or md, not 'html'",
                "diff a b --addresses csv --json | --addresses and --json are two answers; leave one out",
                "rid a | RID is missing",
                "rid a 3b:20.0 | '3b:20.0' names no Routing ID",
                "capture | --output is missing",
                "capture --host db7 | --output is missing",
                "capture --sudo -o x | --sudo is for --host",
                "capture --print-script -o x | --print-script goes with no other option",
                "capture --print-script --redact | --print-script goes with no other option",
                "capture --host | --host needs a value",
                "capture -o x --bogus | there is no option '--bogus'",
                "--bogus | there is no option '--bogus'",
                "shwo | there is no word 'shwo'; the words are show, rid, check, plan, diff, export and capture",
            })
    void badUsageIsExitCodeTwoAndOneLineWithAHint(String line, String reason) {
        String[] arguments = line.strip().split(" ");
        String word = RidscopeCommand.WORDS.contains(arguments[0]) ? " " + arguments[0] : "";

        Run run = Run.of(arguments);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("ridscope: " + reason)
                .endsWith(" ('ridscope" + word + " --help' shows the usage)" + System.lineSeparator());
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void valuesMayBeWrittenInCapitals() {
        String file = folder.resolve("x.svg").toString();

        Run run = Run.of(
                "export",
                "sample:qemu-switch",
                "-o",
                file,
                "--labels",
                "FULL",
                "--theme",
                "Dark",
                "--view",
                "Topology");

        assertThat(run).isEqualTo(new Run(ExitCode.OK, "", ""));
    }

    /** Nothing opens an archive that its help does not name. */
    @Test
    void helpPromisesOnlyWhatThisVersionDoes() {
        assertThat(Run.of("--help").out()).containsPattern("(?m)^ +1 +the answer is \"no\"");
        for (String word : RidscopeCommand.WORDS) {
            assertThat(Run.of(word, "--help").out())
                    .doesNotContainIgnoringCase("sosreport")
                    .doesNotContain(".tar")
                    .doesNotContain(".zip");
        }
        assertThat(Run.of("show", "--help").out().replaceAll("\\s+", " "))
                .contains("the output of lspci (best with -vvv -xxxx)")
                .contains("a folder or archive (tar, zip) with a copy of /sys")
                .contains("a machine that does not exist yet");
    }

    @Test
    void theWindowGetsFilesAndTheCommandLineEverythingElse() throws Exception {
        String existing = Files.createFile(folder.resolve("show-me")).toString();
        for (String word :
                List.of("show", "rid", "check", "plan", "diff", "export", "capture", "--help", "-V", "bogus")) {
            assertThat(RidscopeCommand.answers(word)).as(word).isTrue();
        }
        for (String file : List.of("-", "live", "sample:x", "dump.txt", "dump.txt#2", "./show", "C:\\x", existing)) {
            assertThat(RidscopeCommand.answers(file)).as(file).isFalse();
        }
        assertThat(RidscopeCommand.answers()).isFalse();
    }
}
