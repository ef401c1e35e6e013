package ridscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.host.HostSnapshot;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.report.Glyphs;
import ridscope.report.TextTree;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.testing.RidText;
import ridscope.testing.SampleCorpus;
import ridscope.testing.SampleHosts;
import ridscope.topology.Topology;

/** Every sample against its expectations. A missing expectation fails; what came out instead is left under target. */
class SamplesTest {

    static List<String> names() {
        return SampleCorpus.names();
    }

    static Set<String> synthetic() {
        return SampleHosts.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatItIs(String name) throws IOException {
        List<String> about =
                Files.readAllLines(SampleCorpus.folder().resolve(name).resolve("about.txt"));
        assertThat(about).hasSizeGreaterThanOrEqualTo(3);
        assertThat(about.get(0)).isNotBlank();
        assertThat(about.get(1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("synthetic")
    void syntheticCaptureIsItsBuildersHost(String name) throws Exception {
        HostSnapshot built = SampleHosts.all().get(name);
        assertThat(SampleCorpus.open(name)).isEqualTo(built);
    }

    @ParameterizedTest
    @MethodSource("names")
    void treeIsAsExpected(String name) throws Exception {
        Topology topology = SampleCorpus.topology(name);
        List<IovPlacement> placements = topology.segments().stream()
                .flatMap(segment -> RidMap.of(topology, segment).placements().stream())
                .toList();
        StringBuilder tree = new StringBuilder();
        TextTree.write(topology, placements, new StandardDeviceNames(PciIds.EMPTY), Glyphs.UNICODE, tree);
        compare(name, "tree.txt", tree.toString());
    }

    @ParameterizedTest
    @MethodSource("names")
    void ridsAreAsExpected(String name) throws Exception {
        compare(name, "rids.txt", RidText.of(SampleCorpus.topology(name)));
    }

    @Test
    void everyFolderIsListed() throws IOException {
        try (var folders = Files.list(SampleCorpus.folder())) {
            assertThat(folders.filter(f -> Files.exists(f.resolve("about.txt")))
                            .map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SampleCorpus.names());
        }
    }

    private static void compare(String sample, String file, String actual) throws IOException {
        Path left =
                Files.createDirectories(Path.of("target", "samples", sample)).resolve(file);
        Files.writeString(left, actual);
        Path expectation =
                SampleCorpus.folder().resolve(sample).resolve("expect").resolve(file);
        assertThat(expectation).exists();
        assertThat(actual).isEqualTo(Files.readString(expectation));
    }
}
