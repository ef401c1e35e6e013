package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several questions at once. */
class RidTest {

    private static final String SERVER = "sample:siov-server";

    @Test
    void severalIdsGetOneAnswerEachInTheirOrder() {
        Run run = Run.of("rid", SERVER, "0d:00.0", "0x0300", "3328");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(rids(run)).containsExactly("0000:0d:00.0", "0000:03:00.0", "0000:0d:00.0");
        assertThat(run.out())
                .isEqualTo(Run.of("rid", SERVER, "0d:00.0").out() + "\n"
                        + Run.of("rid", SERVER, "0x0300").out() + "\n"
                        + Run.of("rid", SERVER, "3328").out());
    }

    @Test
    void aLineWithSeveralAddressesAnswersEachOfThem() {
        String line = "pcieport 0000:02:00.0: AER: Corrected error message received from 0000:03:00.0";

        Run quoted = Run.of("rid", SERVER, line);
        String[] words = ("rid " + SERVER + " " + line).split(" ");

        assertThat(rids(quoted)).containsExactly("0000:03:00.0", "0000:02:00.0");
        assertThat(Run.of(words)).isEqualTo(quoted);
    }

    /** What has no Routing ID in it is named; all the rest is answered, in its order. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0d:00.0;zz               | 0d:00.0         | 'zz' names",
                "zz;0d:00.0;0x10000;0g:00.0 | 0d:00.0 00:00.0 | 'zz', '0g:00.0' name",
                "0d:00.0;AER: from 0000:03:00.0 to 0000:02:00.0;no address in here"
                        + " | 0d:00.0 03:00.0 02:00.0 | 'no address in here' names",
                "AER: from 0000:03:00.0;nothing: here | 03:00.0 | 'nothing: here' names",
            })
    void anArgumentWithoutAnyIdIsNamedAndTheOthersAreAnswered(String arguments, String answered, String named) {
        List<String> words = new ArrayList<>(List.of("rid", SERVER));
        words.addAll(List.of(arguments.split(";")));

        Run run = Run.of(words.toArray(String[]::new));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("ridscope: " + named + " no Routing ID; ");
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(String.join(" ", rids(run))).isEqualTo(("0000:" + answered).replace(" ", " 0000:"));
    }

    /** Numbers in a log line are no Routing IDs, whether it came in with quotes or without. */
    @Test
    void theWordsOfALogLineNeedNoQuotes() {
        Run run = Run.of(
                "rid", SERVER, "DMAR:", "Request", "device", "0000:0d:00.0", "domain", "0x14", "fault", "addr", "0");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(rids(run)).containsExactly("0000:0d:00.0");
    }

    @Test
    void jsonIsAnObjectForOneAndAnArrayForSeveral() {
        String one = Run.of("rid", SERVER, "0d:00.0", "--json").out().strip();
        String other = Run.of("rid", SERVER, "0x0300", "--json").out().strip();

        Run both = Run.of("rid", SERVER, "--json", "0d:00.0", "0x0300");

        assertThat(one).startsWith("{");
        assertThat(both.out()).isEqualTo("[" + one + ",\n" + other + "]\n");
    }

    @Test
    void whichSegmentIsTakenIsSaidOnce() {
        Run run = Run.of("rid", "sample:laptop-vmd", "00:00.0", "00:01.0");

        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(rids(run)).containsExactly("0000:00:00.0", "0000:00:01.0");
    }

    private static List<String> rids(Run run) {
        return run.out()
                .lines()
                .filter(l -> l.startsWith("RID "))
                .map(l -> l.split("\\s+")[1])
                .toList();
    }
}
