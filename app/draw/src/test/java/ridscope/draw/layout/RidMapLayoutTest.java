package ridscope.draw.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.PortType;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;
import ridscope.draw.text.TextSurface;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.BusRouting;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

class RidMapLayoutTest {

    private static final int NIC = 0x020000;
    private static final ViewOptions LEGEND = new ViewOptions(LabelPreset.SHORT, Set.of(), true, true);
    private static final ViewOptions UNFOLDED = new ViewOptions(LabelPreset.SHORT, Set.of(), false, false);

    /** Bit 0 set, bits 1 to 31 clear, the rest of the vector not readable. */
    @Test
    void barsShowWhatAFlatteningPortalBridgeForwards() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 3)
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1)
                                .fpb(0, 0x200, 0, 1));

        assertThat(fpbBars(layout(host.build(), UNFOLDED).diagram()))
                .startsWith(
                        tuple(Ink.FILLED, "FPB of 00:01.0 forwards 02:00.0 … 02:00.7"),
                        tuple(Ink.OUTLINED, "FPB of 00:01.0 may forward 03:00.0 … 03:1f.7"));
        Diagram folded = layout(host.build(), LEGEND).diagram();
        assertThat(fpbBars(folded)).contains(tuple(Ink.OUTLINED, "FPB of 00:01.0 may forward 02:00.0 … 09:1f.7"));
        assertThat(folded.marks())
                .extracting(m -> m.id().value())
                .contains("legend-fpb-possible")
                .doesNotContain("legend-sdi", "legend-fpb");
    }

    private static List<Tuple> fpbBars(Diagram diagram) {
        return diagram.marks().stream()
                .filter(m -> m.id().value().startsWith("fpb-"))
                .map(m -> tuple(((Mark.Cells) m).ink(), ((Mark.Cells) m).title()))
                .toList();
    }

    @Test
    void aSmallHostMarkByMark() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 3)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234).length(256))
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).srIov(4, 255, 2, 3),
                        os -> os.names("A", "N<I>C"));
        Diagram diagram = layout(host.build(), ViewOptions.DEFAULT).diagram();
        assertThat(lines(diagram, "cells ", "label ", "wire bracket", "wire conflict", "box "))
                .containsExactly(
                        "box surface plain paper 50.00 24.00 512.00 78.00",
                        "label muted mono-small head-00 52.00 11.02 12.00 10.48 \"00\"",
                        "label muted mono-small head-08 180.00 11.02 12.00 10.48 \"08\"",
                        "label muted mono-small head-10 308.00 11.02 12.00 10.48 \"10\"",
                        "label muted mono-small head-18 436.00 11.02 12.00 10.48 \"18\"",
                        "label text mono bus-00 29.80 29.32 13.20 11.43 \"00\"",
                        "label text mono bus-01 29.80 49.32 13.20 11.43 \"01\"",
                        "label muted mono bus-02 29.80 69.32 13.20 11.43 \"02\"",
                        "box panel plain folded-03 50.00 84.00 512.00 18.00 \"03 free in host bridge 00, 04–ff not"
                                + " routed (folded)\"",
                        "label muted small folded-03-text 58.00 88.52 237.54 10.48 \"··· 03 free in host bridge 00,"
                                + " 04–ff not routed · folded\"",
                        "wire bracket filled host-bridge-00 7.90 25.40 6.20 75.20 (13.50,26.00) (8.50,26.00)"
                                + " (8.50,100.00) (13.50,100.00) \"host bridge 00, buses [00-03]\"",
                        "wire bracket filled range-0000-00-01.0 15.90 45.40 6.20 17.20 (21.50,46.00) (16.50,46.00)"
                                + " (16.50,62.00) (21.50,62.00) \"00:01.0 root port, buses [01-01]\"",
                        "cells vf outlined vfs-0000-01-00.0-0 560.00 50.80 2.00 6.40 1×4.00 \"VF 0 of 01:00.0"
                                + " (01:1f.7), possible\"",
                        "cells conflict outlined vfs-0000-01-00.0-1 52.00 70.80 10.00 6.40 3×4.00 \"VFs 1 to 3 of"
                                + " 01:00.0 (02:00.1 … 02:00.5), possible, outside [01-01]\"",
                        "wire conflict filled vfs-0000-01-00.0-1-outside 50.40 73.40 13.20 1.20 (51.00,74.00)"
                                + " (63.00,74.00) \"VFs 1 to 3 of 01:00.0 (02:00.1 … 02:00.5), possible, outside"
                                + " [01-01]\"",
                        "cells function filled fn-0000-00-00.0 50.00 26.00 2.00 16.00 1×2.00 \"0000:00:00.0"
                                + " host-bridge\"",
                        "cells function filled fn-0000-00-01.0 66.00 26.00 2.00 16.00 1×2.00 \"0000:00:01.0"
                                + " root-port\"",
                        "cells pf filled fn-0000-01-00.0 50.00 46.00 2.00 16.00 1×2.00 \"0000:01:00.0 N<I>C\"");
    }

    @Test
    void theFlagshipNeedsFewMarksForItsRoutingIds() {
        Diagram diagram = layout(FlagshipHost.snapshot(), LEGEND).diagram();
        assertThat(diagram.marks()).hasSizeLessThan(200);
        assertThat(diagram.marks().stream().map(m -> m.id().value())).doesNotHaveDuplicates();
        assertThat(text(diagram, "folded-45-text"))
                .isEqualTo("··· 45–5f free in host bridge 40, 60–ff not routed · folded");
        assertThat(mark(diagram, "reserved-09").bounds().height())
                .as("rows 09 and 0a in one")
                .isEqualTo(40);
        assertThat(diagram.marksOf(new Target.OfVfs(FunctionAddress.of("03:00.0"))))
                .hasSize(2);
        assertThat(diagram.marksOf(new Target.OfSdis(FunctionAddress.of("04:00.0"))))
                .hasSize(5);
    }

    @Test
    void interleavedVfsOfTwoPfsGetALaneEach() {
        Diagram diagram = layout(FlagshipHost.snapshot(), ViewOptions.DEFAULT).diagram();
        Mark even = mark(diagram, "vfs-0000-03-00.0-0");
        Mark odd = mark(diagram, "vfs-0000-03-00.1-0");
        assertThat(even.bounds().bottom()).isLessThanOrEqualTo(odd.bounds().y());
        assertThat(((Mark.Cells) even).ink()).isEqualTo(Ink.FILLED);
        assertThat(((Mark.Cells) mark(diagram, "vfs-0000-03-00.0-8")).ink()).isEqualTo(Ink.OUTLINED);
    }

    @Test
    void twoOwnersAreCrossedAndWhatLeavesTheRangeHasItsColour() {
        Diagram diagram = layout(FlagshipHost.snapshot(), ViewOptions.DEFAULT).diagram();
        Mark.Cross cross = (Mark.Cross) mark(diagram, "conflict-0d00-cross");
        assertThat(cross.title()).isEqualTo("0d:00.0: function 0d:00.0, SDI 255 of 0c:00.0");
        assertThat(cross.target()).contains(new Target.OfRid(FunctionAddress.of("0d:00.0")));
        assertThat(mark(diagram, "sdis-0000-0c-00.0-0").role()).isEqualTo(Role.SDI);
        assertThat(mark(diagram, "sdis-0000-0c-00.0-255").role()).isEqualTo(Role.CONFLICT);
        assertThat(((Mark.Cells) mark(diagram, "sdis-0000-0c-00.0-255")).title())
                .endsWith("outside [0c-0c]");
    }

    /** Enumeration reference 9.3, C-1: offsets that overlap on four IDs. */
    @Test
    void equallySpacedConflictsOfTheSameOwnersAreOneRun() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 6, 6))
                .function(
                        "06:00.0",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).multifunction().srIov(8, 2, 1, 3))
                .function(
                        "06:00.1",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).multifunction().srIov(8, 5, 1, 3))
                .build();
        Diagram diagram = layout(host, ViewOptions.DEFAULT).diagram();
        Mark.Cells run = (Mark.Cells) mark(diagram, "conflict-0606");
        assertThat(run.count()).isEqualTo(4);
        assertThat(run.title()).startsWith("06:00.6 and 3 more up to 06:01.1: ");
        assertThat(diagram.marks().stream().filter(m -> m instanceof Mark.Cross))
                .hasSize(1);
    }

    @Test
    void interleavedConflictsAreOneRunPerPairOfOwners() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 6, 6))
                .function(
                        "06:00.0",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).multifunction().srIov(8, 64, 2, 3))
                .function(
                        "06:00.1",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).multifunction().srIov(8, 64, 2, 3))
                .function(
                        "06:00.2",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).aer().at(0x200).siov(128, 1, 1))
                .build();
        Diagram diagram = layout(host, ViewOptions.DEFAULT).diagram();
        assertThat(diagram.marks().stream()
                        .filter(m -> m instanceof Mark.Cells && m.id().value().startsWith("conflict-")))
                .extracting(m -> ((Mark.Cells) m).count())
                .containsExactly(8, 8);
        assertThat(diagram.marks().stream().filter(m -> m instanceof Mark.Cross))
                .as("sixteen neighbours are too close for more than one cross")
                .extracting(m -> m.id().value())
                .containsExactly("conflict-0647-cross");
        assertThat(diagram.marks().get(diagram.marks().size() - 1))
                .as("nothing hides the cross")
                .isInstanceOf(Mark.Cross.class);
    }

    @Test
    void conflictsInNeighbouringRowsAreCrossedEach() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 6, 6))
                .function("00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 7, 7))
                .function("00:03.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 8, 8))
                .function("06:00.0", ConfigBuilder.endpoint(0x8086, 2, NIC).srIov(2, 256, 256, 3))
                .function("07:00.0", ConfigBuilder.endpoint(0x8086, 2, NIC))
                .function("08:00.0", ConfigBuilder.endpoint(0x8086, 2, NIC))
                .build();
        Diagram diagram = layout(host, ViewOptions.DEFAULT).diagram();
        assertThat(diagram.marks().stream().filter(m -> m instanceof Mark.Cross))
                .extracting(m -> m.id().value())
                .containsExactly("conflict-0700-cross", "conflict-0800-cross");
    }

    @ParameterizedTest
    @CsvSource({"6, 0600 0606 060c 0612", "8, 0600 0608 0610 0618", "3, 0603", "2, 0602"})
    void everyConflictHasACrossUnlessCrossesWouldOverlap(int apart, String expected) {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 5, 6))
                .function("05:00.0", ConfigBuilder.endpoint(0x8086, 2, NIC).srIov(4, 256, apart, 3));
        for (int i = 0; i < 4; i++) {
            host.function(
                    new FunctionAddress(Segment.ZERO, RoutingId.of(6, i * apart)).toString(),
                    ConfigBuilder.endpoint(0x8086, 3, NIC).multifunction());
        }
        assertThat(layout(host.build(), ViewOptions.DEFAULT).diagram().marks().stream()
                        .filter(m -> m instanceof Mark.Cross))
                .extracting(m -> m.id().value())
                .containsExactly(Stream.of(expected.split(" "))
                        .map(rid -> "conflict-" + rid + "-cross")
                        .toArray(String[]::new));
    }

    @Test
    void aFunctionThatCollidesKeepsItsCell() {
        Diagram diagram = layout(FlagshipHost.snapshot(), ViewOptions.DEFAULT).diagram();
        Mark cell = mark(diagram, "fn-0000-0d-00.0");
        Mark foot = mark(diagram, "conflict-0d00");
        Mark cross = mark(diagram, "conflict-0d00-cross");
        assertThat(cell.role()).isEqualTo(Role.FUNCTION);
        assertThat(cell.bounds().height()).isEqualTo(16);
        assertThat(foot.bounds().y() - cross.bounds().bottom())
                .as("what neither cross nor foot hides")
                .isGreaterThan(4);
    }

    /** As the answer to "whose is RID 08:00.0" says: in a bridge's range, and no function answers there. */
    @Test
    void onlyBusesWhereSomebodyAnswersStandOut() {
        HostSnapshot host = FlagshipHost.snapshot();
        RidMap map = RidMap.of(Enumerator.enumerate(host, Feedback.NONE), Segment.ZERO);
        Diagram diagram = layout(host, ViewOptions.DEFAULT).diagram();
        assertThat(mark(diagram, "bus-04").role()).isEqualTo(Role.TEXT);
        assertThat(mark(diagram, "bus-08").role()).isEqualTo(Role.MUTED);
        diagram.marks().stream().filter(m -> m.id().value().matches("bus-..")).forEach(label -> {
            int bus = Integer.parseInt(label.id().value().substring(4), 16);
            boolean used = map.bus(bus).state() == BusRouting.State.USED;
            assertThat(label.role()).as("bus %02x", bus).isEqualTo(used ? Role.TEXT : Role.MUTED);
        });
    }

    /** Two lanes with VFs of both kinds: the height alone tells them apart where a cell is two pixels wide. */
    @Test
    void possibleVfsAreAtMostHalfAsHighAsEnabledOnes() {
        Diagram diagram = layout(FlagshipHost.snapshot(), ViewOptions.DEFAULT).diagram();
        double enabled = mark(diagram, "vfs-0000-03-00.0-0").bounds().height();
        double possible = mark(diagram, "vfs-0000-03-00.0-8").bounds().height();
        assertThat(possible).isLessThanOrEqualTo(enabled / 2);
    }

    @Test
    void theLegendLeavesOutWhatDoesNotOccur() {
        HostSnapshot plain = new HostBuilder()
                .rootBus(0, 3)
                .function("00:00.0", ConfigBuilder.endpoint(0x8086, 1, NIC))
                .build();
        assertThat(legend(layout(plain, LEGEND).diagram())).containsExactly("function", "bus range of a bridge");
        assertThat(legend(layout(FlagshipHost.snapshot(), LEGEND).diagram()))
                .containsExactly(
                        "function",
                        "PF",
                        "VF enabled",
                        "VF possible",
                        "SDI",
                        "reserved",
                        "bus range of a bridge",
                        "outside its range",
                        "conflict: two owners");
        assertThat(legend(layout(FlagshipHost.snapshot(), ViewOptions.DEFAULT).diagram()))
                .isEmpty();
    }

    private static List<String> legend(Diagram diagram) {
        return diagram.marks().stream()
                .filter(m -> m instanceof Mark.Label && m.id().value().startsWith("legend-"))
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    /** Enumeration reference 5.4, L1. */
    @Test
    void whatLiesBeyondTheLastIdIsSaidInWords() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 0xf0, 0xff))
                .function(
                        "f0:00.0",
                        ConfigBuilder.endpoint(0x8086, 2, NIC).aer().at(0x200).siov(1024, 0x100, 4))
                .build();
        Diagram diagram = layout(host, ViewOptions.DEFAULT).diagram();
        Mark.Label beyond = (Mark.Label) mark(diagram, "beyond-0");
        assertThat(beyond.text()).isEqualTo("64 SDIs of f0:00.0 beyond ffff: 0x10000 … 0x100fc");
        assertThat(beyond.target()).contains(new Target.OfSdis(FunctionAddress.of("f0:00.0")));
        assertThat(beyond.bounds().bottom()).isLessThan(diagram.height());
    }

    /** A hostile file: the picture has a limit and says so. */
    @Test
    void ofTooManyRunsOnABusTheRestIsCountedBelowTheMap() {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        for (int pf = 0; pf < 200; pf++) {
            host.function(
                    "00:%02x.%x".formatted(pf >> 3, pf & 7),
                    ConfigBuilder.endpoint(0x8086, 2, NIC).siov(0xffff, 1, 0xff));
        }
        Diagram diagram = layout(host.build(), ViewOptions.DEFAULT).diagram();

        assertThat(text(diagram, "beyond-0"))
                .matches("[\\d,]+ runs of VFs or SDIs are not drawn: the map shows 128 per bus");
        assertThat(text(diagram, "beyond-65")).isEqualTo("136 more PFs reach beyond ffff");
    }

    @Test
    void aBridgeRangeOutsideTheOneAboveIsAConflict() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 4))
                .function("01:00.0", ConfigBuilder.port(PortType.UPSTREAM_PORT, 0x8086, 1, 1, 2, 4))
                .function("02:00.0", ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x8086, 1, 2, 3, 6))
                .build();
        Mark.Wire bracket = (Mark.Wire) mark(layout(host, ViewOptions.DEFAULT).diagram(), "range-0000-02-00.0");
        assertThat(bracket.role()).isEqualTo(Role.CONFLICT);
        assertThat(bracket.title())
                .isEqualTo("02:00.0 downstream port, buses [03-06], outside [02-04] of the bridge above");
    }

    @Test
    void onlyVmdSegmentsCarryTheNoteAboutTheIommu() {
        HostBuilder host = new HostBuilder().function("10000:e0:06.0", ConfigBuilder.endpoint(0x8086, 2, NIC));
        Topology topology = Enumerator.enumerate(host.build(), Feedback.NONE);
        Segment vmd = new Segment(0x10000);
        RidMapLayout layout = new RidMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly());
        Diagram noted = layout.layout(topology, RidMap.of(topology, vmd), ViewOptions.DEFAULT)
                .diagram();
        assertThat(text(noted, "note-0")).startsWith("Configuration map, not an IOMMU map");
        assertThat(noted.title()).contains("segment 10000");
        Diagram plain = layout(FlagshipHost.snapshot(), ViewOptions.DEFAULT).diagram();
        assertThat(plain.marks().stream().map(m -> m.id().value())).doesNotContain("note-0");
    }

    @Test
    void aLongReservationShowsItsBeginningAndFoldsTheRest() {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0x7f)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 0x20))
                .build();
        RidMapPicture picture = layout(host, ViewOptions.DEFAULT);
        assertThat(picture.geometry().folded(1)).isFalse();
        assertThat(picture.geometry().folded(2)).isFalse();
        assertThat(picture.geometry().row(3).buses()).hasToString("[03-ff]");
        assertThat(text(picture.diagram(), "folded-03-text"))
                .isEqualTo("··· 03–20 reserved by 00:01.0, 21–7f free in host bridge 00, 80–ff not routed · folded");
    }

    @Test
    void unfoldedEveryBusHasARow() {
        RidMapPicture picture = layout(FlagshipHost.snapshot(), UNFOLDED);
        assertThat(picture.geometry().rows()).hasSize(256).noneMatch(RidMapGeometry.Row::folded);
    }

    @Test
    void aHostWithoutFunctionsIsAMapToo() {
        Topology topology = Enumerator.enumerate(new HostBuilder().build(), Feedback.NONE);
        RidMapPicture picture = new RidMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly())
                .layout(topology, RidMap.of(topology, Segment.ZERO), ViewOptions.DEFAULT);
        assertThat(text(picture.diagram(), "folded-00-text")).isEqualTo("··· 00–ff not routed · folded");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void labelsNeverOverlapAndEverythingIsInsideThePicture(boolean fold) {
        ViewOptions options = new ViewOptions(LabelPreset.SHORT, Set.of(), fold, true);
        Diagram diagram = layout(FlagshipHost.snapshot(), options).diagram();
        List<Mark> labels =
                diagram.marks().stream().filter(m -> m instanceof Mark.Label).toList();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(labels.get(i).bounds().intersects(labels.get(j).bounds()))
                        .as("%s over %s", labels.get(i).id(), labels.get(j).id())
                        .isFalse();
            }
        }
        assertThat(diagram.marks()).allSatisfy(m -> {
            assertThat(m.bounds().x()).isNotNegative();
            assertThat(m.bounds().y()).isNotNegative();
            assertThat(m.bounds().right()).isLessThanOrEqualTo(diagram.width());
            assertThat(m.bounds().bottom()).isLessThanOrEqualTo(diagram.height());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void geometryRoundTripsEveryRoutingId(long seed) {
        Random random = new Random(seed);
        RidMapGeometry geometry =
                layout(randomHost(random), ViewOptions.DEFAULT).geometry();
        Set<RidMapGeometry.Row> rows = new HashSet<>();
        for (int bus = 0; bus < 256; bus++) {
            rows.add(geometry.row(bus));
            assertThat(geometry.row(bus).buses().contains(bus)).isTrue();
            assertThat(geometry.busesAt(geometry.rowRect(bus).centerY()))
                    .contains(geometry.row(bus).buses());
            for (int devfn = 0; devfn < 256; devfn++) {
                RoutingId rid = RoutingId.of(bus, devfn);
                Optional<RoutingId> back = geometry.ridAt(
                        geometry.cell(rid).centerX(), geometry.cell(rid).centerY());
                assertThat(back).isEqualTo(geometry.folded(bus) ? Optional.empty() : Optional.of(rid));
            }
        }
        assertThat(rows).hasSameSizeAs(geometry.rows());
        assertThat(geometry.ridAt(geometry.left() - 0.1, geometry.rowRect(0).centerY()))
                .isEmpty();
        assertThat(geometry.ridAt(geometry.left() + 512, geometry.rowRect(0).centerY()))
                .isEmpty();
        assertThat(geometry.busesAt(0)).isEmpty();
    }

    private static HostSnapshot randomHost(Random random) {
        HostBuilder host = new HostBuilder().rootBus(0, 0x7f).rootBus(0x80, 0xbf);
        int bus = 1;
        for (int device = 0; device < 20 && bus < 0x70; device++) {
            int last = bus + random.nextInt(6);
            String port = String.format("00:%02x.0", device);
            host.function(port, ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, bus, last));
            host.function(
                    String.format("%02x:00.0", bus),
                    ConfigBuilder.endpoint(0x8086, 2, NIC)
                            .srIov(1 + random.nextInt(600), 1 + random.nextInt(300), 1 + random.nextInt(3), 3));
            bus = last + 1 + random.nextInt(3);
        }
        return host.build();
    }

    private static RidMapPicture layout(HostSnapshot host, ViewOptions options) {
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        return new RidMapLayout(FontMetricsTable.bundled(), new SnapshotNamesOnly())
                .layout(topology, RidMap.of(topology, Segment.ZERO), options);
    }

    private static Mark mark(Diagram diagram, String id) {
        return diagram.marks().stream()
                .filter(m -> m.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark " + id));
    }

    private static String text(Diagram diagram, String id) {
        return ((Mark.Label) mark(diagram, id)).text();
    }

    private static List<String> lines(Diagram diagram, String... kinds) {
        TextSurface surface = new TextSurface();
        DiagramPainter.paint(diagram, Palettes.LIGHT, Viewport.all(diagram), Set.of(), surface);
        return surface.text()
                .lines()
                .filter(l -> List.of(kinds).stream().anyMatch(l::startsWith))
                .toList();
    }
}
