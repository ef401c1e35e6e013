package ridscope.draw.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.rid.BusRange;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.testing.EveryHost;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

class DrawIoGraphTest {

    static List<Path> files() {
        return EveryHost.files();
    }

    private static Diagram diagram(Topology topology) {
        Map<Segment, RidMap> maps = new HashMap<>();
        topology.segments().forEach(s -> maps.put(s, RidMap.of(topology, s)));
        return new TopologyLayout(FontMetricsTable.bundled(), new StandardDeviceNames(PciIds.EMPTY))
                .layout(topology, maps, ViewOptions.DEFAULT);
    }

    /** A cell with what stands round it. */
    private record Cell(String id, String text, Element cell) {
        String get(String attribute) {
            return cell.getAttribute(attribute);
        }
    }

    private static Map<String, Cell> cells(String xml) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList list = document.getElementsByTagName("mxCell");
        Map<String, Cell> cells = new HashMap<>();
        for (int i = 0; i < list.getLength(); i++) {
            Element cell = (Element) list.item(i);
            Element around = (Element) cell.getParentNode();
            boolean wrapped = around.getTagName().equals("UserObject");
            String id = (wrapped ? around : cell).getAttribute("id");
            String text = wrapped ? around.getAttribute("label") : cell.getAttribute("value");
            assertThat(cells.put(id, new Cell(id, text, cell)))
                    .as("twice: " + id)
                    .isNull();
            // A cell that names a parent further down would be lost.
            assertThat(id.equals("0") || cells.containsKey(cell.getAttribute("parent")))
                    .as("parent of " + id)
                    .isTrue();
        }
        return cells;
    }

    /** Well-formed, ids unique, parents before children, and every connector has both ends. */
    @ParameterizedTest
    @MethodSource("files")
    void everyHostIsAWholeDrawing(Path file) throws Exception {
        for (Topology topology : EveryHost.topologies(file)) {
            Diagram diagram = diagram(topology);
            String xml = DrawIoGraph.xml(diagram, Palettes.LIGHT);
            Map<String, Cell> cells = cells(xml);
            List<String> missing = new ArrayList<>();
            for (Mark mark : diagram.marks()) {
                boolean legend = mark.id().value().startsWith("legend-");
                boolean shape = mark instanceof Mark.Box || mark instanceof Mark.Span;
                if (shape && !legend && !cells.containsKey(mark.id().value())) {
                    missing.add(mark.id().value());
                }
                if (mark instanceof Mark.Wire wire
                        && !legend
                        && !cells.containsKey(wire.id().value())) {
                    missing.add(mark.id().value());
                }
            }
            assertThat(missing).allMatch(id -> id.startsWith("bus-"), "is the common beginning of several wires");
            for (Cell cell : cells.values()) {
                if (cell.get("edge").equals("1")) {
                    assertThat(cells).containsKeys(cell.get("source"), cell.get("target"));
                    assertThat(cells.get(cell.get("source")).get("vertex")).isEqualTo("1");
                }
            }
            assertThat(DrawIoGraph.xml(diagram, Palettes.LIGHT)).isEqualTo(xml);
        }
    }

    @Test
    void shapesStandInTheirFramesAndConnectorsAtTheirPorts() throws Exception {
        Map<String, Cell> cells = cells(DrawIoGraph.xml(diagram(SampleCorpus.topology("siov-server")), Palettes.LIGHT));

        assertThat(cells.get("port-0000-02-00.0").get("parent")).isEqualTo("switch-0000-01-00.0");
        assertThat(cells.get("switch-0000-01-00.0").get("parent")).isEqualTo("panel-0000-numa0");
        assertThat(cells.get("switch-0000-01-00.0").get("style")).contains("container=1");
        assertThat(cells.get("switch-0000-01-00.0").text()).isEqualTo("Switch · PEX89072  [02-0a]");
        assertThat(cells.get("fn-0000-03-00.0").text()).isEqualTo("03:00.0\nE810-C · PF · ens5f0");
        assertThat(cells.get("fn-0000-03-00.0").get("parent")).isEqualTo("device-0000-03-00.0");
        assertThat(ends(cells, "link-0000-01-00.0")).isEqualTo("port-0000-00-01.0 port-0000-01-00.0 32 GT/s x16");
        assertThat(ends(cells, "in-port-0000-02-01.0")).isEqualTo("port-0000-01-00.0 port-0000-02-01.0 ");
        assertThat(ends(cells, "link-device-0000-03-00.0"))
                .isEqualTo("port-0000-02-00.0 device-0000-03-00.0 16 GT/s x8");
        assertThat(ends(cells, "of-sdis-0000-0c-00.0")).isEqualTo("fn-0000-0c-00.0 sdis-0000-0c-00.0 ");
        assertThat(cells.get("fn-0000-0c-00.0-w1").text()).isEqualTo("257 SDIs outside [0c-0c]");
    }

    private static String ends(Map<String, Cell> cells, String edge) {
        Cell cell = cells.get(edge);
        return cell.get("source") + " " + cell.get("target") + " " + cell.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "print", "contrast"})
    void coloursAreThoseOfTheTheme(String theme) throws Exception {
        Palette palette = Palettes.named(theme).orElseThrow();

        String xml = DrawIoGraph.xml(diagram(SampleCorpus.topology("siov-server")), palette);

        assertThat(xml)
                .contains("background=\"" + palette.color(Role.SURFACE).hex())
                .contains("strokeColor=" + palette.color(Role.SDI).hex());
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<&\">'",
                "</mxfile><script>alert(1)</script>",
                "<b>bold</b>&lt;i&gt;",
                "a\nb\tc",
                "\u0000\u001b[31m",
                "%name%; fillColor=#ff0000;",
                "\ud83d\ude00",
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void textsAreTextsWhateverIsInThem(String text) throws Exception {
        Rect bounds = new Rect(10, 10, 100, 30);
        Target target = new Target.OfBuses(Segment.ZERO, new BusRange(0, 1));
        Mark box = new Mark.Box(
                new MarkId("fn-1"),
                Role.FUNCTION,
                Ink.FILLED,
                bounds,
                4,
                Optional.of(Role.PF),
                Optional.of(target),
                text,
                Zooms.ALWAYS);
        Mark label = new Mark.Label(
                new MarkId("fn-1-t"),
                Role.TEXT,
                TextStyle.BODY,
                Mark.Anchor.START,
                new Point(15, 25),
                text,
                new Rect(15, 17, 50, 11),
                Optional.empty(),
                Zooms.ALWAYS);

        String xml = DrawIoGraph.xml(new Diagram("topology", text, 200, 100, List.of(box, label)), Palettes.LIGHT);
        Cell cell = cells(xml).get("fn-1");

        assertThat(cell.text()).isEqualTo(text.replace('\u0000', '\ufffd').replace('\u001b', '\ufffd'));
        assertThat(cell.get("style")).contains("html=0;").doesNotContain(text);
        String tooltip = ((Element) cell.cell().getParentNode()).getAttribute("tooltip");
        assertThat(tooltip).doesNotContain("<");
    }
}
