package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.host.Provenance;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Place;
import ridscope.topology.Topology;
import ridscope.topology.TopologyBuilder;

class TopologyPictureTest {

    private static final Topology FLAGSHIP = Pictures.topology(FlagshipHost.snapshot());

    private static List<String> texts(TopologyPicture picture) {
        return picture.diagram().marks().stream()
                .flatMap(m -> m instanceof Mark.Label l
                        ? java.util.stream.Stream.of(l.text())
                        : m instanceof Mark.Span s
                                ? java.util.stream.Stream.of(s.text())
                                : java.util.stream.Stream.of())
                .toList();
    }

    private static List<String> path(TopologyPicture picture, Target target) {
        return picture.pathTo(target).stream().map(MarkId::value).toList();
    }

    @Test
    void theFlagshipSaysWhatItsEngineersAskFor() {
        assertThat(texts(Pictures.of(FLAGSHIP, ViewOptions.DEFAULT)))
                .contains(
                        "NUMA node 0",
                        "NUMA node 1",
                        "Host bridge 40",
                        "buses [00-3f]",
                        "[02-0a]",
                        "Slot 5",
                        "Slot 7",
                        "empty · reserves [09-0a]",
                        "no link",
                        "64 VFs · 8 enabled",
                        "127 VFs possible",
                        "1,024 SDIs 04–08",
                        "512 SDIs 0c–0e",
                        "257 SDIs outside [0c-0c]",
                        "SDI 255 is the RID of 0d:00.0",
                        "16 GT/s x4 — below capability: 32 GT/s x4",
                        "32 GT/s x16 · bus [0c-0c]");
    }

