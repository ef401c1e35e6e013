package ridscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.enumerate.Enumerator;
import ridscope.enumerate.QemuCapture;
import ridscope.enumerate.QemuCapture.Telling;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.PlannedHost;
import ridscope.plan.Wishes;
import ridscope.source.Fixtures;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

/** Real kernels before and after, and every sample with itself. */
class ComparisonCapturesTest {

    @ParameterizedTest
    @CsvSource({
        "c-nvme-sriov, boot, vf8, vfs 01:00.0 0 -> 8 -0 +8",
        "f-pxb, boot, vfs, vfs 26:00.0 0 -> 8 -0 +8",
        "i-arm64, boot, vf16, vfs 0a:00.0 0 -> 16 -0 +16",
        "m-siov, boot, vf7, vfs 02:00.0 0 -> 7 -0 +7",
    })
    void enablingVfsIsAllThatHappened(String machine, String before, String after, String line) throws IOException {
        for (Telling telling : Telling.values()) {
            Comparison comparison = Comparison.of(capture(machine, before, telling), capture(machine, after, telling));
            assertThat(Hosts.lines(comparison))
                    .as("%s %s", machine, telling)
                    .filteredOn(l -> !l.contains("VF offset and stride"))
                    .containsExactly(line);
        }
    }

    /** What the same machine would be with its buses numbered by Linux rather than by its firmware. */
    @ParameterizedTest
    @CsvSource({"b-switch, 1, 0", "b-switch, 4, 5", "c-nvme-sriov, 1, 0", "f-pxb, 1, 0", "m-siov, 4, 6"})
    void theSameMachineNumberedByLinuxIsTheSame(String machine, int hpbussize, int least) throws IOException {
        Topology before = capture(machine, "boot", Telling.REGISTERS);
        BusPlan plan =
                BusPlanner.plan(before, Wishes.none().withAssignBusses(true).withHpbussize(hpbussize));
        Topology after = Enumerator.enumerate(PlannedHost.of(before, plan), Feedback.NONE);

        Comparison comparison = Comparison.of(before, after);

        assertThat(comparison.readdressed()).isEqualTo(plan.moved()).hasSizeGreaterThanOrEqualTo(least);
        assertThat(comparison.changes(Change.Gone.class)).isEmpty();
        assertThat(comparison.changes(Change.New.class)).isEmpty();
        assertThat(comparison.changes(Change.Moved.class)).isEmpty();
    }

    @Test
    void withoutRootRightsOnlyWhatIsKnownCounts() throws IOException {
        Topology whole = capture("m-siov", "boot", Telling.SYSFS);
        Topology little = capture("m-siov", "boot", Telling.UNPRIVILEGED);

        for (Comparison comparison : List.of(Comparison.of(whole, little), Comparison.of(little, whole))) {
            assertThat(Hosts.lines(comparison)).isEmpty();
            assertThat(comparison.pairs()).hasSize(whole.functions().size());
            assertThat(comparison.notComparable())
                    .extracting(NotComparable::what)
                    .contains(NotComparable.What.CAPABILITIES);
        }
    }

    static List<String> samples() {
        return SampleCorpus.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsTheSameAsItself(String name) throws Exception {
        Topology topology = SampleCorpus.topology(name);
        Comparison comparison = Comparison.of(topology, SampleCorpus.topology(name));

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.notComparable()).isEmpty();
        assertThat(comparison.pairs()).hasSize(topology.functions().size());
        assertThat(FindingChanges.of(comparison).same()).isTrue();
    }

    private static Topology capture(String machine, String phase, Telling telling) throws IOException {
        return Enumerator.enumerate(
                new QemuCapture(Fixtures.path("qemu/" + machine + "/" + phase + ".json")).snapshot(telling),
                Feedback.NONE);
    }
}
