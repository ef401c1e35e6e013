package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

/** A capture without a boot log: where the window of its root bus ends is a guess. */
class RidMapAssumedTest {

    private static Diagram map() {
        HostSnapshot host = new HostBuilder()
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234).length(256))
                .build();
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        return new RidMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly())
                .layout(
                        topology,
                        RidMap.of(topology, Segment.ZERO),
                        new ViewOptions(LabelPreset.SHORT, Set.of(), true, true))
                .diagram();
    }

    @Test
    void theDashedBracketIsExplained() {
        assertThat(map().marks())
                .filteredOn(m -> m.id().value().equals("legend-buses-assumed"))
                .singleElement()
                .satisfies(m -> assertThat(((Mark.Wire) m).ink()).isEqualTo(Ink.DASHED));
        assertThat(texts("legend-")).containsExactly("function", "bus range assumed");
    }

    @Test
    void freeBusesAreFreeInAnAssumedWindow() {
        assertThat(texts("folded-"))
                .singleElement()
                .asString()
                .matches(".* free in host bridge 00 \\((end )?assumed\\).*");
    }

    private static List<String> texts(String id) {
        return map().marks().stream()
                .filter(m -> m instanceof Mark.Label && m.id().value().startsWith(id))
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }
}
