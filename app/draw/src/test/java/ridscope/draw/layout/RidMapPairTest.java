package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

/** Two maps of one segment beside each other. */
class RidMapPairTest {

    private static Topology host(int bus) {
        String address = String.format("%02x:00.0", bus);
        return Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(0, 0x3f)
                        .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, bus, bus))
                        .function(address, ConfigBuilder.endpoint(0x8086, 2, 0x020000))
                        .build(),
                Feedback.NONE);
    }

    private static RidMap map(Topology topology) {
        return RidMap.of(topology, Segment.ZERO);
    }

    @Test
    void everyBusHasTheSamePlaceInBoth() {
        Topology before = host(0x08);
        Topology after = host(0x20);
        RidMapLayout layout = new RidMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly());
        RidMapLayout.Pair pair = layout.layout(before, map(before), after, map(after), ViewOptions.DEFAULT);
        RidMapGeometry left = pair.before().geometry();
        RidMapGeometry right = pair.after().geometry();
        assertThat(right.rows()).isEqualTo(left.rows());
        assertThat(right.cell(RoutingId.of(0x20, 0))).isEqualTo(left.cell(RoutingId.of(0x20, 0)));
        assertThat(left.folded(0x20)).isFalse();
        assertThat(right.folded(0x08)).isFalse();
        assertThat(left.folded(0x10)).isTrue();
        assertThat(layout.layout(before, map(before), ViewOptions.DEFAULT)
                        .geometry()
                        .folded(0x20))
                .as("alone it folds what only the other has")
                .isTrue();
    }
}
