package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Finding;
import ridscope.rules.Severity;
import ridscope.rules.Subject;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

class FindingMarksTest {

    private final Topology topology = topology(FlagshipHost.snapshot());
    private final TopologyPicture picture = picture(topology);

    @Test
    void nothingToMarkIsTheSamePicture() {
        assertThat(marked()).isSameAs(picture);
        assertThat(marked(finding("X", Severity.INFO, "0c:00.0"), finding("Y", Severity.NOT_CHECKED, "0c:00.0")))
                .isSameAs(picture);
        assertThat(marked(finding("X", Severity.ERROR, "7f:00.0"))).isSameAs(picture);
    }

    @Test
    void aNodeHasOneBadgeAndItsTitleSaysWhy() {
        TopologyPicture marked = marked(
                finding("A", Severity.ERROR, "0d:00.0"),
                finding("B", Severity.WARNING, "0d:00.0"),
                finding("C", Severity.WARNING, "00:02.0"));
        assertThat(signs(marked.diagram())).containsExactlyInAnyOrder("×", "!");
        Mark.Box card = (Mark.Box) marked.markOf(function("0d:00.0")).orElseThrow();
        Mark.Cross badge = (Mark.Cross) badge(marked, "0d:00.0");
        assertThat(card.title()).endsWith("error: A at 0d:00.0 · warning: B at 0d:00.0");
        assertThat(badge.title()).isEqualTo("error: A at 0d:00.0 · warning: B at 0d:00.0");
        assertThat(badge.bounds().intersects(card.bounds())).isTrue();
        assertThat(badge.target()).as("a click reaches the card").isEmpty();
    }

    @Test
    void whatTheCardSaysInWordsHasNoBadge() {
        Finding beyond = finding("SDI_BEYOND_SUBORDINATE", Severity.WARNING, "0c:00.0");
        assertThat(signs(marked(beyond).diagram())).isEmpty();
        assertThat(((Mark.Box) marked(beyond).markOf(function("0c:00.0")).orElseThrow()).title())
                .endsWith("warning: SDI_BEYOND_SUBORDINATE at 0c:00.0");
        assertThat(signs(marked(finding("SDI_BEYOND_SUBORDINATE", Severity.WARNING, "04:00.0"))
                        .diagram()))
                .as("that card has no words")
                .containsExactly("!");
        assertThat(((Mark.Cross) badge(marked(beyond, finding("OTHER", Severity.ERROR, "0c:00.0")), "0c:00.0")).title())
                .isEqualTo("error: OTHER at 0c:00.0");
    }

    @Test
    void whatTheLinkSaysInWordsHasNoBadge() {
        assertThat(signs(marked(finding("LINK_BELOW_CAPABILITY", Severity.WARNING, "0b:00.0"))
                        .diagram()))
                .isEmpty();
    }

