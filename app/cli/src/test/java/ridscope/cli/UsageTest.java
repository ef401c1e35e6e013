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
    @ValueSource(strings = {"show", "rid", "export", "capture"})
    void everyWordHasHelpWithExamples(String word) {
        Run help = Run.of(word, "--help");

        assertThat(help.code()).isEqualTo(ExitCode.OK);
        assertThat(help.out())
                .startsWith("Usage: ridscope " + word)
                .contains("Example")
                .contains("ridscope " + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "rid", "export"})
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
    @ValueSource(strings = {"check", "plan", "diff", "shwo"})
    void anUnknownWordListsTheKnownOnes(String word) {
        Run run = Run.of(word, "x");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.err()).contains("'" + word + "' is no word").contains("show, rid, export, capture");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show | Missing required parameter",
                "show a --bogus | --bogus",
                "show a b | b",
                "export a | --output",
                "export a -o x.bmp | .svg, .png or .json",
                "export a -o x.svg --theme pink | light, dark or print",
                "export a -o x.svg --view bus-plan | topology or rid-map",
                "export a -o x.svg --labels long | --labels",
                "rid a | Missing required parameter",
                "rid a 3b:20.0 | names no Routing ID",
                "capture | --output",
                "capture -o x --bogus | --bogus",
                "--bogus | no option",
            })
    void badUsageIsExitCodeTwoWithAHint(String line, String reason) {
        Run run = Run.of(line.strip().split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(reason).contains("--help").doesNotContain("\tat ");
        assertThat(run.errorLines()).isLessThanOrEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theWindowGetsFilesAndTheCommandLineEverythingElse() throws Exception {
        String existing = Files.createFile(folder.resolve("show-me")).toString();
        for (String word : List.of("show", "rid", "export", "capture", "--help", "-V", "check", "bogus")) {
            assertThat(RidscopeCommand.answers(word)).as(word).isTrue();
        }
        for (String file : List.of("-", "live", "sample:x", "dump.txt", "dump.txt#2", "./show", "C:\\x", existing)) {
            assertThat(RidscopeCommand.answers(file)).as(file).isFalse();
        }
        assertThat(RidscopeCommand.answers()).isFalse();
    }
}
