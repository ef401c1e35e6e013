package ridscope.draw.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;

class SvgSurfaceTest {

    @Test
    void isWellFormedWhateverNamesSay() throws Exception {
        Document document = parse(svg(SampleDiagram.oneOfEach()));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 400 200");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("host <&\"> one");
        assertThat(group(document, "name").getTextContent()).isEqualTo("a < b & \"c\"");
    }

    @Test
    void aMarkIsAGroupWithNameClassesAndTitle() throws Exception {
        Element function = group(parse(svg(SampleDiagram.oneOfEach())), "fn-0000-3b-00.0");
        assertThat(function.getAttribute("class")).isEqualTo("role-pf ink-filled");
        assertThat(function.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(function.getFirstChild().getTextContent())
                .as("control characters cannot stand in XML")
                .isEqualTo("3b:00.0 <&\"> NIC\ufffd");
        assertThat(((Element) function.getElementsByTagName("rect").item(1)).getAttribute("class"))
                .as("the stripe's class names its role")
                .isEqualTo("f-sdi");
    }

    @Test
    void oneStyleBlockHasTheColoursUsedAndNoOthers() {
        String svg = svg(SampleDiagram.oneOfEach());
        assertThat(svg.split("<style>", -1)).hasSize(2);
        assertThat(svg)
                .contains(".s-pf{stroke:#0072b2}", ".f-sdi{fill:#e69f00}", ".t-body{font:400 11px 'IBM Plex Sans'");
        assertThat(svg).doesNotContain("s-good", "NaN", "Infinity");
        assertThat(svg.substring(svg.indexOf("</style>"))).doesNotContain("fill=\"#");
    }

    @Test
    void aRunOfCellsIsOneElement() throws Exception {
        Element run = group(parse(svg(SampleDiagram.oneOfEach())), "comb");
        NodeList parts = run.getElementsByTagName("path");
        assertThat(parts.getLength()).isEqualTo(1);
        Element path = (Element) parts.item(0);
        assertThat(path.getAttribute("d")).isEqualTo("M130 149H368");
        assertThat(path.getAttribute("stroke-dasharray")).isEqualTo("2 2");
        assertThat(path.getAttribute("stroke-width")).isEqualTo("18");
    }

    @Test
    void sameInputGivesSameBytesInAnyLocale() {
        String here = svg(SampleDiagram.oneOfEach());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(svg(SampleDiagram.oneOfEach())).isEqualTo(here);
            Locale.setDefault(
                    new Locale.Builder().setLanguageTag("ar-u-nu-arab").build());
            assertThat(svg(SampleDiagram.oneOfEach())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String svg(Diagram diagram) {
        SvgSurface surface = new SvgSurface(diagram, Palettes.LIGHT, 1);
        DiagramPainter.paint(diagram, Palettes.LIGHT, Viewport.all(diagram), Set.of(), surface);
        return surface.svg();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Element group(Document document, String id) {
        NodeList groups = document.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("id").equals(id)) {
                return group;
            }
        }
        throw new AssertionError("no group " + id);
    }
}
