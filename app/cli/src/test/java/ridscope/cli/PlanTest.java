package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The word {@code plan}: its answer, its JSON, its exit code. */
class PlanTest {

    private static final String UNDERSIZED = "sample:siov-undersized-port";

    @Test
    void whatDoesNotFitExitsWithOneAndSaysWhereItFails() {
        Run run = Run.of("plan", UNDERSIZED, "--sdis", "0a:00.0=1024", "--siov-kernel");

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .startsWith(
                        "It does not fit · Linux with the SIOV series, firmware's numbers kept",
                        "fails at          0000:00:01.0 · 769 of 1,024 SDIs of 0000:0a:00.0, from SDI 255 on, lie outside its",
                        "                  buses [0a-0a]; the last is on bus 0e",
                        "  kernel          bridge has subordinate 0a but max busn 0e")
                .contains("try               pci=assign-busses")
                .anyMatch(line -> line.matches("0000:00:01\\.0 +\\[0a-0a] +\\[0a-0a] +1 +1 +5 +0 +−4 short"));
    }

    @Test
    void whatFitsExitsWithZero() {
        Run run = Run.of("plan", UNDERSIZED, "--sdis", "0a:00.0=1024", "--siov-kernel", "--assign-busses");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("""
                        What was asked for fits, but something gets worse than today
                        assumed           Linux with the SIOV series, buses numbered anew
                        """);
    }

    @Test
    void jsonHasTheNumbersOfEveryBridge() {
        Run run = Run.of("plan", UNDERSIZED, "--sdis", "0a:00.0=1024", "--siov-kernel", "--assign-busses", "--json");
        JsonNode plan = new ObjectMapper().readTree(run.out());

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(plan.get("fits").asBoolean()).isTrue();
        JsonNode bridge = plan.get("bridges").get(0);
        assertThat(bridge.get("address").asString()).isEqualTo("0000:00:01.0");
        assertThat(bridge.get("now").toString()).isEqualTo("[10,10]");
        assertThat(bridge.get("planned").toString()).isEqualTo("[1,5]");
        assertThat(bridge.get("reserved").asInt()).isEqualTo(4);
        assertThat(bridge.get("kept").asBoolean()).isFalse();
        assertThat(plan.get("functions").get(0).toString())
                .isEqualTo("{\"address\":\"0000:0a:00.0\",\"planned\":\"0000:01:00.0\"}");
        assertThat(plan.get("failures")).isEmpty();
        JsonNode root = plan.get("budget").get(0);
        assertThat(root.get("bridge").asString()).isEqualTo("0000:00");
        assertThat(root.get("neededSdis").asInt()).isEqualTo(8);
        assertThat(root.get("slack").asInt()).isEqualTo(64 - 8);
        assertThat(plan.get("parameters").toString()).isEqualTo("[\"pci=assign-busses\"]");
    }

