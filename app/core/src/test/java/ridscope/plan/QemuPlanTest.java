package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.enumerate.Enumerator;
import ridscope.enumerate.QemuCapture;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.BusRange;
import ridscope.source.Fixtures;
import ridscope.topology.Topology;

/** What real kernels did with bus numbers against what the planner says. */
class QemuPlanTest {

    /** Linux numbered this machine itself, without firmware. */
    @Test
    void arrivesAtTheNumbersOfAKernelThatStartedFromScratch() throws IOException {
        Topology topology = open("i-arm64/boot.json");
        BusPlan plan = BusPlanner.plan(topology, Wishes.none().withAssignBusses(true));

        assertThat(planned(plan)).isEqualTo(registers(topology)).hasSize(18);
        assertThat(plan.moved()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b-switch/boot", "c-nvme-sriov/boot", "f-pxb/boot", "i-arm64/boot", "m-siov/boot"})
    void keepsFirmwaresNumbers(String capture) throws IOException {
        Topology topology = open(capture + ".json");
        BusPlan plan = BusPlanner.plan(topology, Wishes.none());

        assertThat(planned(plan)).isEqualTo(registers(topology)).isNotEmpty();
        assertThat(plan.bridges()).allMatch(BridgePlan::kept);
        assertThat(plan.moved()).isEmpty();
    }

    private static Topology open(String name) throws IOException {
        HostSnapshot snapshot = new QemuCapture(Fixtures.path("qemu/" + name)).snapshot(QemuCapture.Telling.SYSFS);
        Topology topology = Enumerator.enumerate(snapshot, Feedback.NONE);
        assertThat(topology.hostBridges()).allMatch(h -> BusRange.ALL.contains(h.buses()));
        return topology;
    }

    private static Map<String, String> planned(BusPlan plan) {
        Map<String, String> numbers = new TreeMap<>();
        plan.bridges()
                .forEach(b -> numbers.put(b.address().toString(), b.planned().toString()));
        return numbers;
    }

    private static Map<String, String> registers(Topology topology) {
        Map<String, String> numbers = new TreeMap<>();
        topology.functions()
                .forEach(f -> f.bridge()
                        .ifPresent(b -> numbers.put(
                                f.address().toString(), new BusNumbers(b.secondary(), b.subordinate()).toString())));
        return numbers;
    }
}
