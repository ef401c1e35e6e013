package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.TopologyOptions.Folding;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;
import ridscope.draw.text.TextSurface;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.rules.Rules;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

/** How much a topology says at which scale. */
class SemanticZoomTest {

    private static final double[] SCALES = {0.15, 0.4, 1, 2};

    private static Diagram picture(Topology topology, Folding folding) {
        Map<Segment, RidMap> maps = new TreeMap<>();
        topology.segments().forEach(s -> maps.put(s, RidMap.of(topology, s)));
        ViewOptions options =
                ViewOptions.DEFAULT.withLegend(true).withTopology(TopologyOptions.INTERACTIVE.withFolding(folding));
        return new TopologyLayout(FontMetricsTable.bundled(), new ClassNames())
                .picture(topology, maps, options, Rules.check(topology))
                .diagram();
    }

    private static List<String> texts(Diagram diagram, double scale) {
        List<String> texts = new ArrayList<>();
        labels(diagram, scale).forEach(l -> texts.add(l.text()));
        return texts;
    }

    private static List<Mark.Label> labels(Diagram diagram, double scale) {
        return diagram.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(Mark.Label.class::cast)
                .filter(l -> l.zooms().holds(scale))
                .toList();
    }

    @Test
    void eachLevelSaysWhatIsReadThere() {
        Diagram diagram = picture(Pictures.topology(FlagshipHost.snapshot()), Folding.RUNS);
        assertThat(texts(diagram, 0.15)).containsExactlyInAnyOrder("00", "40");
        assertThat(texts(diagram, 0.4)).contains("bus 00", "NUMA node 1").doesNotContain("03:00.0", "32 GT/s x16");
        assertThat(texts(diagram, 1)).contains("03:00.0", "32 GT/s x16").doesNotContain("0000:03:00.0", "bus 00");
        assertThat(texts(diagram, 2)).contains("0000:03:00.0", "driver ice · ens5f0", "IOMMU group 6 · node 0");
        assertThat(texts(diagram, 2)).anyMatch(t -> t.startsWith("port can 32 GT/s x16 · dev"));
    }

    @Test
    void noTextIsSmallerThanSixPixels() {
        Diagram diagram = picture(Pictures.topology(FlagshipHost.snapshot()), Folding.RUNS);
        for (double scale = 0.05; scale < 3; scale *= 1.1) {
            for (Mark.Label label : labels(diagram, scale)) {
                assertThat(label.style().size() * scale)
                        .as("%s at %s", label.text(), scale)
                        .isGreaterThanOrEqualTo(5.99);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> noTextLiesOverAnotherInSamples() {
        return SampleCorpus.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> apart(SampleCorpus.topology(name))));
    }

    @TestFactory
    Stream<DynamicTest> noTextLiesOverAnotherInRealHosts() {
        List<Path> files = Stream.of("real/hex", "real/sysfs", "real/text", "real/odd", "qemu")
                .flatMap(folder -> Fixtures.files(folder).stream())
                .filter(Files::isRegularFile)
                .filter(file -> !file.toString().endsWith(".md"))
                .toList();
        if (files.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("fixtures", () -> assumeTrue(false, "shared fixtures absent")));
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> apart(open(file))));
    }

    private static Topology open(Path file) throws SnapshotException {
        return Enumerator.enumerate(
                new SnapshotOpener()
                        .open(new Source.OnDisk(file), Feedback.NONE)
                        .hosts()
                        .get(0),
                Feedback.NONE);
    }

    private static void apart(Topology topology) {
        for (Folding folding : List.of(Folding.BY_SIZE, Folding.NONE)) {
            Diagram diagram = picture(topology, folding);
            for (double scale : SCALES) {
                apart(labels(diagram, scale), scale);
            }
        }
    }

    private static void apart(List<Mark.Label> labels, double scale) {
        List<Mark.Label> sorted = labels.stream()
                .sorted(Comparator.comparingDouble(l -> l.bounds().y()))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            Rect a = sorted.get(i).bounds();
            for (int j = i + 1; j < sorted.size() && sorted.get(j).bounds().y() < a.bottom(); j++) {
                if (Geometry.overlap(a, sorted.get(j).bounds())) {
                    fail("at scale " + scale + ": " + sorted.get(i) + " and " + sorted.get(j));
                }
            }
        }
    }

    /** 20,000 functions: 16 segments with 250 ports of five functions each, four of them VFs. */
    private static Topology big() {
        HostBuilder host = new HostBuilder();
        for (int segment = 0; segment < 16; segment++) {
            String s = String.format("%04x:", segment);
            host.rootBus(segment, 0, 0xff, segment / 8);
            for (int port = 0; port < 240; port++) {
                String at = String.format("%s00:%02x.%d", s, 1 + port / 8, port % 8);
                host.function(at, Hosts.rootPort(port + 1, port + 1).multifunction());
                for (int f = 0; f < 4; f++) {
                    ConfigBuilder drive = ConfigBuilder.endpoint(0x144d, 0xa826 + port % 7 + f, Hosts.NVME);
                    host.function(String.format("%s%02x:00.%d", s, port + 1, f), drive.multifunction());
                }
            }
        }
        return Pictures.topology(host.build());
    }

    /** From afar fewer marks than functions, and in any part that is legible no more than fit on a screen. */
    @Test
    void aBigHostIsDrawnWithFewMarksAtEachScale() {
        Topology topology = big();
        assertThat(topology.functions()).hasSizeGreaterThan(19_000);
        MarkIndex folded = new MarkIndex(picture(topology, Folding.BY_SIZE));
        MarkIndex all = new MarkIndex(picture(topology, Folding.NONE));
        assertThat(folded.diagram().marks()).hasSizeLessThan(1_000);
        assertThat(drawn(folded, 0.2)).isLessThan(300);
        assertThat(drawn(all, Zooms.FAR_BELOW - 0.01)).isLessThan(4_000);
        assertThat(drawn(all, 0.5)).isLessThan(1_200);
        assertThat(drawn(all, 1)).isLessThan(800);
        assertThat(drawn(all, 2)).isLessThan(500);
    }

    /** In a pane of 1200 by 800 pixels somewhere in the middle. */
    private static int drawn(MarkIndex index, double scale) {
        double middle = index.diagram().height() / 2;
        Viewport view = new Viewport(new Rect(0, middle, 1200 / scale, 800 / scale), scale);
        return DiagramPainter.paint(index, Palettes.LIGHT, view, Set.of(), new TextSurface());
    }
}
