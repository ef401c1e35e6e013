package ridscope.config.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;

/** That the comparison sees what differs, and what no row of the table is about. */
class WordCheckTest {

    private static final String TABLE = """
            words power-state
              D0 = D0
            [header-0]
            line title
              ignore {rest} -- not the matter here
            [standard-01]
            line title
              Power Management version {decimal} -> Power Management Capabilities :: Version
            line Status -> Power Management Control/Status
              {power-state} -> Power State
              NoSoftRst± -> No Soft Reset
              PME-Enable± -> PME Enable
              since 3.14 Late Word -> PME Status
            line Bridge -> Bridge Support Extensions
              B3± -> not B2/B3 Support for D3hot
            """;

    /** Version 3, D0, No Soft Reset set, PME Enable clear. */
    private static final ConfigSpace CONFIG =
            ConfigBytes.endpoint(256, 0x40).hex(0x40, "01 00 03 00 08 00 40 00").config();

    private static List<String> problems(String lines, String version) {
        String text = "0000:00:01.0 0200: 8086:10c9\n" + lines.replace('>', '\t');
        WordCheck check = new WordCheck(WordTable.parse(TABLE), false, version, new Score());
        PrintedFunction.parse(text).forEach(function -> check.check(function, CONFIG));
        return check.problems();
    }

    private static List<String> problems(String lines) {
        return problems(lines, "3.13");
    }

    @Test
    void agreesWithWhatTheBytesSay() {
        assertThat(problems("""
                >Capabilities: [40] Power Management version 3
                >>Status: D0 NoSoftRst+
                >>>PME-Enable-
                >>Bridge: B3-
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            D0 NoSoftRst- PME-Enable-       | lspci clear, ours 0x1
            D0 NoSoftRst+ PME-Enable+       | lspci set, ours 0x0
            D1 NoSoftRst+ PME-Enable-       | words without a row: D1
            D0 NoSoftRst+ Other- PME-Enable- | flag without a row: Other-
            D0 NoSoftRst+ more PME-Enable-  | words without a row: more
            """)
    void saysWhatDiffersOrHasNoRow(String status, String problem) {
        List<String> problems = problems("""
                >Capabilities: [40] Power Management version 3
                >>Status: %s
                """.formatted(status));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("0000:00:01.0 [40] Status").contains(problem);
    }

    @Test
    void figureDiffers() {
        assertThat(problems(">Capabilities: [40] Power Management version 2\n"))
                .singleElement()
                .asString()
                .contains("lspci 2, ours 0x3");
    }

    @Test
    void capabilityIsElsewhereOrOfAnotherKind() {
        assertThat(problems(">Capabilities: [50] Power Management version 3\n"))
                .singleElement()
                .asString()
                .contains("[50] is no capability of ours");
    }

    @Test
    void lineHasNoKeywordInTheTable() {
        assertThat(problems("""
                >Capabilities: [40] Power Management version 3
                >>Flags: PMEClk-
                """)).singleElement().asString().contains("no line in the table: Flags: PMEClk-");
    }

    /** A word that newer versions print with a set bit: its absence says something only there. */
    @Test
    void rowIsOnlyForItsVersions() {
        String lines = """
                >Capabilities: [40] Power Management version 3
                >>Status: D0 NoSoftRst+ PME-Enable- Late Word
                """;

        assertThat(problems(lines, "3.14")).singleElement().asString().contains("Late Word: lspci set, ours 0x0");
        assertThat(problems(lines, "3.9")).singleElement().asString().contains("words without a row: Late Word");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ignore Word           | no reason
            Word± Field           | no ->
            {unheard-of} -> Field | no list of words
            {decimal} -> A ; B    | as many fields
            """)
    void tableSaysWhichLineIsWrong(String row, String message) {
        assertThatThrownBy(() -> WordTable.parse("[standard-01]\nline Status\n" + row))
                .hasMessageContaining("table line 3")
                .hasMessageContaining(message);
    }
}
