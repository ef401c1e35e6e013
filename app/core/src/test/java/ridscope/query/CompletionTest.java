package ridscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ridscope.report.QueryHost;
import ridscope.testing.SampleCorpus;

/** How questions can go on. */
class CompletionTest {

    private static List<Candidate> at(String sample, String text) throws Exception {
        int caret = text.indexOf('|');
        String question = text.substring(0, caret) + text.substring(caret + 1);
        return new Completion(QueryHost.language(), QueryTest.host(sample)).at(question, caret);
    }

    private static List<String> texts(String text) throws Exception {
        return at("siov-server", text).stream().map(Candidate::text).toList();
    }

    @Test
    void offersFieldsAndKeywordsWhereAConditionBegins() throws Exception {
        assertThat(texts("cl|")).containsExactly("class=");
        assertThat(texts("s|")).containsExactly("speed", "sdis", "segment=", "slot=");
        assertThat(texts("|")).contains("class=", "vfs", "name~", "not").doesNotContain("and", "or");
        assertThat(texts("class=nvme |")).contains("and", "or", "not", "vendor=");
        assertThat(texts("(bus=3b) o|")).containsExactly("or");
    }

    @Test
    void offersTheValuesOfThisHostWithHowManyHaveThem() throws Exception {
        List<Candidate> classes = at("siov-server", "class=|");

        assertThat(classes)
                .extracting(Candidate::text)
                .contains("nvme", "gpu", "bridge")
                .doesNotContain("usb");
        assertThat(classes).contains(new Candidate("nvme", "Non-Volatile memory controller", OptionalInt.of(2), 6, 6));
        assertThat(texts("driver=|")).startsWith("none", "iavf").contains("nvme", "ice");
        assertThat(texts("width<|")).containsExactly("max", "4", "8", "16");
        assertThat(texts("bus in |")).startsWith("00", "01", "02");
        assertThat(texts("vendor=sam|")).containsExactly("\"samsung electronics co ltd\"");
        assertThat(texts("vendor=144d|")).containsExactly("\"samsung electronics co ltd\"");
        assertThat(texts("vendor=\"sam|")).containsExactly("\"samsung electronics co ltd\"");
    }

    @Test
    void replacesTheWordAtTheCaret() throws Exception {
        Candidate nvme = at("siov-server", "class=nv|xx and bus=3b").get(0);

        assertThat(nvme.in("class=nvxx and bus=3b")).isEqualTo("class=nvme and bus=3b");
        assertThat(nvme.caret()).isEqualTo(10);
    }

    /** A count that is offered is the number of functions that are found. */
    @Test
    void countsAreThoseOfTheQuestion() throws Exception {
        QueryLanguage language = QueryHost.language();
        for (String sample : SampleCorpus.names()) {
            AskedHost host = QueryTest.host(sample);
            Completion completion = new Completion(language, host);
            for (Field field : Field.values()) {
                String start = field.id() + "=";
                for (Candidate value : completion.at(start, start.length())) {
                    Query query = language.parse(start + value.text());
                    if (value.count().isPresent()) {
                        assertThat(QueryResult.of(query, host).matches())
                                .as(sample + " " + start + value.text())
                                .hasSize(value.count().getAsInt());
                    }
                }
            }
        }
    }
}
