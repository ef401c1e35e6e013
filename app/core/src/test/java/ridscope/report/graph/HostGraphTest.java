package ridscope.report.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.diff.Hosts;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.report.HostGraph;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.testing.EveryHost;
import ridscope.testing.SampleCorpus;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

class HostGraphTest {

    @TempDir
    private Path folder;

    static List<Path> files() {
        return EveryHost.files();
    }

    private static Graph graph(Topology topology, HostGraph.Labels labels) {
        List<IovPlacement> placements = new ArrayList<>();
        topology.segments()
                .forEach(s -> placements.addAll(RidMap.of(topology, s).placements()));
        return HostGraph.of(topology, placements, new StandardDeviceNames(PciIds.EMPTY), labels);
    }

    private static String written(GraphFormat format, Graph graph) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(graph, out);
        return out.toString();
    }

    private static Stream<Group> all(List<Group> groups) {
        return groups.stream().flatMap(g -> Stream.concat(Stream.of(g), all(g.groups())));
    }

    private static List<String> nodes(Graph graph) {
        return all(graph.groups())
                .flatMap(g -> g.nodes().stream())
                .map(Node::id)
                .toList();
    }

    /** Every function but the VFs of a PF is there once; names are unique; edges connect what is there, each node from one side. */
    @ParameterizedTest
    @MethodSource("files")
    void everyHostIsAWholeGraph(Path file) throws IOException {
        for (Topology topology : EveryHost.topologies(file)) {
            Graph graph = graph(topology, HostGraph.Labels.FULL);
            List<String> ids = new ArrayList<>(nodes(graph));
            List<String> expected = topology.functions().stream()
                    .filter(f -> !ofPf(topology, f))
                    .map(f -> "fn_" + f.address().toString().replaceAll("[:.]", "_"))
                    .toList();
            assertThat(ids).containsAll(expected);
            all(graph.groups()).forEach(g -> ids.add("cluster_" + g.id()));
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("\\w+"));
            Set<String> known = new HashSet<>(nodes(graph));
            assertThat(graph.edges()).allMatch(e -> known.contains(e.from()) && known.contains(e.to()));
            assertThat(graph.edges().stream().map(Edge::to)).doesNotHaveDuplicates();
            GraphFormatTest.assertMermaid(written(GraphFormat.MERMAID, graph));
            assertThat(written(GraphFormat.DOT, graph))
                    .isEqualTo(written(GraphFormat.DOT, graph(topology, HostGraph.Labels.FULL)));
        }
    }

    private static boolean ofPf(Topology topology, PciFunction function) {
        return function.virtual()
                .flatMap(v -> topology.function(v.physicalFunction()))
                .isPresent();
    }

    @Test
    void switchesAndVfsAndSlotsAreTold() throws IOException {
        Topology host = Hosts.described("""
                host-bridge 00-3f numa 0
                  root-port 01.0 x16 gen5
                    switch x8 gen4
                      port x8 gen4
                        device 8086:1592 "E810" class ethernet vfs 64 offset 8 stride 1
                      port hotplug slot 7
                """);

        assertThat(written(GraphFormat.MERMAID, graph(host, HostGraph.Labels.SHORT))
                        .lines()
                        .skip(2))
                .containsExactly(
                        "  subgraph numa_0[\"NUMA node 0\"]",
                        "    subgraph hb_0000_00[\"host bridge 0000:00\"]",
                        "      bus_0000_00{{\"root bus 00<br/>#91;00-3f#93;\"}}",
                        "      fn_0000_00_01_0[\"00:01.0 #91;01-04#93;<br/>root port\"]",
                        "      fn_0000_03_00_0(\"03:00.0<br/>E810\")",
                        "      fn_0000_03_00_0_iov1[[\"64 VFs 03:01.0–03:08.7 · 0 enabled\"]]",
                        "      fn_0000_02_01_0_slot([\"hot-plug slot 7, nothing in it answers\"])",
                        "      subgraph sw_0000_01_00_0[\"switch\"]",
                        "        fn_0000_01_00_0[\"01:00.0 #91;02-04#93;<br/>upstream port\"]",
                        "        fn_0000_02_00_0[\"02:00.0 #91;03-03#93;<br/>downstream port\"]",
                        "        fn_0000_02_01_0[\"02:01.0 #91;04-04#93;<br/>downstream port\"]",
                        "      end",
                        "    end",
                        "  end",
                        "  bus_0000_00 --- fn_0000_00_01_0",
                        "  fn_0000_00_01_0 --- |\"16 GT/s x8\"| fn_0000_01_00_0",
                        "  fn_0000_01_00_0 --- fn_0000_02_00_0",
                        "  fn_0000_02_00_0 --- |\"16 GT/s x8\"| fn_0000_03_00_0",
                        "  fn_0000_03_00_0 -.- fn_0000_03_00_0_iov1",
                        "  fn_0000_01_00_0 --- fn_0000_02_01_0",
                        "  fn_0000_02_01_0 -.- fn_0000_02_01_0_slot",
                        "  linkStyle 1,3 stroke-width:3.25px");
    }

    /** Graphviz itself reads what is written. */
    @ParameterizedTest
    @EnumSource(HostGraph.Labels.class)
    void graphvizDrawsEverySample(HostGraph.Labels labels) throws Exception {
        for (String sample : SampleCorpus.names()) {
            draw(graph(SampleCorpus.topology(sample), labels), sample);
        }
    }

    @Test
    void graphvizShowsHostileTextAsItIs() throws Exception {
        List<Node> nodes = new ArrayList<>();
        for (String text : GraphFormatTest.hostile()) {
            nodes.add(new Node("n" + nodes.size(), Node.Kind.FUNCTION, List.of(text)));
        }
        Graph graph = new Graph("t", List.of(new Group("g", "g", nodes, List.of())), List.of());

        String svg = draw(graph, "hostile");

        assertThat(svg)
                .contains(">&lt;&amp;&quot;&gt;<", ">\\N \\G \\l \\<", ">&amp;lt; &amp;#60; #quot; #35;<", ">a b c d<");
    }

    private String draw(Graph graph, String name) throws Exception {
        Path dot = folder.resolve(name + ".dot");
        Path svg = folder.resolve(name + ".svg");
        Path errors = folder.resolve(name + ".err");
        Files.writeString(dot, written(GraphFormat.DOT, graph));
        Process process = new ProcessBuilder(graphviz(), "-Tsvg", "-o", svg.toString(), dot.toString())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(svg);
    }

    private static String graphviz() {
        List<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "dot"))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: dot (package graphviz) is not installed");
        return found.get(0).toString();
    }
}