    /** A card has words for it, a port only a cross, so that switches keep their size. */
    @Test
    void whatTheBootLogComplainsOfIsLit() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 2, 0x020000).srIov(256, 384, 2, 3))
                .bootLog("[    1.2] pci 0000:00:01.0: bridge has subordinate 01 but max busn 03")
                .bootLog("[    9.1] igb 0000:01:00.0: can't enable 256 VFs (bus 03 out of range of [bus 01])");

        TopologyPicture picture = Pictures.of(Pictures.topology(host.build()), ViewOptions.DEFAULT);

        assertThat(texts(picture))
                .anySatisfy(text -> assertThat(text).startsWith("boot log: can't enable 256 VFs (bus 03 out"));
        assertThat(picture.diagram().marks())
                .filteredOn(m -> m.id().value().endsWith("-log"))
                .singleElement()
                .satisfies(m -> assertThat(((Mark.Cross) m).title())
                        .isEqualTo("boot log: bridge has subordinate 01 but max busn 03"));
    }

    @Test
    void aMessageAboutSomebodyElseStandsWithoutItsTime() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 2, 0x020000))
                .bootLog(
                        "Nov 20 10:00:01 db7 kernel: [    9.1] pcieport 0000:00:01.0: AER: Uncorrected (Fatal) error message"
                                + " received from 0000:01:00.0");

        TopologyPicture picture = Pictures.of(Pictures.topology(host.build()), ViewOptions.DEFAULT);

        assertThat(texts(picture))
                .anySatisfy(text -> assertThat(text).startsWith("boot log: pcieport 0000:00:01.0: AER"));
    }

    /** In red it would look as broken as what does not work; the two stand on lines of their own. */
    @Test
    void aWarningOfTheBootLogLooksLikeOne() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 2, 0x020000).siov(512, 1, 1))
                .bootLog("[    9.1] pci 0000:01:00.0: 31.504 Gb/s available PCIe bandwidth, limited by 8.0 GT/s PCIe x4"
                        + " link at 0000:00:01.0 (capable of 63.008 Gb/s with 16.0 GT/s PCIe x4 link)");

        List<Mark.Label> words =
                Pictures.of(Pictures.topology(host.build()), ViewOptions.DEFAULT).diagram().marks().stream()
                        .filter(m -> m.id().value().matches("fn-.*-w[0-9]"))
                        .map(Mark.Label.class::cast)
                        .toList();

        assertThat(words).extracting(Mark.Label::role).containsExactly(Role.CONFLICT, Role.WARNING);
        assertThat(words.get(1).text()).startsWith("boot log: 31.504 Gb/s available");
    }

    @Test
    void devicesStandInOneColumn() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, ViewOptions.DEFAULT);
        assertThat(List.of("03:00.0", "04:00.0", "0b:00.0", "0c:00.0", "0d:00.0", "43:00.0", "44:00.0"))
                .map(a -> picture.boundsOf(Pictures.function(a)).orElseThrow().x())
                .containsOnly(picture.boundsOf(Pictures.function("03:00.1"))
                        .orElseThrow()
                        .x());
    }

    @Test
    void theTitleNamesTheHostAndCounts() {
        assertThat(Pictures.of(FLAGSHIP, ViewOptions.DEFAULT).diagram().title())
                .isEqualTo("server-a · segment 0000 · 38 functions · 2 host bridges");
    }

    /** A function that owns SDIs is a PF on the RID map as well; the stripe says which kind. */
    @Test
    void aPhysicalFunctionLooksTheSameWhateverItOwns() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, ViewOptions.DEFAULT);
        for (String pf : List.of("03:00.0", "04:00.0")) {
            assertThat(picture.markOf(Pictures.function(pf)).orElseThrow().role())
                    .as(pf)
                    .isEqualTo(Role.PF);
        }
        assertThat(((Mark.Box) picture.markOf(Pictures.function("04:00.0")).orElseThrow()).stripe())
                .contains(Role.SDI);
    }

    @Test
    void theHostBridgesOwnFunctionStandsInItsBox() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, ViewOptions.DEFAULT);
        Rect host = picture.boundsOf(new Target.OfBuses(Segment.ZERO, new BusRange(0x40, 0x5f)))
                .orElseThrow();
        Rect own = picture.boundsOf(Pictures.function("40:00.0")).orElseThrow();
        Rect port = picture.boundsOf(Pictures.function("40:01.0")).orElseThrow();
        assertThat(host.union(own)).isEqualTo(host);
        assertThat(own.bottom()).isLessThan(port.y());
        assertThat(picture.diagram().hit(own.centerX(), own.centerY()).flatMap(Mark::target))
                .contains(Pictures.function("40:00.0"));
        assertThat(picture.diagram().marks().stream().map(m -> m.id().value()))
                .as("no frame and no wire for it alone")
                .noneMatch(id -> id.contains("root-functions"));
    }

    @Test
    void theLegendExplainsWhatThereIsAndNothingElse() {
        ViewOptions withLegend = new ViewOptions(LabelPreset.SHORT, Set.of(), true, true);
        assertThat(legend(Pictures.of(FLAGSHIP, withLegend)))
                .containsExactly(
                        "function",
                        "PF",
                        "PF with SIOV",
                        "VFs, some enabled",
                        "VFs possible",
                        "SDIs, no config space",
                        "SDIs outside a range or colliding",
                        "slot",
                        "link, thicker with more lanes",
                        "no link, empty",
                        "link below capability",
                        "problem");
        assertThat(legend(Pictures.of(Pictures.topology(Hosts.nestedSwitches()), withLegend)))
                .doesNotContain("PF", "PF with SIOV", "problem");
        assertThat(legend(Pictures.of(FLAGSHIP, ViewOptions.DEFAULT))).isEmpty();
    }

    private static List<String> legend(TopologyPicture picture) {
        return picture.diagram().marks().stream()
                .filter(m -> m instanceof Mark.Label && m.id().value().startsWith("legend-"))
                .map(m -> ((Mark.Label) m).text())
                .toList();
    }

    /** 64 bytes, as an unprivileged reader gets them, do not tell PCI from PCIe. */
    @Test
    void aBridgeOfUnreadableKindHasAPlainWireWithoutWords() {
        TopologyPicture picture = Pictures.of(new HostBuilder()
                .rootBus(0, 0x0f)
                .function("00:01.0", ConfigBuilder.bridge(1, 1, 0, 1, 1).pm().length(64))
                .function("01:00.0", ConfigBuilder.device(1, 1, Hosts.NVME).pm().length(64))
                .build());
        assertThat(texts(picture)).doesNotContain("PCI");
        assertThat(picture.diagram().marks().stream()
                        .filter(m -> m instanceof Mark.Wire)
                        .map(m -> ((Mark.Wire) m).thickness()))
                .containsOnly(Tree.Wiring.PLAIN.thickness());
    }

    /** Dots of a dark wire look thicker than a live one: what is empty is thin everywhere. */
    @Test
    void wiresOfEmptyPortsAreThinnerThanLiveOnes() {
        for (String port : List.of("00:03.0", "00:04.0")) {
            Mark.Wire wire = (Mark.Wire)
                    Pictures.of(Pictures.topology(Hosts.links()), ViewOptions.DEFAULT).diagram().marks().stream()
                            .filter(m -> m.id().value().equals("link-empty-0000-" + port.replace(':', '-')))
                            .findFirst()
                            .orElseThrow();
            assertThat(wire.thickness()).as(port).isLessThan(1.2);
            assertThat(wire.ink()).isEqualTo(Ink.DASHED);
        }
    }

    @Test
    void aPathRunsFromTheHostBridgeThroughTheSwitch() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, ViewOptions.DEFAULT);
        assertThat(path(picture, Pictures.function("04:00.0")))
                .containsExactly(
                        "host-0000-00",
                        "port-0000-00-01.0",
                        "link-0000-01-00.0",
                        "port-0000-01-00.0",
                        "switch-0000-01-00.0",
                        "in-port-0000-02-01.0",
                        "port-0000-02-01.0",
                        "link-device-0000-04-00.0",
                        "fn-0000-04-00.0");
    }

    @Test
    void aVirtualFunctionIsFoundInItsStack() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, ViewOptions.DEFAULT);
        Mark stack = picture.markOf(Pictures.function("03:10.0")).orElseThrow();
        assertThat(stack.id()).hasToString("vfs-0000-03-00.0");
        assertThat(stack.target()).contains(new Target.OfVfs(FunctionAddress.of("03:00.0")));
        assertThat(path(picture, Pictures.function("03:10.0"))).contains("fn-0000-03-00.0");
    }

    @Test
    void anOpenedStackShowsSixteenAndCountsTheRest() {
        Target vfs = new Target.OfVfs(FunctionAddress.of("03:00.0"));
        TopologyPicture picture = Pictures.of(FLAGSHIP, Pictures.opened(vfs));
        assertThat(texts(picture)).contains("VF 0 · iavf", "VF 15", "… 48 more").doesNotContain("VF 16");
        Mark existing = picture.markOf(Pictures.function("03:10.0")).orElseThrow();
        assertThat(existing.id()).hasToString("vf-0000-03-00.0-0");
        assertThat(((Mark.Box) existing).ink()).isEqualTo(Ink.FILLED);
        Target possible = new Target.OfRid(FunctionAddress.of("03:12.0"));
        assertThat(((Mark.Box) picture.markOf(possible).orElseThrow()).ink()).isEqualTo(Ink.OUTLINED);
    }

    @Test
    void anOpenedStackOfSdisIsDashed() {
        Target sdis = new Target.OfSdis(FunctionAddress.of("04:00.0"));
        TopologyPicture picture = Pictures.of(FLAGSHIP, Pictures.opened(sdis));
        Mark first =
                picture.markOf(new Target.OfRid(FunctionAddress.of("04:00.1"))).orElseThrow();
        assertThat(((Mark.Box) first).ink()).isEqualTo(Ink.DASHED);
        assertThat(first.role()).isEqualTo(Role.SDI);
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "9, 1", "31, 1"})
    void alikeDrivesFold(int count, int folds) {
        TopologyPicture picture = Pictures.of(Hosts.alikeDrives(count));
        assertThat(picture.diagram().marks().stream()
                        .filter(m -> m instanceof Mark.Box && m.id().value().startsWith("fold-")))
                .hasSize(folds);
    }

    @Test
    void whatIsFoldedIsSelectedByTheFoldAndListedInItsTitle() {
        TopologyPicture picture = Pictures.of(Hosts.alikeDrives(12));
        Mark.Box fold = (Mark.Box) picture.markOf(Pictures.function("05:00.0")).orElseThrow();
        assertThat(fold.id()).hasToString("fold-0000-00-01.3");
        assertThat(fold.title()).startsWith("8 folded: ").contains("05:00.0").doesNotContain("0c:00.0");
        assertThat(path(picture, Pictures.function("05:00.0"))).containsExactly("host-0000-00", "fold-0000-00-01.3");
    }

    @Test
    void aFoldOpensForOneOfItsFunctions() {
        Topology topology = Pictures.topology(Hosts.alikeDrives(12));
        TopologyPicture picture = Pictures.of(topology, Pictures.opened(Pictures.function("06:00.0")));
        assertThat(picture.markOf(Pictures.function("06:00.0")).orElseThrow().id())
                .hasToString("fn-0000-06-00.0");
    }

    @Test
    void aDriveThatDiffersIsNotFolded() {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        IntStream.range(0, 20).forEach(i -> {
            host.function(
                    String.format("00:%02x.0", i + 1),
                    Hosts.rootPort(i + 1, i + 1).link(5, 4, i == 10 ? 4 : 5, 4));
            host.function(String.format("%02x:00.0", i + 1), Hosts.nvme().link(5, 4, i == 10 ? 4 : 5, 4));
        });
        TopologyPicture picture = Pictures.of(host.build());
        assertThat(picture.markOf(Pictures.function("0b:00.0")).orElseThrow().id())
                .hasToString("fn-0000-0b-00.0");
        assertThat(texts(picture)).contains("… 6 more", "… 5 more");
    }

    @Test
    void aGuessedWindowIsSaid() {
        TopologyPicture picture = Pictures.of(new HostBuilder()
                .rootBus(0)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x29c0))
                .build());
        assertThat(texts(picture)).contains("end assumed", "Segment 0000");
    }

    @Test
    void busesNobodyDecodesHaveAPanelOfTheirOwn() {
        PciFunction real = Pictures.topology(Hosts.links())
                .function(FunctionAddress.of("01:00.0"))
                .orElseThrow();
        Place nowhere = new Place(Optional.empty(), 1, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
        Topology topology = new TopologyBuilder(Provenance.of("synthetic"))
                .add(at(real, nowhere))
                .build();
        TopologyPicture picture = picture(topology);
        assertThat(texts(picture))
                .contains("No host bridge", "nobody forwards requests to these buses", "Bus 01", "decoded by nobody");
        Geometry.check(picture.diagram());
    }

    @Test
    void bridgesAboveEachOtherAreShownAllTheSame() {
        Topology links = Pictures.topology(Hosts.links());
        FunctionAddress a = FunctionAddress.of("00:01.0");
        FunctionAddress b = FunctionAddress.of("00:02.0");
        TopologyBuilder builder = new TopologyBuilder(Provenance.of("synthetic"));
        Map.of(a, b, b, a).forEach((child, parent) -> {
            Place place = new Place(Optional.of(parent), 0, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
            builder.add(at(links.function(child).orElseThrow(), place));
        });
        TopologyPicture picture = picture(builder.build());
        assertThat(picture.markOf(new Target.OfFunction(a))).isPresent();
        assertThat(picture.markOf(new Target.OfFunction(b))).isPresent();
        assertThat(texts(picture)).contains("above each other");
    }

    private static PciFunction at(PciFunction f, Place place) {
        return new PciFunction(
                f.record(), f.identity(), f.role(), place, f.bridge(), f.capabilities(), f.express(), f.iov());
    }

    private static TopologyPicture picture(Topology topology) {
        return new TopologyLayout(new FixedMetrics(), new ClassNames())
                .picture(topology, Map.of(), ViewOptions.DEFAULT);
    }

    @Test
    void anEmptyHostIsAnEmptyPicture() {
        TopologyPicture picture = Pictures.of(new HostBuilder().build());
        assertThat(picture.diagram().marks()).isEmpty();
        assertThat(picture.diagram().width()).isPositive();
    }
}