    /** 1,024 possible SDIs fill bus 0a; below the other port one function alone stands on bus 0e. */
    @Test
    void idsThatSoftwareCouldHandOutAreTheHostsAsItIs() {
        Run text = Run.of("plan", UNDERSIZED, "--assign-busses");
        JsonNode json = new ObjectMapper()
                .readTree(
                        Run.of("plan", UNDERSIZED, "--assign-busses", "--json").out());

        assertThat(text.out())
                .contains("RIDscope's own rule set; neither mainline Linux nor the SIOV series has such an allocation.")
                .endsWith("0000:00:03.0          511       0e:00.1–0f:1f.7\n");
        assertThat(json.get("softwareRids").toString())
                .isEqualTo(
                        "[{\"port\":\"0000:00:03.0\",\"count\":511,\"runs\":[[3585,4095]],\"ariAssumedOff\":false}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --vfs 0a:00.0              | --vfs 0a:00.0: write it as ADDR=N
            --vfs zz=1                 | 'zz' is no function address
            --vfs 0a:00.0=70000        | '70000' is no number from 0 to 65535
            --vfs 77:00.0=1            | the host has no function 0000:77:00.0
            --sdis 0a:00.0=1,step=2    | 'step=2' is neither offset=O nor stride=S
            --hpbussize x              | --hpbussize x: give a number from 0 to 255
            --hpbussize 300            | --hpbussize 300: Linux takes more than 255 for 1; give a number from 0 to 255
            --siov-kernel --correct    | two kernels
            --plug 00:02.0             | --plug 00:02.0: write it as PORT=card
            --plug 77:00.0=card        | the host has no function 0000:77:00.0
            --plug 00:02.0=gpu         | 'gpu' is neither card nor switch:N with N from 1 to 32
            --plug 00:02.0=switch:33   | 'switch:33' is neither card nor switch:N
            --plug 00:02.0=card,hotplug | 'hotplug' does not belong here
            --plug 00:02.0=card,vfs=8/1 | '8/1' is not N/OFFSET/STRIDE
            --plug 00:02.0=card,vfs=8/1/70000 | '70000' is no number from 0 to 65535
            --plug 00:02.0=switch:2,hotplug,vfs=1/1/1 | are empty; leave out vfs and sdis
            --plug 00:02.0=card --plug 00:02.0=card | --plug names 0000:00:02.0 twice
            --ari 00:01.0 --no-ari 00:01.0 | both name 0000:00:01.0
            """)
    void badUsageIsOneSentence(String options, String sentence) {
        Run run = Run.of(("plan " + UNDERSIZED + " " + options).split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines()).isEqualTo(1);
        assertThat(run.err()).contains(sentence);
    }

    /** The empty slot has 09 and 0a: one for the switch, one inside it, none for the buses behind its four ports. */
    @Test
    void aSwitchInASlotNeedsNumbers() {
        Run kept = Run.of("plan", "sample:siov-server", "--plug", "02:02.0=switch:4,vfs=8/256/1");
        assertThat(kept.code()).isEqualTo(ExitCode.NO);
        assertThat(kept.out())
                .containsOnlyOnce("fails at ")
                .contains("fails at          0000:02:02.0 · The switch with 4 ports below it needs 10 bus numbers, and")
                .contains(
                        "  to do           Have firmware leave 0000:02:02.0 10 numbers, or boot with pci=assign-busses\n")
                .contains("try               pci=assign-busses");

        Run anew = Run.of("plan", "sample:siov-server", "--plug", "02:02.0=switch:4,vfs=8/256/1", "--assign-busses");
        assertThat(anew.code()).isEqualTo(ExitCode.OK);
        // The slot, the switch, and two buses per port, the second for VFs 0 to 7 at offset 256.
        assertThat(anew.out().lines())
                .anyMatch(line -> line.matches("0000:02:02\\.0 +\\[09-0a] +\\[05-0e] \\* +10 +10 +10 +0 +exact"));
    }

    /** Ports with numbers that no bridge above forwards are not "exact", and nothing behind them has a place. */
    @Test
    void numbersThatLeadNowhereAreNoBudget() {
        String out = Run.of("plan", "sample:sriov-undersized-port", "--plug", "00:03.0=switch:4")
                .out();
        assertThat(out.lines())
                .anyMatch(line -> line.matches("0000:03:00\\.0 +new +\\[04-08] +5 +5 +5 +0 +outside \\[03-06]"))
                .anyMatch(line -> line.matches("0000:04:01\\.0 +new +\\[06-06] +1 +1 +1 +0 +exact"))
                .anyMatch(line -> line.matches("0000:04:02\\.0 +new +\\[07-07] +1 +1 +1 +0 +unreachable"))
                .anyMatch(line -> line.matches("0000:00:04\\.0 +\\[07-07] +\\[07-07] +1 +1 +1 +0 +unreachable"));
        assertThat(Run.of("plan", "sample:sriov-undersized-port", "--plug", "00:03.0=switch:4", "--json")
                        .out())
                .containsPattern("\"bridge\": \"0000:04:03.0\",[^}]*\"verdict\": \"unreachable\"");
    }

    /** What hpbussize holds for the slots of the switch counts, and what is advised fits when it is done. */
    @Test
    void slotsOfASwitchNeedWhatHpbussizeHolds() {
        String host = "sample:sriov-undersized-port";
        String four = Run.of("plan", host, "--plug", "00:03.0=switch:4,hotplug", "--hpbussize", "8")
                .out()
                .replaceAll("\\s+", " ");
        assertThat(four)
                .contains("The switch with 4 ports below it needs 34 bus numbers with hpbussize 8, and [03-06] holds 4")
                .contains("Take a switch with at most 1 port, or have firmware leave 0000:00:03.0 34 numbers, or boot")
                .contains("the switch needs 34 bus numbers with hpbussize 8, and [03-06] has 4");
        assertThat(Run.of("plan", host, "--plug", "00:03.0=switch:2,hotplug", "--hpbussize", "8")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("needs 18 bus numbers")
                .contains("at most 1 port, or have firmware leave 0000:00:03.0 18 numbers");
        assertThat(Run.of("plan", host, "--plug", "00:03.0=switch:1,hotplug", "--hpbussize", "8")
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(Run.of("plan", host, "--plug", "00:03.0=switch:4,hotplug", "--hpbussize", "8", "--assign-busses")
                        .out())
                .contains("[04-25]");
    }

    @Test
    void hotAddNeedsTheSameNumbersAsABoot() {
        assertThat(Run.of("plan", "sample:siov-server", "--siov-kernel", "--plug", "02:02.0=switch:4,sdis=1024/1/1")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("The switch with 4 ports below it needs 22 bus numbers, and [09-0a] holds 2")
                .contains("the switch needs 22 bus numbers, and [09-0a] has 2");
    }

    @Test
    void numberedAnewTheAdviceIsWhatHelpsThen() {
        Run run = Run.of("plan", "sample:siov-server", "--assign-busses", "--hpbussize", "255");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("to do Lower hpbussize, or have firmware give the root bus a wider bus window, or boot with")
                .doesNotContain("leave more numbers")
                .contains("none of 1,024 SDIs of 0000:04:00.0 fit, 1,024 today")
                .contains("SDI_BEYOND_SUBORDINATE 0000:04:00.0: All 1,024 SDIs lie out of reach: bus 40 lies outside"
                        + " [02-3f] of 0000:01:00.0");
    }

    @Test
    void aSlotThatIsTakenTakesNoCard() {
        Run run = Run.of("plan", "sample:siov-server", "--plug", "00:02.0=card");

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.out())
                .contains("fails at          0000:00:02.0 · There is something plugged in already: 0000:0b:00.0\n")
                .contains("to do           Choose an empty port: 0000:02:02.0 is an empty hot-plug port\n")
                .doesNotContain("HOT_ADD_NO_NUMBER");
    }

    @Test
    void aFunctionWithoutVfsIsAnAnswer() {
        Run run = Run.of("plan", UNDERSIZED, "--vfs", "00:01.0=4");

        assertThat(run.code()).isEqualTo(ExitCode.NO);
        assertThat(run.out()).contains("0000:00:01.0 has no VFs to enable");
    }
}
