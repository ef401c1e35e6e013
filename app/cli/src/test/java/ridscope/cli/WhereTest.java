package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code ridscope show --where}. */
class WhereTest {

    private static final String SERVER = "sample:siov-server";

    @Test
    void printsMatchesWithTheBridgesAboveThem() {
        Run run = Run.of("show", SERVER, "--where", "class=nvme speed<max");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("""
                        of 38 functions 1 matches

                        0000:00 [00-3f] host bridge · NUMA node 0
                        └─ 00:02.0 [0b-0b] root port · Intel Corporation Device 352a · IOMMU group 10
                           └─ 0b:00.0 endpoint · 16 GT/s x4, below capability: 32 GT/s x4""").doesNotContain("0000:40", "0d:00.0");
    }

    @Test
    void printsVfsThatMatchOneByOne() {
        Run run = Run.of("show", SERVER, "--where", "role=vf name~03:10.0");

        assertThat(run.out()).contains("└─ 03:10.0 endpoint").doesNotContain("03:00.0 endpoint");
    }

    @Test
    void noMatchIsAnAnswerToo() {
        Run run = Run.of("show", SERVER, "--where", "class=usb");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).endsWith("of 38 functions 0 match\n");
    }

    @Test
    void jsonHasOnlyThoseFunctionsAndSaysWhatCouldNotBeDecided() {
        Run run = Run.of("show", SERVER, "--json", "--where", "cap=siov");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().filter(l -> l.contains("\"address\": "))).hasSize(2);
        assertThat(run.out()).containsPattern("\"undecided\": \\[\\s*\"0000:41:00.0\"\\s*\\]");
        assertThat(run.err()).isEqualTo("ridscope: 1 could not be decided: capabilities not readable\n");
    }

    @Test
    void findingsAreAskedForToo() {
        assertThat(Run.of("show", SERVER, "--where", "finding=LINK_BELOW_CAPABILITY")
                        .out())
                .contains("of 38 functions 1 matches", "0b:00.0");
    }

    @Test
    void aQuestionThatIsNoneIsBadUsage() {
        Run run = Run.of("show", SERVER, "--where", "class=nvme vendr=8086");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("ridscope: --where, character 12: there is no field 'vendr'; did you mean vendor?"
                        + " ('ridscope show --help' shows the usage)\n");
    }
}
