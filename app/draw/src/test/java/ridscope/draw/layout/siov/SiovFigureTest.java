package ridscope.draw.layout.siov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Role;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.plan.PfRids;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

class SiovFigureTest {

    @ParameterizedTest
    @CsvSource({
        "siov-server, 0000:04:00.0",
        "siov-server, 0000:0c:00.0",
        "siov-server, 0000:03:00.0",
        "siov-undersized-port, 0000:0a:00.0",
        "siov-vf-collision, 0000:20:00.0",
        "siov-rid-overflow, 0000:f0:00.0"
    })
    void everyMarkHasItsNameAndItsPlaceOnTheSheet(String sample, String pf) throws Exception {
        Diagram figure = figure(sample, pf);
        Set<String> ids = new HashSet<>();
        for (Mark mark : figure.marks()) {
            assertThat(ids.add(mark.id().value())).as(mark.id().value()).isTrue();
            assertThat(mark.bounds().x()).as(mark.id().value()).isGreaterThanOrEqualTo(0);
            assertThat(mark.bounds().right()).as(mark.id().value()).isLessThanOrEqualTo(figure.width());
            assertThat(mark.bounds().bottom()).as(mark.id().value()).isLessThanOrEqualTo(figure.height());
        }
    }

    @Test
    void theLegendIsMarksOfItsOwn() throws Exception {
        Diagram with = figure("siov-vf-collision", "0000:20:00.0");
        Diagram without = figure("siov-vf-collision", "0000:20:00.0", false);
        assertThat(without.marks())
                .isEqualTo(with.marks().stream()
                        .filter(m -> !m.id().value().startsWith("legend-"))
                        .toList());
        assertThat(without.height()).isLessThan(with.height());
    }

    @Test
    void offsetAndStrideAreDimensionedBetweenTheCellsTheyJoin() throws Exception {
        Diagram figure = figure("siov-vf-collision", "0000:20:00.0");
        assertThat(text(figure, "dimension-sdi-offset-t")).isEqualTo("First SDI Offset = 260");
        assertThat(text(figure, "dimension-vf-stride-t")).isEqualTo("VF Stride = 1");
        Mark line = mark(figure, "dimension-sdi-offset");
        assertThat(line.bounds().x()).isCloseTo(center(figure, "rid-2000"), within(1.0));
        assertThat(line.bounds().right()).isCloseTo(center(figure, "rid-2104"), within(1.0));
    }

    @Test
    void ruleAndNumbersStandBesideEachOther() throws Exception {
        Diagram figure = figure("siov-undersized-port", "0000:0a:00.0");
        assertThat(text(figure, "formula-sdi")).isEqualTo("SDI n = PF RID + First SDI Offset + n × SDI Stride");
        assertThat(text(figure, "formula-sdi-numbers")).isEqualTo("= 0a00 + 1 + n × 1,   n = 0 … 1023:   0a01 … 0e00");
    }

    /** Enumeration reference 5.4, L8. */
    @Test
    void whatThePortDoesNotRouteIsStruckThrough() throws Exception {
        Diagram figure = figure("siov-undersized-port", "0000:0a:00.0");
        assertThat(verdicts(figure))
                .contains(
                        "needed: buses [0a-0e], 4 beyond the PF's own; routed: [0a-0a], not enough",
                        "769 of 1,024 SDIs outside [0a-0a], from SDI 255 on: completions and messages do not reach them",
                        "set aside behind bus 0a when numbered anew: Linux today 0, with the SIOV series 4, without lost"
                                + " bits 4");
        assertThat(figure.marks()).anyMatch(m -> m.id().value().equals("strike-sdi-0b00"));
        assertThat(figure.marks()).noneMatch(m -> m.id().value().equals("strike-sdi-0aff"));
        Mark outside = mark(figure, "outside");
        assertThat(outside.bounds().x()).isCloseTo(center(figure, "tick-rid-0b"), within(0.6));
    }

    /** Enumeration reference 5.4, L1: the series reserves nothing, as its last SDI wraps to bus 00. */
    @Test
    void whatSixteenBitsMakeOfAnOverflowIsSaid() throws Exception {
        Diagram figure = figure("siov-rid-overflow", "0000:f0:00.0");
        assertThat(text(figure, "rid-100fc")).isEqualTo("100fc");
        assertThat(text(figure, "wrap-100fc")).isEqualTo("00fc");
        assertThat(verdicts(figure))
                .contains("64 SDIs beyond RID ffff (10000 … 100fc): 16 bits would make that 0000 … 00fc")
                .anyMatch(v -> v.contains("Linux today 0, with the SIOV series 0, without lost bits 15"));
        assertThat(mark(figure, "end-of-rids-0").role()).isEqualTo(Role.CONFLICT);
    }

