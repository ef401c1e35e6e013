package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.diff.Comparison;
import ridscope.diff.Fate;
import ridscope.diff.FunctionFate;
import ridscope.diff.FunctionFates;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

/** Two hosts on one map. */
class CompareMapLayoutTest {

    private static final int NIC = 0x020000;

    private static ConfigBuilder port(int bus) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, bus, bus);
    }

    private static ConfigBuilder card(int device) {
        return ConfigBuilder.endpoint(0x15b3, device, NIC).dsn(0x1000L + device);
    }

    private static Topology topology(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    private static HostBuilder board() {
        return new HostBuilder().rootBus(0, 0xff).function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x0998));
    }

    /** Card 1 stays, 2 is renumbered from 02 to 03, 3 was on 03 and is gone, 4 is new on 02. */
    private static List<FunctionFate> fates() {
        Topology before = topology(board().function("00:01.0", port(1))
                .function("00:02.0", port(2))
                .function("00:03.0", port(3))
                .function("01:00.0", card(1))
                .function("02:00.0", card(2))
                .function("03:00.0", card(3)));
        Topology after = topology(board().function("00:01.0", port(1))
                .function("00:02.0", port(3))
                .function("00:04.0", port(2))
                .function("01:00.0", card(1))
                .function("03:00.0", card(2))
                .function("02:00.0", card(4)));
        return FunctionFates.of(Comparison.of(before, after));
    }

    private static CompareMapPicture picture(List<FunctionFate> fates) {
        return new CompareMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly()).layout(fates, Segment.ZERO);
    }

    private static List<String> ids(CompareMapPicture picture, String prefix) {
        return picture.diagram().marks().stream()
                .map(mark -> mark.id().value())
                .filter(id -> id.startsWith(prefix) && !id.endsWith("-1") && !id.endsWith("-2"))
                .toList();
    }

    @Test
    void eachFateHasItsMarkAndWhatMovedAnArrow() {
        CompareMapPicture picture = picture(fates());
        assertThat(ids(picture, "same-"))
                .containsExactly("same-0000-00-00.0", "same-0000-00-01.0", "same-0000-01-00.0");
        assertThat(ids(picture, "old-place-")).containsExactly("old-place-0000-02-00.0");
        assertThat(ids(picture, "new-place-")).containsExactly("new-place-0000-03-00.0");
        assertThat(ids(picture, "gone-")).containsExactly("gone-0000-00-03.0", "gone-0000-03-00.0");
        assertThat(ids(picture, "new-0000")).containsExactly("new-0000-00-04.0", "new-0000-02-00.0");
        assertThat(ids(picture, "arrow-")).containsExactly("arrow-0000-02-00.0-0000-03-00.0");
        assertThat(labels(picture.gutter(1, 0, 1_000))).containsExactly("00", "01", "02", "03");
    }

    private static List<String> labels(Diagram diagram) {
        return diagram.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
    }

    @Test
    void axesHaveTextOfOneSizeAndLeaveOutWhatHasNoRoom() {
        CompareMapPicture picture = picture(fates());
        assertThat(labels(picture.heads(1, 0, 500)))
                .containsExactly("00", "0", "01", "0", "02", "0", "03", "0", "04", "0");
        assertThat(labels(picture.gutter(0.3, 0, 1_000))).containsExactly("00", "02");
        assertThat(labels(picture.gutter(1, 64, 1_000))).as("further down").containsExactly("03");
        for (double scale : new double[] {0.1, 0.5, 1, 4}) {
            Diagram left = picture.gutter(scale, 0, 300);
            Diagram top = picture.heads(scale, 0, 300);
            assertThat(left.width()).isEqualTo(picture.gutterWidth());
            assertThat(top.height()).isEqualTo(picture.headsHeight());
            assertApart(left);
            assertApart(top);
        }
    }

    private static void assertApart(Diagram axis) {
        List<Rect> all = axis.marks().stream().map(Mark::bounds).toList();
        for (int i = 0; i < all.size(); i++) {
            Rect one = all.get(i).grown(-1.5);
            assertThat(all.subList(i + 1, all.size()).stream()
                            .filter(other -> other.grown(-1.5).intersects(one)))
                    .as("%s", axis.marks())
                    .isEmpty();
        }
    }

    @Test
    void theLegendBelowTheMapExplainsWhatOccursAndWrapsAtItsWidth() {
        DoubleFunction<Diagram> legend = picture(fates()).legend();
        assertThat(labels(legend.apply(2_000))).hasSize(7).last().isEqualTo("from old to new");
        assertThat(legend.apply(200).height()).isGreaterThan(legend.apply(2_000).height());
        assertThat(legend.apply(200).marks()).allMatch(mark -> mark.bounds().right() <= 200);
    }

    @Test
    void anArrowBeginsInTheOldCellAndItsTipIsAtTheNewOne() {
        CompareMapPicture picture = picture(fates());
        Mark.Wire arrow = (Mark.Wire) mark(picture, "arrow-0000-02-00.0-0000-03-00.0");
        Rect old = picture.geometry().cell(RoutingId.of(2, 0)).orElseThrow();
        Rect now = picture.geometry().cell(RoutingId.of(3, 0)).orElseThrow();
        assertThat(old.contains(arrow.points().get(0).x(), arrow.points().get(0).y()))
                .isTrue();
        assertThat(now.grown(1)
                        .contains(
                                arrow.points().get(1).x(), arrow.points().get(1).y()))
                .isTrue();
        assertThat(fates().stream().flatMap(fate -> picture.arrow(fate).stream()))
                .as("lit where it is drawn")
                .containsExactly(arrow);
        assertThat(arrow.target()).contains(new Target.OfFunction(FunctionAddress.of("03:00.0")));
    }

    @Test
    void whatSharesARoutingIdStandsSideBySide() {
        CompareMapPicture picture = picture(fates());
        Rect was = mark(picture, "gone-0000-03-00.0").bounds();
        Rect is = mark(picture, "new-place-0000-03-00.0").bounds();
        Rect cell = picture.geometry().cell(RoutingId.of(3, 0)).orElseThrow();
        assertThat(was.right()).isEqualTo(is.x());
        assertThat(was.x()).isEqualTo(cell.x());
        assertThat(is.right()).isEqualTo(cell.right());
        assertThat(mark(picture, "gone-0000-03-00.0").target())
                .contains(new Target.OfRid(FunctionAddress.of("03:00.0")));
    }

    @Test
    void labelsOverlapNeitherEachOtherNorCellsAndStayInside() {
        for (CompareMapPicture picture : List.of(picture(fates()), picture(shifted(200)), picture(manyVfs()))) {
            List<Mark> labels = new ArrayList<>();
            List<Rect> cells = new ArrayList<>();
            for (Mark mark : picture.diagram().marks()) {
                if (mark instanceof Mark.Label) {
                    labels.add(mark);
                } else if (mark instanceof Mark.Cells) {
                    cells.add(mark.bounds());
                }
            }
            for (int i = 0; i < labels.size(); i++) {
                Rect own = labels.get(i).bounds();
                assertThat(own.x()).isNotNegative();
                assertThat(own.right()).isLessThanOrEqualTo(picture.diagram().width());
                assertThat(own.bottom()).isLessThanOrEqualTo(picture.diagram().height());
                assertThat(cells).as(labels.get(i).id().value()).noneMatch(own::intersects);
                for (int j = 0; j < i; j++) {
                    assertThat(own.intersects(labels.get(j).bounds()))
                            .as(labels.get(i).id() + " on " + labels.get(j).id())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void namesOfMarksAreUnique() {
        for (CompareMapPicture picture : List.of(picture(fates()), picture(shifted(200)), picture(manyVfs()))) {
            Set<String> seen = new HashSet<>();
            assertThat(picture.diagram().marks())
                    .allMatch(mark -> seen.add(mark.id().value()));
        }
    }

    /** Behind each of so many ports one card, every bus one higher than before. */
    private static List<FunctionFate> shifted(int cards) {
        HostBuilder before = board();
        HostBuilder after = board();
        for (int i = 0; i < cards; i++) {
            String port = String.format("00:%02x.%d", 1 + i / 8, i % 8);
            before.function(port, port(1 + i)).function(String.format("%02x:00.0", 1 + i), card(i));
            after.function(port, port(2 + i)).function(String.format("%02x:00.0", 2 + i), card(i));
        }
        return FunctionFates.of(Comparison.of(topology(before), topology(after)));
    }

    @Test
    void arrowsAreLimitedAndTheRestIsCountedButEachCanBeAskedFor() {
        List<FunctionFate> fates = shifted(200);
        CompareMapPicture picture = picture(fates);
        assertThat(ids(picture, "arrow-")).hasSize(CompareArrows.MOST);
        assertThat(((Mark.Label) mark(picture, "remark-0")).text())
                .isEqualTo("80 more arrows are not drawn; that of the selected function always is.");
        assertThat(fates.stream().filter(f -> f.fate() == Fate.RENUMBERED))
                .hasSize(200)
                .allMatch(fate -> picture.arrow(fate).isPresent());
        assertThat(fates.stream().filter(f -> f.fate() != Fate.RENUMBERED))
                .allMatch(fate -> picture.arrow(fate).isEmpty());
    }

    /** 128 VFs of one PF that are enabled later. */
    private static List<FunctionFate> manyVfs() {
        HostBuilder before = board().function("00:01.0", port(1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 0x1592, NIC).srIov(128, 8, 1, 0x1889));
        HostBuilder after = board().function("00:01.0", port(1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 0x1592, NIC).srIovEnabled(128, 128, 8, 1, 0x1889));
        for (int vf = 0; vf < 128; vf++) {
            RoutingId rid = RoutingId.of(1, 8 + vf);
            after.function(rid.toString(), ConfigBuilder.endpoint(0x8086, 0x1889, NIC), os -> os.vfOf("0000:01:00.0"));
        }
        return FunctionFates.of(Comparison.of(topology(before), topology(after)));
    }

    @Test
    void vfsOfOneFateAreOneMarkWhereCellsAreNarrow() {
        CompareMapPicture picture = picture(manyVfs());
        Mark.Cells run = (Mark.Cells) mark(picture, "new-0000-01-01.0");
        assertThat(run.count()).isEqualTo(128);
        assertThat(run.target()).contains(new Target.OfVfs(FunctionAddress.of("01:00.0")));
        Rect last = picture.geometry().cell(RoutingId.of(1, 8 + 127)).orElseThrow();
        assertThat(run.bounds().right()).isEqualTo(last.right());
        assertThat(picture.geometry().ridAt(last.centerX(), last.centerY())).contains(RoutingId.of(1, 8 + 127));
    }

    @Test
    void aSegmentThatNeitherHasSaysSo() {
        CompareMapPicture picture = picture(List.of());
        assertThat(((Mark.Label) mark(picture, "remark-0")).text())
                .isEqualTo("Neither host has a function in this segment.");
    }

    private static Mark mark(CompareMapPicture picture, String id) {
        return picture.diagram().marks().stream()
                .filter(mark -> mark.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
