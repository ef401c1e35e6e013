package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.FlagshipHost;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

/** How much a RID map in a window says, from one pixel per Routing ID to cells with text. */
class RidMapZoomTest {

    private static final double SCALE = 1.6;
    private static final Topology HOST = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);

    private static RidMapPicture map(RidMapOptions options) {
        ViewOptions view = ViewOptions.DEFAULT.withRidMap(options);
        return map(view);
    }

    private static RidMapPicture map(ViewOptions view) {
        return new RidMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly())
                .layout(HOST, RidMap.of(HOST, Segment.ZERO), view);
    }

    private static WrittenText paint(Diagram diagram, double scale) {
        WrittenText text = new WrittenText();
        Viewport all = new Viewport(new Rect(0, 0, diagram.width(), diagram.height()), scale);
        DiagramPainter.paint(new MarkIndex(diagram), Palettes.LIGHT, all, Set.of(), text);
        return text;
    }

    private static List<String> cells(RidMapOptions options, double pixels) {
        RidMapPicture wide = map(options).widened(pixels / RidMapGrid.CELL / SCALE);
        return paint(wide.diagram(), SCALE).texts().stream()
                .filter(text -> !text.contains("free in"))
                .toList();
    }

    /** 1,024 and 512 SDIs, 255 VFs, of which 128 share two lanes of a row, and 22 functions. */
    @Test
    void theMoreRoomTheMoreCellsSay() {
        assertThat(cells(RidMapOptions.BARE, 4)).isEmpty();
        assertThat(cells(RidMapOptions.BARE, 10)).as("as narrow as a line").isEmpty();
        List<String> functions = cells(RidMapOptions.BARE, 16);
        assertThat(functions)
                .as("what fills its cell: a sign leaves no room")
                .hasSize(38)
                .allMatch(t -> t.length() == 1);
        List<String> all = cells(RidMapOptions.BARE, 30);
        assertThat(all).as("every ID").hasSizeGreaterThan(1_800).contains("7").doesNotContain("1f.7");
        List<String> slots = cells(RidMapOptions.BARE, 46);
        assertThat(slots).hasSameSizeAs(all).contains("1f.7", "00.0").doesNotContain("7");
        List<String> near = cells(RidMapOptions.BARE, 130);
        assertThat(near)
                .hasSameSizeAs(all)
                .contains("00.1 SDI 0", "1f.7 SDI 254", "10.0 VF 0")
                .doesNotContain("1f.7", "10.0");
    }

    @Test
    void belowAPortWithAriForwardingFunctionsAreNumberedThrough() {
        List<String> slots = cells(RidMapOptions.BARE.withAri(true), 46);
        assertThat(slots).contains("0", "128", "255").doesNotContain("1f.7", "00.0");
        assertThat(cells(RidMapOptions.BARE.withAri(true), 130)).contains("255 SDI 254", "128 VF 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.76, 1, 2, 3.2, 8, 12, 16, 24, 30, 46, 64, 100, 140})
    void textNeverOverlapsAndIsNeverSmall(double pixels) {
        double times = Math.max(1, pixels / RidMapGrid.CELL / SCALE);
        RidMapPicture wide = map(RidMapOptions.BARE).widened(times);
        WrittenText text = paint(wide.diagram(), pixels / RidMapGrid.CELL / times);
        assertApart(text);
    }

    private static void assertApart(WrittenText text) {
        List<WrittenText.Written> sorted = text.all.stream()
                .sorted((a, b) -> Double.compare(a.place().y(), b.place().y()))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            WrittenText.Written one = sorted.get(i);
            assertThat(one.size()).as(one.text()).isGreaterThanOrEqualTo(11 - 1e-9);
            for (int j = i + 1;
                    j < sorted.size() && sorted.get(j).place().y() < one.place().bottom();
                    j++) {
                WrittenText.Written other = sorted.get(j);
                assertThat(one.place().intersects(other.place()))
                        .as("%s over %s", one, other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.04, 0.1, 0.38, 0.5, 0.75, 1, 1.6})
    void busNumbersAreThinnedOutInsteadOfShrinking(double scale) {
        RidMapPicture map = map(RidMapOptions.BARE);
        WrittenText text = paint(map.axes().left(scale, 0, map.diagram().height() * scale), 1);
        assertApart(text);
        assertThat(text.all).isNotEmpty();
        if (scale >= 0.6) {
            assertThat(text.texts()).as("a number for each row").hasSize(20);
        }
    }

    /** In every second row there is room: for the bus of the port and the one of the card, not for the empty one between. */
    @Test
    void busesWhereSomebodyAnswersKeepTheirNumber() {
        RidMapPicture map = map(RidMapOptions.BARE);
        List<String> texts = paint(map.axes().left(0.38, 0, 400), 1).texts();
        assertThat(texts).contains("00", "02", "0b", "0d", "40", "42").doesNotContain("0a", "09", "0e");
    }

    @ParameterizedTest
    @CsvSource({"0.76, 8", "1.34, 16", "2, 16", "3.2, 32", "16, 32", "40, 256"})
    void columnsHaveAsManyNumbersAsThereIsRoomFor(double cell, int expected) {
        for (boolean ari : new boolean[] {false, true}) {
            RidMapAxes axes = map(RidMapOptions.BARE.withAri(ari)).axes();
            WrittenText text = paint(axes.top(cell, 0, 256 * cell), 1);
            assertApart(text);
            if (!ari) {
                assertThat(text.all).hasSize(expected);
            }
        }
        RidMapAxes axes = map(RidMapOptions.BARE).axes();
        assertThat(paint(axes.top(40, 0, 10_240), 1).texts()).contains("00.0", "1f.7");
        assertThat(paint(map(RidMapOptions.BARE.withAri(true)).axes().top(40, 0, 10_240), 1)
                        .texts())
                .contains("0", "255");
    }

    @Test
    void numbersThatWouldBeCutOffAreLeftOut() {
        RidMapAxes axes = map(RidMapOptions.BARE).axes();
        assertThat(paint(axes.top(3.2, -5, 300), 1).all).allSatisfy(w -> {
            assertThat(w.place().x()).isNotNegative();
            assertThat(w.place().right()).isLessThanOrEqualTo(300);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 4, 40})
    void aWiderMapHasTheSameCells(double times) {
        RidMapPicture map = map(RidMapOptions.BARE);
        RidMapPicture wide = map.widened(times);
        for (int rid = 0; rid < 0x5000; rid += 77) {
            RoutingId id = new RoutingId(rid);
            Rect cell = wide.geometry().cell(id);
            assertThat(cell.width()).isEqualTo(RidMapGrid.CELL * times);
            assertThat(wide.geometry().ridAt(cell.centerX(), cell.centerY()))
                    .isEqualTo(map.geometry().ridAt(map.geometry().cell(id).centerX(), cell.centerY()));
        }
        Rect mark = wide.diagram()
                .marksOf(new Target.OfFunction(FunctionAddress.of("03:00.1")))
                .get(0)
                .bounds();
        assertThat(wide.geometry().ridAt(mark.centerX(), mark.centerY())).contains(RoutingId.of(3, 1));
        assertThat(wide.diagram().marks())
                .allSatisfy(m -> assertThat(m.bounds().right())
                        .isLessThanOrEqualTo(wide.diagram().width() + 4));
    }

    @Test
    void emptyBusesUnfoldOneByOne() {
        Target.OfBuses some = new Target.OfBuses(Segment.ZERO, new BusRange(0x0f, 0x3f));
        RidMapPicture folded = map(RidMapOptions.BARE);
        assertThat(folded.geometry().folded(0x10)).isTrue();
        RidMapPicture map =
                map(ViewOptions.DEFAULT.withRidMap(RidMapOptions.BARE).withOpened(Set.of(some)));
        assertThat(map.geometry().folded(0x10)).isFalse();
        assertThat(map.geometry().folded(0x50)).as("another run stays folded").isTrue();
        assertThat(handles(folded)).containsExactly("unfold buses 0f–3f", "unfold buses 45–ff");
        assertThat(handles(map)).containsExactly("unfold buses 45–ff", "fold buses 0f–3f");
        Target.OfBuses elsewhere = new Target.OfBuses(new Segment(1), some.buses());
        assertThat(map(ViewOptions.DEFAULT.withOpened(Set.of(elsewhere)))
                        .geometry()
                        .folded(0x10))
                .as("of another segment")
                .isTrue();
    }

    private static List<String> handles(RidMapPicture map) {
        return map.axes().left(1, 0, 10_000).marks().stream()
                .filter(m -> m instanceof Mark.Handle)
                .map(m -> ((Mark.Handle) m).title())
                .toList();
    }

    @Test
    void theLegendLooksTheMapThroughOnceForAllWidths() {
        List<Mark> marks = map(RidMapOptions.BARE).diagram().marks();
        int[] asked = {0};
        List<Mark> counted = new AbstractList<>() {
            @Override
            public Mark get(int index) {
                asked[0]++;
                return marks.get(index);
            }

            @Override
            public int size() {
                return marks.size();
            }
        };
        DoubleFunction<Diagram> legend = new MarksLegend(FontMetricsTable.bundled()).explaining(counted);
        int once = asked[0];
        assertThat(legend.apply(300).height()).isGreaterThan(legend.apply(900).height());
        assertThat(asked[0]).isEqualTo(once);
    }

    /** In a window the brackets are no part of the map. */
    @Test
    void theLegendOfAWindowExplainsTheBracketsToo() {
        assertThat(paint(map(RidMapOptions.BARE).legend().apply(300), 1).texts())
                .contains("bus range of a bridge");
    }

    @Test
    void theLegendBesideTheMapExplainsWhatIsOnIt() {
        Diagram legend = new MarksLegend(FontMetricsTable.bundled())
                .alone(map(RidMapOptions.BARE).diagram(), 300);
        assertThat(paint(legend, 1).texts())
                .containsExactly(
                        "function",
                        "PF",
                        "VF enabled",
                        "VF possible",
                        "SDI",
                        "reserved",
                        "outside its range",
                        "conflict: two owners");
        assertThat(legend.marks()).allSatisfy(m -> {
            assertThat(m.bounds().right()).isLessThanOrEqualTo(300);
            assertThat(m.bounds().bottom()).isLessThanOrEqualTo(legend.height());
        });
    }
}