    /** Enumeration reference 9.3, C-4. */
    @Test
    void collisionsAreNamedAndFramed() throws Exception {
        Diagram figure = figure("siov-vf-collision", "0000:20:00.0");
        assertThat(verdicts(figure))
                .contains("12 RIDs claimed twice: 2104 … 210f = VF 4 … 15 of 20:00.0 and SDI 0 … 11 of 20:00.0");
        Mark.Box frame = (Mark.Box) mark(figure, "clash-2104");
        assertThat(frame.ink()).isEqualTo(Ink.DASHED);
        Diagram neighbour = figure("siov-server", "0000:0c:00.0");
        assertThat(verdicts(neighbour)).contains("1 RID claimed twice: 0d00 = function 0d:00.0 and SDI 255 of 0c:00.0");
    }

    /** One function of a host: nothing names its root bus, and a bridge above it may route less. */
    @Test
    void aWindowThatNobodyToldIsNoAnswer() throws Exception {
        HostSnapshot alone = new HostBuilder().function("01:00.0", pf(512)).build();
        Diagram figure = figure(Enumerator.enumerate(alone, Feedback.NONE), "0000:01:00.0", true);
        assertThat(text(figure, "bracket-routed-t")).isEqualTo("root bus window [01-ff], assumed");
        assertThat(((Mark.Wire) mark(figure, "bracket-routed")).ink()).isEqualTo(Ink.DASHED);
        assertThat(mark(figure, "bracket-routed").role()).isNotEqualTo(Role.GOOD);
        assertThat(verdicts(figure))
                .contains("needed: buses [01-03], 2 beyond the PF's own; root bus window [01-ff] is assumed:"
                        + " whether they are routed is not known");
    }

    @Test
    void aWindowThatTheSourceTellsIsEnough() throws Exception {
        HostSnapshot told =
                new HostBuilder().rootBus(1, 0xff).function("01:00.0", pf(512)).build();
        Diagram figure = figure(Enumerator.enumerate(told, Feedback.NONE), "0000:01:00.0", true);
        assertThat(text(figure, "bracket-routed-t")).isEqualTo("root bus window [01-ff]");
        assertThat(((Mark.Wire) mark(figure, "bracket-routed")).ink()).isEqualTo(Ink.FILLED);
        assertThat(verdicts(figure)).contains("needed: buses [01-03], 2 beyond the PF's own; routed: [01-ff], enough");
    }

    private static ConfigBuilder pf(int sdis) {
        return ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(sdis, 1, 1);
    }

    @Test
    void theFirstWithSiovComesUnasked() throws Exception {
        assertThat(PfRids.first(SampleCorpus.topology("siov-server")).orElseThrow())
                .hasToString("0000:04:00.0");
        assertThat(PfRids.first(SampleCorpus.topology("qemu-nvme-vfs")).orElseThrow())
                .hasToString("0000:01:00.0");
        assertThat(PfRids.first(SampleCorpus.topology("qemu-switch"))).isEmpty();
    }

    private static List<String> verdicts(Diagram figure) {
        return figure.marks().stream()
                .filter(m -> m.id().value().startsWith("verdict-"))
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    private static String text(Diagram figure, String id) {
        return ((Mark.Label) mark(figure, id)).text();
    }

    private static double center(Diagram figure, String id) {
        return mark(figure, id).bounds().centerX();
    }

    private static Mark mark(Diagram figure, String id) {
        return figure.marks().stream()
                .filter(m -> m.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark " + id));
    }

    private static Diagram figure(String sample, String pf) throws Exception {
        return figure(sample, pf, true);
    }

    private static Diagram figure(String sample, String pf, boolean legend) throws Exception {
        return figure(SampleCorpus.topology(sample), pf, legend);
    }

    private static Diagram figure(Topology topology, String pf, boolean legend) {
        FunctionAddress address = FunctionAddress.parse(pf).orElseThrow();
        PfRids rids = PfRids.of(topology, RidMap.of(topology, address.segment()), address)
                .orElseThrow();
        return new SiovFigure(FontMetricsTable.bundled(), rids, "Accelerator").diagram(legend);
    }
}
