package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.Overlay;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

class OverlayTest {

    /** A switch without ACS: two devices and their ports in group 4, a third device by itself. */
    private static final HostSnapshot SHARED = new HostBuilder()
            .rootBus(0, 0x0f)
            .function("00:01.0", Hosts.rootPort(1, 4), os -> os.group(1))
            .function("01:00.0", Hosts.upstream(1, 2, 4), os -> os.group(4))
            .function("02:00.0", Hosts.downstream(2, 3, 3), os -> os.group(4))
            .function("02:01.0", Hosts.downstream(2, 4, 4), os -> os.group(4))
            .function("03:00.0", Hosts.nvme(), os -> os.group(4).driver("nvme").numa(1))
            .function("04:00.0", Hosts.nvme(), os -> os.group(4))
            .function("00:02.0", Hosts.rootPort(5, 5), os -> os.group(2))
            .function("05:00.0", Hosts.nvme(), os -> os.group(9))
            .function("00:1f.0", ConfigBuilder.endpoint(0x8086, 0x7a04, 0x060100), os -> os.group(4))
            .build();

    private static TopologyPicture picture(HostSnapshot host, Overlay... overlays) {
        return picture(Pictures.topology(host), TopologyOptions.DEFAULT, overlays);
    }

    private static TopologyPicture picture(Topology topology, TopologyOptions options, Overlay... overlays) {
        return Pictures.of(
                topology, ViewOptions.DEFAULT.withLegend(true).withTopology(options.withOverlays(Set.of(overlays))));
    }

    private static List<String> texts(TopologyPicture picture) {
        return picture.diagram().marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    private static List<Mark.Box> fences(TopologyPicture picture) {
        return picture.diagram().marks().stream()
                .filter(m -> m.role() == Role.GROUP && !m.id().value().startsWith("legend"))
                .map(m -> (Mark.Box) m)
                .toList();
    }

    @Test
    void nothingIsToldUnlessItIsAskedFor() {
        TopologyPicture plain = picture(SHARED);
        assertThat(fences(plain)).isEmpty();
        assertThat(texts(plain)).noneMatch(t -> t.contains("group") || t.contains("driver"));
        assertThat(plain.diagram().marks()).noneMatch(m -> m.role() == Role.GOOD);
    }

    @Test
    void cardsTellDriverGroupAndNode() {
        assertThat(texts(picture(SHARED, Overlay.DRIVERS))).contains("nvme", "no driver");
        assertThat(texts(picture(SHARED, Overlay.NUMA))).contains("node 1", "no node");
        assertThat(texts(picture(SHARED, Overlay.DRIVERS, Overlay.IOMMU_GROUPS, Overlay.NUMA)))
                .containsSequence("03:00.0", "NVMe", "nvme", "group 4", "node 1")
                .containsSequence("05:00.0", "NVMe", "no driver", "group 9", "no node");
    }

    @ParameterizedTest
    @EnumSource(LabelPreset.class)
    void whatAnOverlayTellsTheLabelDoesNotSayAgain(LabelPreset labels) {
        TopologyOptions options =
                TopologyOptions.DEFAULT.withOverlays(Set.of(Overlay.DRIVERS, Overlay.IOMMU_GROUPS, Overlay.NUMA));
        List<String> texts = texts(Pictures.of(
                Pictures.topology(SHARED), new ViewOptions(labels, Set.of(), true, false).withTopology(options)));
        List<String> card = texts.subList(texts.indexOf("03:00.0"), texts.indexOf("04:00.0"));
        for (String told : List.of("nvme", "group 4", "node 1")) {
            assertThat(String.join(" · ", card).split(told, -1)).as(told).hasSize(2);
        }
        assertThat(texts)
                .filteredOn(text -> text.startsWith("00:1f.0") || text.contains("no driver"))
                .noneMatch(text -> text.split("group 4", -1).length > 2);
    }

    @Test
    void whatTheSourceTellsOfNobodyIsUnknown() {
        assertThat(texts(picture(Hosts.links(), Overlay.DRIVERS, Overlay.IOMMU_GROUPS, Overlay.NUMA)))
                .containsSequence("driver unknown", "group unknown", "node unknown");
    }

    @Test
    void aFenceHoldsMembersAndNobodyElse() {
        TopologyPicture picture = picture(SHARED, Overlay.IOMMU_GROUPS);
        assertThat(fences(picture)).isNotEmpty().allMatch(f -> f.title().equals("IOMMU group 4: 6 functions"));
        for (String member : List.of("01:00.0", "02:00.0", "02:01.0", "03:00.0", "04:00.0", "00:1f.0")) {
            assertThat(around(picture, member)).as(member).isPresent();
        }
        for (String other : List.of("00:01.0", "00:02.0", "05:00.0")) {
            assertThat(around(picture, other)).as(other).isEmpty();
        }
        assertThat(around(picture, "03:00.0")).as("below the same switch").isEqualTo(around(picture, "04:00.0"));
    }

    private static Optional<Mark.Box> around(TopologyPicture picture, String function) {
        Rect box = picture.boundsOf(Pictures.function(function)).orElseThrow();
        return fences(picture).stream().filter(f -> f.bounds().intersects(box)).findFirst();
    }

    @Test
    void linksTellTheirHealth() {
        TopologyPicture picture = picture(FlagshipHost.snapshot(), Overlay.LINK_HEALTH);
        assertThat(texts(picture)).anyMatch(t -> t.endsWith(" · full")).anyMatch(t -> t.contains("below capability"));
        Set<Role> roles = picture.diagram().marks().stream()
                .filter(Mark.Wire.class::isInstance)
                .map(Mark::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        assertThat(roles).contains(Role.GOOD, Role.CONFLICT);
        assertThat(texts(picture)).contains("link at what both ends can do");
    }

    @ParameterizedTest
    @EnumSource(Overlay.class)
    void picturesStayInOrder(Overlay overlay) {
        for (TopologyOptions options : List.of(TopologyOptions.DEFAULT, TopologyOptions.INTERACTIVE)) {
            Geometry.check(picture(Pictures.topology(FlagshipHost.snapshot()), options, overlay)
                    .diagram());
            Geometry.check(picture(Pictures.topology(SHARED), options, overlay).diagram());
        }
    }
}
