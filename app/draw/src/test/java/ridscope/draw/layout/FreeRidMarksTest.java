package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.plan.SoftwareRids;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

class FreeRidMarksTest {

    private final Topology topology = Enumerator.enumerate(
            new HostBuilder()
                    .rootBus(0, 0x1f)
                    .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 9))
                    .function("01:00.0", ConfigBuilder.endpoint(0x8086, 2, 0x020000))
                    .function("01:00.3", ConfigBuilder.endpoint(0x8086, 2, 0x020000))
                    .function("00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 0, 0))
                    .build(),
            Feedback.NONE);
    private final RidMap map = RidMap.of(topology, Segment.ZERO);
    private final RidMapPicture plain = new RidMapLayout(
                    FontMetricsTable.bundled(), new StandardDeviceNames(PciIds.EMPTY))
            .layout(topology, map, ViewOptions.DEFAULT);

    private SoftwareRids free(String port) {
        return SoftwareRids.below(
                map, topology.function(FunctionAddress.of(port)).orElseThrow());
    }

    private List<Mark> added(RidMapPicture picture) {
        return picture.diagram()
                .marks()
                .subList(
                        plain.diagram().marks().size(),
                        picture.diagram().marks().size());
    }

    @Test
    void justTheFreeIdsOfRowsGetADoubleLine() {
        SoftwareRids free = free("00:01.0");
        List<Mark> added = added(FreeRidMarks.on(plain, free));
        TreeSet<String> drawn = new TreeSet<>();
        TreeSet<String> expected = new TreeSet<>();
        for (int rid = 0x100; rid <= 0x3ff; rid++) {
            RoutingId id = new RoutingId(rid);
            Rect cell = plain.geometry().cell(id);
            long lines = added.stream()
                    .map(Mark::bounds)
                    .filter(b -> b.x() <= cell.x() && b.right() >= cell.right())
                    .filter(b -> b.y() > cell.y() && b.bottom() < cell.bottom())
                    .count();
            assertThat(lines).isIn(0L, 2L);
            if (lines == 2) {
                drawn.add(id.toString());
            }
            if (free.runs().stream()
                    .anyMatch(r -> r.first().value() <= id.value()
                            && id.value() <= r.last().value())) {
                expected.add(id.toString());
            }
        }
        assertThat(drawn).isEqualTo(expected).contains("01:00.1", "02:00.0").doesNotContain("01:00.0", "01:00.3");
    }

    @Test
    void aFoldedStripHasOneDoubleLine() {
        RidMapGeometry.Row strip = plain.geometry().row(9);
        assertThat(strip.folded()).isTrue();
        List<Mark> added = added(FreeRidMarks.on(plain, free("00:01.0")));
        assertThat(added)
                .filteredOn(m -> m.bounds().y() > strip.top() && m.bounds().bottom() < strip.bottom())
                .hasSize(2);
        assertThat(added).extracting(Mark::id).doesNotHaveDuplicates();
    }

    @Test
    void aPortWithoutBusesChangesNothing() {
        assertThat(FreeRidMarks.on(plain, free("00:02.0"))).isSameAs(plain);
    }

    @Test
    void theLegendNamesWhoseRuleItIs() {
        RidMapPicture marked = FreeRidMarks.on(plain, free("00:01.0"));
        assertThat(new MarksLegend(FontMetricsTable.bundled())
                        .below(marked.diagram())
                        .marks())
                .filteredOn(Mark.Label.class::isInstance)
                .extracting(m -> ((Mark.Label) m).text())
                .contains("free for software (RIDscope's rule)");
    }
}
