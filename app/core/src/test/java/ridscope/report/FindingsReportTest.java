package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Evidence;
import ridscope.rules.Finding;
import ridscope.rules.Gap;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.rules.Subject;
import ridscope.testing.SampleCorpus;
import ridscope.text.Diagnostic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Findings as text and as JSON. */
class FindingsReportTest {

    private static Finding finding(Severity severity, String id, String function, String title) {
        return new Finding(
                id,
                "ports without effective ACS",
                severity,
                Subject.of(FunctionAddress.of(function)),
                title,
                "What it means.",
                "What to do.",
                List.of(new Evidence("register", "0x01"), new Evidence("register", "0x02")),
                List.of());
    }

    private static Finding unchecked(String id, String cause, String... functions) {
        List<FunctionAddress> of = Stream.of(functions).map(FunctionAddress::of).toList();
        return new Finding(
                id,
                "",
                Severity.NOT_CHECKED,
                Subject.HOST,
                "Not checked",
                "Why.",
                "What to do.",
                List.of(),
                List.of(new Gap(cause, of)));
    }

    /** What keeps most rules from answering comes first; a function that several rules miss counts once. */
    @Test
    void whatIsNotCheckedIsGroupedByWhatIsMissing() throws Exception {
        String shortened = "configuration space beyond 64 bytes was not read";
        List<Finding> findings = List.of(
                unchecked("ROOT_WINDOW_OVERLAP", "the snapshot has no windows of the root buses"),
                unchecked("ACS_GAP", shortened, "00:01.0", "00:02.0"),
                unchecked("SIOV_EMPTY", shortened, "00:02.0", "00:03.0"));

        assertThat(text(findings, Glyphs.UNICODE)).endsWith("""
                        What the snapshot lacks (unknown is not absent):
                          not checked, configuration space beyond 64 bytes was not read (3 functions): ACS_GAP, SIOV_EMPTY
                          not checked, the snapshot has no windows of the root buses: ROOT_WINDOW_OVERLAP
                          To know more: What to do.
                        """);
        assertThat(json(findings).get("findings")).hasSize(3);
    }

    private static String text(List<Finding> findings, Glyphs glyphs) throws Exception {
        StringBuilder out = new StringBuilder();
        FindingsText.write(findings, glyphs, out);
        return out.toString();
    }

    @Test
    void oneFindingIsToldWithItsFactsAndSeveralAreFolded() throws Exception {
        List<Finding> findings = List.of(
                finding(Severity.ERROR, "BUS_OVERLAP", "00:01.0", "One – two"),
                finding(Severity.WARNING, "ACS_GAP", "00:01.0", "First"),
                finding(Severity.WARNING, "ACS_GAP", "00:02.0", "Second"),
                unchecked("SIOV_EMPTY", "configuration space beyond 64 bytes was not read", "00:03.0"));

        String all = text(findings, Glyphs.UNICODE);

        assertThat(all.lines().limit(9))
                .containsExactly(
                        "1 error · 2 warnings · 0 notes · 1 rule not fully checked · "
                                + (Rules.all().size() - 3) + " rules found nothing",
                        "",
                        "ERROR BUS_OVERLAP: One – two",
                        "    What it means.",
                        "    Advice: What to do.",
                        "    register = 0x01",
                        "    register = 0x02",
                        "",
                        "WARNING ACS_GAP: 2 ports without effective ACS");
        assertThat(all).contains("\n  - First\n  - Second\n").endsWith("""

                          not checked, configuration space beyond 64 bytes was not read (1 function): SIOV_EMPTY
                          To know more: What to do.
                        """);
        assertThat(text(findings, Glyphs.ASCII)).contains("One - two").matches("\\p{ASCII}*");
    }

    @Test
    void aLongGroupIsCut() throws Exception {
        List<Finding> many = IntStream.range(0, 20)
                .mapToObj(i -> finding(Severity.INFO, "ACS_GAP", "00:01.0", "Title " + i))
                .toList();

        assertThat(text(many, Glyphs.UNICODE))
                .contains("Title 7\n  - and 12 more (--json lists all)\n")
                .doesNotContain("Title 8");
    }

    private static JsonNode json(List<Finding> findings) throws Exception {
        StringWriter out = new StringWriter();
        FindingsJson.write(findings, out);
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void jsonHasEachFindingWithTheKeysThatScriptsReadAndNoKeyTwice() throws Exception {
        JsonNode root = json(List.of(finding(Severity.ERROR, "BUS_OVERLAP", "0001:00:01.0", "One")));

        assertThat(root.propertyNames()).containsExactly("findings", "diagnostics");
        JsonNode finding = root.get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly("id", "severity", "subject", "title", "detail", "advice", "evidence");
        assertThat(finding.get("subject").asString()).isEqualTo("0001:00:01.0");
        assertThat(finding.get("severity").asString()).isEqualTo("ERROR");
        assertThat(finding.get("evidence").propertyNames()).containsExactly("register", "register 2");
    }

    @Test
    void aHostWithoutFindingsIsAnEmptyArray() throws Exception {
        assertThat(json(List.of()).get("findings").isEmpty()).isTrue();
    }

    @Test
    void everyFindingOfASampleIsInTheJson() throws Exception {
        List<Finding> findings = Rules.check(SampleCorpus.topology("siov-server"));

        assertThat(json(findings).get("findings")).hasSize(findings.size());
    }

    /** A dump that was cut has fewer findings than the host; the reader must be told. */
    @Test
    void whatWentWrongWhileReadingIsTold() throws Exception {
        List<Diagnostic> cut = List.of(Diagnostic.of("DUMP_TRUNCATED", "It ends early."));
        StringWriter out = new StringWriter();
        FindingsJson.write(List.of(), cut, out);

        JsonNode told =
                new ObjectMapper().readTree(out.toString()).get("diagnostics").get(0);
        assertThat(told.get("id").stringValue()).isEqualTo("DUMP_TRUNCATED");
        assertThat(told.get("text").stringValue()).isEqualTo("It ends early.");
        assertThat(FindingsText.reading(List.of(cut.get(0), Diagnostic.of("CAP_LOOP", "A loop."))))
                .isEqualTo(cut);
    }
}