    @Test
    void whatTheBootLogHasAMarkForHasNoBadge() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 2, 0x020000))
                .bootLog("[    1.2] pci 0000:00:01.0: bridge has subordinate 01 but max busn 03")
                .build();
        Topology logged = topology(host);
        String id = logged.logNotes().get(0).finding().orElseThrow();
        FindingMarks marks = new FindingMarks(FontMetricsTable.bundled(), logged);
        assertThat(signs(marks.on(picture(logged), List.of(finding(id, Severity.WARNING, "00:01.0")))
                        .diagram()))
                .isEmpty();
        assertThat(signs(marks.on(picture(logged), List.of(finding("OTHER", Severity.WARNING, "00:01.0")))
                        .diagram()))
                .containsExactly("!");
    }

    @Test
    void whatIsBehindOneMarkIsCounted() {
        assertThat(signs(marked(
                                finding("A", Severity.WARNING, "03:10.0"),
                                finding("A", Severity.WARNING, "03:10.2"),
                                finding("B", Severity.ERROR, "03:10.2"))
                        .diagram()))
                .containsExactly("×", "2");
    }

    @Test
    void everythingElseStaysWhereItIs() {
        Diagram plain = picture.diagram();
        Diagram marked = marked(finding("A", Severity.ERROR, "0d:00.0")).diagram();
        assertThat(marked.width()).isEqualTo(plain.width());
        assertThat(marked.height()).isEqualTo(plain.height());
        assertThat(new MarksLegend(FontMetricsTable.bundled()).below(plain)).isSameAs(plain);
        List<Rect> places = marked.marks().stream().map(Mark::bounds).toList();
        assertThat(places.subList(0, plain.marks().size()))
                .isEqualTo(plain.marks().stream().map(Mark::bounds).toList());
        assertThat(marked.marks().stream().map(Mark::id).distinct())
                .hasSize(marked.marks().size());
        Rect all = new Rect(0, 0, marked.width(), marked.height());
        assertThat(places).allMatch(r -> all.union(r).equals(all));
    }

    @Test
    void aRowOfTheMapHasOneBadgeUnlessItIsMarkedAnyhow() {
        RidMapPicture map = new RidMapLayout(FontMetricsTable.bundled(), new StandardDeviceNames(PciIds.EMPTY))
                .layout(topology, RidMap.of(topology, Segment.ZERO), ViewOptions.DEFAULT);
        RidMapFindingMarks marks = new RidMapFindingMarks(FontMetricsTable.bundled());
        List<Finding> anyhow =
                List.of(finding("IOV_COLLISION", Severity.ERROR, "0d:00.0"), finding("A", Severity.INFO, "0d:00.0"));
        assertThat(marks.on(map, Segment.ZERO, anyhow)).isSameAs(map);
        List<Finding> some = List.of(
                finding("A", Severity.WARNING, "00:01.0"),
                finding("B", Severity.WARNING, "00:02.0"),
                finding("C", Severity.ERROR, "0d:00.0"));
        assertThat(marks.on(map, new Segment(1), some)).as("another segment").isSameAs(map);
        RidMapPicture marked = marks.on(map, Segment.ZERO, some);
        List<Mark> badges = marked.diagram().marks().stream()
                .filter(m -> m.id().value().startsWith("finding-"))
                .toList();
        assertThat(badges.get(0)).isInstanceOf(Mark.Alert.class);
        assertThat(badges.get(1)).isInstanceOf(Mark.Cross.class);
        assertThat(badges.get(1).target()).contains(function("0d:00.0"));
        for (Mark badge : badges) {
            assertThat(badge.bounds().right()).isLessThan(marked.diagram().width());
            assertThat(badge.bounds().x())
                    .isGreaterThan(map.geometry().rowRect(0).right());
        }
        assertThat(map.geometry()
                        .rowRect(0x0d)
                        .intersects(new Rect(
                                map.geometry().left(), badges.get(1).bounds().centerY(), 1, 1)))
                .isTrue();
    }

    @Test
    void theLegendExplainsTheSignsThatOccur() {
        Diagram warned = marked(finding("A", Severity.WARNING, "0d:00.0")).diagram();
        assertThat(explained(warned)).containsExactly("warning found");
        Diagram both = marked(finding("A", Severity.WARNING, "0d:00.0"), finding("B", Severity.ERROR, "00:02.0"))
                .diagram();
        assertThat(explained(both)).containsExactly("error found", "warning found");
    }

    private static List<String> explained(Diagram diagram) {
        Diagram explained = new MarksLegend(FontMetricsTable.bundled()).below(diagram);
        List<Mark> added = explained
                .marks()
                .subList(diagram.marks().size(), explained.marks().size());
        Rect all = new Rect(0, 0, explained.width(), explained.height());
        assertThat(added)
                .allMatch(m -> m.bounds().y() > diagram.height() - 8
                        && all.union(m.bounds()).equals(all));
        return added.stream()
                .filter(Mark.Label.class::isInstance)
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    private TopologyPicture marked(Finding... findings) {
        return new FindingMarks(FontMetricsTable.bundled(), topology).on(picture, List.of(findings));
    }

    private static Finding finding(String id, Severity severity, String address) {
        Subject subject = Subject.of(FunctionAddress.of(address));
        return new Finding(id, "", severity, subject, id + " at " + address, "", "", List.of(), List.of());
    }

    /** The signs of badges, with the number beside one for several. */
    private static List<String> signs(Diagram diagram) {
        return diagram.marks().stream()
                .filter(m -> m.id().value().startsWith("finding-"))
                .flatMap(m -> {
                    if (m instanceof Mark.Label label) {
                        return Stream.of(label.text());
                    }
                    return m instanceof Mark.Box ? Stream.empty() : Stream.of(m instanceof Mark.Cross ? "×" : "!");
                })
                .toList();
    }

    private static Mark badge(TopologyPicture picture, String address) {
        String id = "finding-" + picture.markOf(function(address)).orElseThrow().id();
        return picture.diagram().marks().stream()
                .filter(m -> m.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Target function(String address) {
        return new Target.OfFunction(FunctionAddress.of(address));
    }

    private static Topology topology(HostSnapshot host) {
        return Enumerator.enumerate(host, Feedback.NONE);
    }

    private static TopologyPicture picture(Topology topology) {
        Map<Segment, RidMap> maps = Map.of(Segment.ZERO, RidMap.of(topology, Segment.ZERO));
        return new TopologyLayout(FontMetricsTable.bundled(), new StandardDeviceNames(PciIds.EMPTY))
                .picture(topology, maps, ViewOptions.DEFAULT);
    }
}
