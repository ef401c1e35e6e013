package ridscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.report.QueryHost;
import ridscope.rules.Rules;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

/** Which functions of the samples a question is about. */
class QueryTest {

    private static final QueryLanguage LANGUAGE = QueryHost.language();

    static AskedHost host(String sample) throws Exception {
        Topology topology = SampleCorpus.topology(sample);
        return QueryHost.of(topology, new StandardDeviceNames(PciIds.EMPTY), Rules.check(topology));
    }

    private static QueryResult ask(String sample, String query) throws Exception {
        return QueryResult.of(LANGUAGE.parse(query), host(sample));
    }

    private static String matches(QueryResult result) {
        return result.matches().stream().map(a -> a.toString().substring(5)).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "class=nvme                          | 0b:00.0 0d:00.0",
                "class=0108                          | 0b:00.0 0d:00.0",
                "class=0x010802                      | 0b:00.0 0d:00.0",
                "class=01                            | 0b:00.0 0d:00.0",
                "class=non-volatile                  | 0b:00.0 0d:00.0",
                "CLASS = NVMe                        | 0b:00.0 0d:00.0",
                "class=3d                            | 43:00.0 44:00.0",
                "class=nvme vendor=samsung           | 0b:00.0",
                "vendor=144d                         | 0b:00.0",
                "vendor=\"samsung electronics\"      | 0b:00.0",
                "vendor=8086 class=nvme              | 0d:00.0",
                "device=8086:1592                    | 03:00.0 03:00.1",
                "device=P5520                        | 0d:00.0",
                "driver=nvme                         | 0b:00.0 0d:00.0",
                "driver~lx5                          | 0c:00.0",
                "cap=0038                            | 04:00.0 0c:00.0",
                "cap=siov                            | 04:00.0 0c:00.0",
                "cap=sriov                           | 03:00.0 03:00.1 0b:00.0",
                "cap=SR-IOV vfs>0                    | 03:00.0 03:00.1",
                "vfs>0                               | 03:00.0 03:00.1",
                "vfs=8                               | 03:00.0 03:00.1",
                "totalvfs>64                         | 0b:00.0",
                "totalvfs in 64-127                  | 03:00.0 03:00.1 0b:00.0",
                "sdis>0                              | 04:00.0 0c:00.0",
                "sdis>=1024                          | 04:00.0",
                "speed<max class=nvme                | 0b:00.0",
                "class=nvme width<max                | ''",
                "width=4 role=endpoint               | 0b:00.0 0d:00.0",
                "width<=4 speed>=gen4 role=endpoint  | 0b:00.0 0d:00.0",
                "role=endpoint speed>=32             | 04:00.0 0c:00.0 43:00.0 44:00.0",
                "role=root-port numa=1               | 40:01.0",
                "numa=1 not role=port                | 40:00.0 43:00.0 44:00.0",
                "group=15                            | 0d:00.0",
                "group in 31-32                      | 43:00.0 44:00.0",
                "bus=0b                              | 0b:00.0",
                "bus in 0b-0d                        | 0b:00.0 0c:00.0 0d:00.0",
                "bus>=43                             | 43:00.0 44:00.0",
                "segment=0000 group=15               | 0d:00.0",
                "segment=1                           | ''",
                "slot=7                              | 02:02.0",
                "finding=LINK_BELOW_CAPABILITY       | 0b:00.0",
                "finding=link-below-capability       | 0b:00.0",
                "P5520                               | 0d:00.0",
                "nvme1                               | 0d:00.0",
                "name~ens5f1                         | 03:00.1",
                "0d:00.0                             | 0d:00.0",
                "\"PM174X\"                          | 0b:00.0",
                "samsung or mellanox                 | 0b:00.0 0c:00.0",
                "samsung mellanox                    | ''",
                "class=nvme and (samsung or p5520) and not numa=1 | 0b:00.0 0d:00.0",
                "class=nvme or class=3d and bus=44   | 0b:00.0 0d:00.0 44:00.0",
                "(class=nvme or class=3d) and bus=44 | 44:00.0",
                "not not bus=44                      | 44:00.0",
                "bus!=44 group=32                    | ''",
            })
    void selectsFunctionsOfTheServer(String query, String expected) throws Exception {
        assertThat(matches(ask("siov-server", query))).isEqualTo(expected);
    }

    @Test
    void whatIsUnknownMatchesNeitherAQuestionNorItsContrary() throws Exception {
        QueryResult with = ask("siov-server", "cap=0038");
        QueryResult without = ask("siov-server", "not cap=0038");

        assertThat(with.undecided()).hasToString("[0000:41:00.0]").isEqualTo(without.undecided());
        assertThat(with.matches().size() + without.matches().size()).isEqualTo(37);
        assertThat(with.summary()).isEqualTo("2 match · 1 could not be decided: capabilities not readable");
        assertThat(ask("siov-server", "cap=0038 and bus=04").undecided()).isEmpty();
        assertThat(ask("siov-server", "cap=0038 or bus=41").undecided()).isEmpty();
    }

    @Test
    void aHostWhoseSourceTellsNoGroupsHasNoneThatIsNotOne() throws Exception {
        for (String query : List.of("group=1", "group!=1", "group=none", "not group>3")) {
            QueryResult result = ask("planned-gpu-server", query);

            assertThat(result.matches()).as(query).isEmpty();
            assertThat(result.gaps()).as(query).containsExactly(Gap.GROUP);
        }
    }

    @Test
    void aLinkThatIsDownIsBelowNothing() throws Exception {
        assertThat(matches(ask("siov-server", "slot=7 width=0"))).isEqualTo("02:02.0");
        assertThat(matches(ask("siov-server", "slot=7 width<max"))).isEmpty();
        assertThat(matches(ask("siov-server", "slot=7 speed<16"))).isEmpty();
    }

    /** Every question splits a host into those that match, those that do not, and those nobody can tell. */
    @Test
    void negationTurnsTheDecidedOnesRoundOnEverySample() throws Exception {
        for (String sample : SampleCorpus.names()) {
            AskedHost host = host(sample);
            for (String query : List.of(
                    "width<max",
                    "vfs>0",
                    "role=endpoint",
                    "driver=none",
                    "numa=0",
                    "finding=acs_gap",
                    "class=nic",
                    "speed>=8 or group=1",
                    "slot=1",
                    "intel",
                    "cap=aer sdis=0")) {
                QueryResult yes = QueryResult.of(LANGUAGE.parse(query), host);
                QueryResult no = QueryResult.of(LANGUAGE.parse("not (" + query + ")"), host);

                assertThat(yes.undecided()).as(sample + " " + query).isEqualTo(no.undecided());
                assertThat(yes.matches()).as(sample + " " + query).noneMatch(no.matches()::contains);
                assertThat(yes.matches().size()
                                + no.matches().size()
                                + yes.undecided().size())
                        .as(sample + " " + query)
                        .isEqualTo(host.topology().functions().size());
            }
        }
    }

    /** Whatever is typed is a question or an error that points into the text, and never anything else. */
    @Test
    void anyTextIsAQuestionOrAnErrorWithAPlace() throws Exception {
        List<String> pieces = new ArrayList<>(List.of(
                " ",
                "(",
                ")",
                "\"",
                "and",
                "or",
                "not",
                "in",
                "=",
                "!=",
                "<",
                "<=",
                ">",
                ">=",
                "~",
                "!",
                "-",
                "none",
                "max",
                "3a-5f",
                "nvme",
                "0038",
                "99999999999",
                "0x",
                "é",
                "\ud83d",
                "16",
                "gen9",
                "a:b.c"));
        for (Field field : Field.values()) {
            pieces.add(field.id());
        }
        AskedHost host = host("siov-vf-collision");
        Completion completion = new Completion(LANGUAGE, host);
        Random random = new Random(5);
        int understood = 0;
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            try {
                QueryResult.of(LANGUAGE.parse(text.toString()), host);
                understood++;
            } catch (QueryException e) {
                assertThat(e.getMessage()).as(text.toString()).isNotBlank();
                assertThat(e.start()).as(text.toString()).isBetween(0, e.end());
                assertThat(e.end()).as(text.toString()).isBetween(e.start(), text.length());
            }
            int caret = random.nextInt(text.length() + 1);
            for (Candidate candidate : completion.at(text.toString(), caret)) {
                assertThat(candidate.start()).as(text + "@" + caret).isBetween(0, caret);
                assertThat(candidate.in(text.toString())).contains(candidate.text());
            }
        }
        assertThat(understood).isGreaterThan(200);
    }

    /** The table that README.md has of the fields names all of them, and each of its examples is a question. */
    @Test
    void theReadmeTellsWhatTheParserTakes() throws Exception {
        String readme =
                Files.readString(Path.of(System.getProperty("ridscope.samples")).resolveSibling("README.md"));
        String section = readme.substring(readme.indexOf("### Ask for functions"), readme.indexOf("### Findings"));
        Pattern quoted = Pattern.compile("`([^`]+)`");
        List<String> fields = new ArrayList<>();
        for (String line : section.lines().filter(l -> l.startsWith("| `")).toList()) {
            String[] cells = line.split("\\|");
            quoted.matcher(cells[1]).results().map(m -> m.group(1)).forEach(fields::add);
            for (String example :
                    quoted.matcher(cells[3]).results().map(m -> m.group(1)).toList()) {
                assertThat(LANGUAGE.parse(example)).as(example).isInstanceOf(Query.Condition.class);
            }
        }
        assertThat(fields)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Field.values()).map(Field::id).toList());
    }
}
