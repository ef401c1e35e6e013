package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.TopologyOptions.Folding;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Rules;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

class FoldNodesTest {

    private static final Topology FLAGSHIP = Pictures.topology(FlagshipHost.snapshot());

    private static ViewOptions options(Folding folding, Target... closed) {
        return ViewOptions.DEFAULT.withTopology(
                TopologyOptions.INTERACTIVE.withFolding(folding).withClosed(Set.of(closed)));
    }

    private static Mark mark(TopologyPicture picture, String address) {
        return picture.markOf(Pictures.function(address)).orElseThrow();
    }

    @Test
    void aFoldedPortSaysWhatItHides() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, options(Folding.RUNS, Pictures.function("00:01.0")));
        Mark.Span fold = (Mark.Span) mark(picture, "04:00.0");
        assertThat(fold.text()).isEqualTo("7 functions · 16 VFs · 1,024 SDIs · buses 01-0a");
        assertThat(fold.target()).contains(new Target.OfHandle(Pictures.function("00:01.0")));
        assertThat(mark(picture, "03:10.0").id()).as("a VF").isEqualTo(fold.id());
        assertThat(picture.hidden(Pictures.function("04:00.0"))).isTrue();
        assertThat(picture.hidden(Pictures.function("00:01.0"))).isFalse();
        assertThat(picture.hidden(new Target.OfBuses(Segment.ZERO, new BusRange(0x09, 0x0a))))
                .as("buses of the empty slot")
                .isTrue();
        assertThat(picture.folded(Pictures.function("00:01.0"))).contains(true);
        Geometry.check(picture.diagram());
    }

    @Test
    void aFoldedSwitchKeepsItsBox() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, options(Folding.RUNS, Pictures.function("01:00.0")));
        assertThat(mark(picture, "01:00.0").id()).hasToString("switch-0000-01-00.0");
        assertThat(((Mark.Span) mark(picture, "02:01.0")).text())
                .isEqualTo("6 functions · 16 VFs · 1,024 SDIs · buses 02-0a");
        Geometry.check(picture.diagram());
    }

    @Test
    void aFoldedHostBridgeKeepsItsOwnFunction() {
        Target host = new Target.OfBuses(Segment.ZERO, new BusRange(0x40, 0x5f));
        TopologyPicture picture = Pictures.of(FLAGSHIP, options(Folding.RUNS, host));
        assertThat(mark(picture, "40:00.0").id()).hasToString("fn-0000-40-00.0");
        assertThat(mark(picture, "43:00.0")).isInstanceOf(Mark.Span.class);
        Geometry.check(picture.diagram());
    }

    @Test
    void aFoldedDeviceShowsItsFirstFunction() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, options(Folding.RUNS, Pictures.function("03:00.0")));
        assertThat(mark(picture, "03:00.0").id()).hasToString("fn-0000-03-00.0");
        Mark.Box rest = (Mark.Box) mark(picture, "03:00.1");
        assertThat(rest.title()).startsWith("1 folded: 03:00.1");
        assertThat(picture.folded(Pictures.function("03:00.0"))).contains(true);
        Geometry.check(picture.diagram());
    }

    @Test
    void whereAFoldWouldTakeTheSameRoomThereIsNone() {
        TopologyPicture picture = Pictures.of(FLAGSHIP, options(Folding.ALL, Pictures.function("00:02.0")));
        assertThat(picture.folded(Pictures.function("00:02.0"))).isEmpty();
        TopologyPicture one = Pictures.of(FLAGSHIP, options(Folding.RUNS, Pictures.function("00:02.0")));
        assertThat(one.folded(Pictures.function("00:02.0"))).isEmpty();
        assertThat(mark(one, "0b:00.0").id()).hasToString("fn-0000-0b-00.0");
    }

    @Test
    void whatWasFoundIsCounted() {
        Map<Segment, RidMap> maps = new TreeMap<>(Map.of(Segment.ZERO, RidMap.of(FLAGSHIP, Segment.ZERO)));
        Target host = new Target.OfBuses(Segment.ZERO, new BusRange(0, 0x3f));
        TopologyPicture picture = new TopologyLayout(new FixedMetrics(), new ClassNames())
                .picture(FLAGSHIP, maps, options(Folding.RUNS, host), Rules.check(FLAGSHIP));
        assertThat(((Mark.Span) mark(picture, "04:00.0")).text()).containsPattern("SDIs · \\d+ warnings?$");
    }

    /** A run that was unfolded can be folded again. */
    @Test
    void aRunUnfoldsAndFolds() {
        Topology drives = Pictures.topology(Hosts.alikeDrives(12));
        TopologyPicture folded = Pictures.of(drives, options(Folding.BY_SIZE));
        Target run = mark(folded, "05:00.0").target().orElseThrow();
        assertThat(run).isInstanceOf(Target.OfRun.class);
        assertThat(folded.folded(run)).contains(true);
        TopologyPicture open = Pictures.of(drives, options(Folding.BY_SIZE).withOpened(Set.of(run)));
        assertThat(mark(open, "05:00.0").id()).hasToString("fn-0000-05-00.0");
        assertThat(open.folded(run)).contains(false);
        assertThat(open.markOf(run)).isPresent();
        Geometry.check(open.diagram());
    }

    @ParameterizedTest
    @EnumSource(Folding.class)
    void everythingIsFoundHoweverItIsFolded(Folding folding) {
        for (Topology topology : List.of(FLAGSHIP, Pictures.topology(Hosts.alikeDrives(40)))) {
            TopologyPicture picture = Pictures.of(topology, options(folding));
            Geometry.check(picture.diagram());
            for (PciFunction f : topology.functions()) {
                Target target = new Target.OfFunction(f.address());
                assertThat(picture.markOf(target)).as(f.address().toString()).isPresent();
                assertThat(picture.hidden(target) && folding == Folding.NONE)
                        .as(f.address().toString())
                        .isFalse();
            }
        }
    }

    /** At the limit all is drawn, beyond it what is below the ports is not. */
    @ParameterizedTest
    @ValueSource(ints = {199, 201})
    void bigHostsOpenFolded(int devices) {
        HostBuilder host = new HostBuilder();
        for (int bus = 0; bus < devices; bus++) {
            int first = 2 * bus % 256;
            int segment = 2 * bus / 256;
            host.rootBus(segment, first, first + 1, 0);
            String at = String.format("%04x:%02x", segment, first);
            host.function(at + ":01.0", Hosts.rootPort(first + 1, first + 1));
            String below = String.format("%04x:%02x", segment, first + 1);
            host.function(below + ":00.0", Hosts.nvme().multifunction());
        }
        Topology topology = Pictures.topology(host.build());
        TopologyPicture picture = Pictures.of(topology, options(Folding.BY_SIZE));
        boolean hidden =
                topology.functions().stream().anyMatch(f -> picture.hidden(new Target.OfFunction(f.address())));
        assertThat(hidden).as("a fold of one function hides nothing").isFalse();
        assertThat(FoldState.READABLE).isEqualTo(400);
    }

    @Test
    void ofABigHostTheDeepPartsAreFolded() {
        HostBuilder host = new HostBuilder();
        for (int segment = 0; segment < 20; segment++) {
            String s = String.format("%04x:", segment);
            host.rootBus(segment, 0, 0xff, 0);
            for (int port = 0; port < 10; port++) {
                host.function(String.format("%s00:%02x.0", s, port + 1), Hosts.rootPort(port + 1, port + 1));
                for (int f = 0; f < 2; f++) {
                    host.function(
                            String.format("%s%02x:00.%d", s, port + 1, f),
                            Hosts.nvme().multifunction());
                }
            }
        }
        Topology topology = Pictures.topology(host.build());
        TopologyPicture picture = Pictures.of(topology, options(Folding.BY_SIZE));
        assertThat(picture.folded(Pictures.function("0000:00:01.0"))).contains(true);
        assertThat(picture.hidden(Pictures.function("0000:01:00.1"))).isTrue();
        TopologyPicture unfolded =
                Pictures.of(topology, options(Folding.BY_SIZE).withOpened(Set.of(Pictures.function("0000:00:02.0"))));
        assertThat(unfolded.hidden(Pictures.function("0000:02:00.1"))).isFalse();
        assertThat(unfolded.hidden(Pictures.function("0000:01:00.1"))).isTrue();
    }

    @Test
    void filesHaveNothingToPress() {
        assertThat(Pictures.of(FLAGSHIP, ViewOptions.DEFAULT).diagram().marks())
                .noneMatch(m -> m instanceof Mark.Handle);
        assertThat(Pictures.of(FLAGSHIP, options(Folding.RUNS)).diagram().marks())
                .anyMatch(m -> m instanceof Mark.Handle);
    }
}
